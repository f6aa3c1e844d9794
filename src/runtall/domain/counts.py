"""Counts on a finished plan that rules and objectives share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runtall.domain.exercise import Pattern, Slot
    from runtall.domain.plan import Plan, Session
    from runtall.domain.problem import Problem


def pattern_sets(problem: Problem, plan: Plan, week: int, pattern: Pattern) -> int:
    """Sets of a week of a plan with this movement pattern."""
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        if entry.exercise in problem.exercises
        and problem.exercises[entry.exercise].pattern is pattern
    )


def slot_sets(sessions: Iterable[Session], slot: Slot) -> int:
    """Sets that some sessions of one kind have in a slot together."""
    return sum(
        entry.sets
        for session in sessions
        for entry in session.entries
        if entry.position == slot.position
    )
