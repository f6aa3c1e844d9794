"""What several rules count: sets by pattern and slot, and what a model has for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runtall.domain.exercise import Kind, Pattern, Slot
    from runtall.domain.plan import Entry, Plan, Session
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Variables


def kind_words(kind: Kind | None) -> str:
    """A session kind as sentences name it: ``D1``, ``very light``."""
    return "" if kind is None else kind.value.replace("_", " ")


def exercise_words(problem: Problem, key: str) -> str:
    """Name of an exercise within a sentence; its key where the library doesn't know it."""
    exercise = problem.exercises.get(key)
    return key if exercise is None else exercise.name[0].lower() + exercise.name[1:]


def done(session: Session) -> tuple[Entry, ...]:
    """Entries of a session that have a set."""
    return tuple(entry for entry in session.entries if entry.sets > 0)


def pattern_sets(problem: Problem, plan: Plan, week: int, pattern: Pattern) -> int:
    """Sets of a week with this pattern; unknown exercises have none."""
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        if entry.exercise in problem.exercises
        and problem.exercises[entry.exercise].pattern is pattern
    )


def slot_sets(sessions: Iterable[Session], slot: Slot) -> int:
    """Sets of a slot, whichever exercise fills it."""
    return sum(
        entry.sets
        for session in sessions
        for entry in session.entries
        if entry.position == slot.position
    )


def slots_are_sure(problem: Problem, variables: Variables) -> bool:
    """Whether every session of this model is held and every slot of it has a set."""
    return not (variables.relaxes or problem.optional_slots)


def pattern_range(
    problem: Problem, variables: Variables, week: int, pattern: Pattern
) -> tuple[int, int]:
    """Fewest and most sets of a pattern that the model's week can have."""
    slots = [
        slot
        for kind in variables.kinds(week)
        for slot in variables.slots(kind)
        if slot.pattern is pattern
    ]
    least = len(slots) if slots_are_sure(problem, variables) else 0
    return least, sum(slot.most for slot in slots)
