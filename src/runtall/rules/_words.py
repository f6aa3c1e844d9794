"""How the rules' sentences name things."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runtall.domain.exercise import SessionKind
    from runtall.domain.problem import Problem


def kind_words(kind: SessionKind | None) -> str:
    """A session kind as sentences name it: ``D1``, ``very light``."""
    return "" if kind is None else kind.value.replace("_", " ")


def exercise_words(problem: Problem, key: str) -> str:
    """Name of an exercise within a sentence; its key where the library doesn't know it."""
    exercise = problem.exercises.get(key)
    return key if exercise is None else exercise.name[0].lower() + exercise.name[1:]
