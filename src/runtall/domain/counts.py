"""Counts on a finished plan, and ways through a plan and a model, that rooms share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtall.domain.exercise import Pattern, Slot
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Variables
from runtall.domain.where import InSession


def pattern_sets(problem: Problem, plan: Plan, week: int, pattern: Pattern) -> int:
    """Return the sets of a week of a plan with this movement pattern."""
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        if entry.exercise in problem.exercises
        and problem.exercises[entry.exercise].pattern is pattern
    )


def slot_sets(sessions: Iterable[Session], slot: Slot) -> int:
    """Return the sets that some sessions of one kind have in a slot together."""
    return sum(
        entry.sets
        for session in sessions
        for entry in session.entries
        if entry.position == slot.position
    )


def sessions_of(problem: Problem, plan: Plan) -> Iterator[tuple[Week, Session]]:
    """Yield each session within the calendar, week by week."""
    for week in problem.weeks:
        for session in plan.in_week(week.number):
            yield week, session


def done_entries(problem: Problem, plan: Plan) -> Iterator[tuple[InSession, Session, Entry]]:
    """Yield each entry with a set, with its place and its session, week by week."""
    for week, session in sessions_of(problem, plan):
        for entry in session.done:
            yield InSession(week.number, session.kind, entry.position), session, entry


def slots_of(variables: Variables, *weeks: Week) -> Iterator[tuple[InSession, Slot]]:
    """Yield the slots of each kind of session that these weeks may hold, with their places."""
    for week in weeks:
        for kind in variables.kinds(week.number):
            for slot in variables.slots(kind):
                yield InSession(week.number, kind, slot.position), slot
