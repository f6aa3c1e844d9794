"""How the rules' sentences name things."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.where import InSession


def kind_words(kind: SessionKind) -> str:
    """Return a session kind as sentences name it: ``D1``, ``very light``."""
    return kind.value.replace("_", " ")


def session_words(where: InSession) -> str:
    """Return how sentences name a session: ``Week 3, D1 session``."""
    return f"Week {where.week}, {kind_words(where.kind)} session"


def session_of_week(where: InSession) -> str:
    """Return how sentences begin with a session: ``Week 3: the D1 session``."""
    return f"Week {where.week}: the {kind_words(where.kind)} session"


def exercise_words(problem: Problem, key: str) -> str:
    """Return an exercise's name within a sentence; its key where the library doesn't know it."""
    exercise = problem.exercises.get(key)
    return key if exercise is None else exercise.name[0].lower() + exercise.name[1:]


def too_many(number: int, most: int, unit: str = "sets") -> str:
    """Return the words for a number above its limit; nothing for one within it."""
    return f"{number} {unit}, at most {most} allowed" if number > most else ""
