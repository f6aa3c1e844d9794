"""Counts that several soft rules share; no rule of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runtall.domain.exercise import Kind, Pattern, Slot
    from runtall.domain.plan import Plan, Session
    from runtall.domain.problem import Day, Problem, Week
    from runtall.domain.variables import Variables

NEAR_DAYS = 2
"""A session this close before a long run, race or tune-up is felt in it."""


def is_open(day: Day) -> bool:
    """Whether the day can have a session at all: on all others rules forbid it outright."""
    return day.free and bool(day.option)


def open_days(problem: Problem, week: Week) -> tuple[Day, ...]:
    """Days of a week that can have a session."""
    return tuple(problem.days[day] for day in week.days if is_open(problem.days[day]))


def mobility_days(problem: Problem, week: Week) -> tuple[Day, ...]:
    """Days of a week that can have a mobility add-on: free, after an easy run, before the race."""
    days = (problem.days[day] for day in week.days)
    return tuple(day for day in days if day.for_mobility and day.free and day.to_race > 0)


def near_key_run(day: Day) -> bool:
    """Whether a long run, race or tune-up follows within two days."""
    return any(
        distance is not None and distance <= NEAR_DAYS for distance in (day.to_long, day.to_tuneup)
    )


def every_slot_done(problem: Problem, variables: Variables) -> bool:
    """Whether each slot of a session is sure to have a set in this model."""
    return not variables.relaxes and not problem.optional_slots


def set_range(
    problem: Problem,
    variables: Variables,
    kinds: Iterable[Kind],
    pattern: Pattern | None = None,
) -> tuple[int, int]:
    """Fewest and most sets that sessions of these kinds can have, of one pattern or of all."""
    slots = [
        slot for kind in kinds for slot in problem.slots[kind] if pattern in {None, slot.pattern}
    ]
    least = len(slots) if every_slot_done(problem, variables) else 0
    return least, sum(slot.most for slot in slots)


def slot_sets(session: Session, slot: Slot) -> int:
    """Sets that a session of a plan has in a slot."""
    return sum(entry.sets for entry in session.entries if entry.position == slot.position)


def pattern_sets(problem: Problem, plan: Plan, week: int, pattern: Pattern) -> int:
    """Sets of a week of a plan with this movement pattern."""
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        if entry.exercise in problem.exercises
        and problem.exercises[entry.exercise].pattern is pattern
    )
