"""Deliberate changes of a finished plan, as somebody might make them by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.dose import prescribe

Change = Callable[[Problem, Plan], Plan]
D1, D2, MERGED, LIGHT, VERY_LIGHT = SessionKind
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
"""Places in a week that starts on a Monday."""


@dataclass(frozen=True)
class Mutation:
    """A change and the rule that must notice it.

    Parameters
    ----------
    scenario
        The solved scenario to start from.
    found
        Part of what the rule must say the plan has instead.
    """

    rule: str
    title: str
    change: Change
    found: str
    scenario: str = "sample-week"


# The fields of a mutation; without its scenario it starts from the sample week.
Row = tuple[str, str, Change, str] | tuple[str, str, Change, str, str]


def held(plan: Plan, week: int, kind: SessionKind) -> Session:
    """The week's session of a kind."""
    return next(session for session in plan.in_week(week) if session.kind is kind)


def exchange(plan: Plan, old: Sequence[Session], new: Sequence[Session]) -> Plan:
    """The plan with other sessions in place of some, by day."""
    kept = [session for session in plan.sessions if session not in old]
    return replace(plan, sessions=tuple(sorted([*kept, *new], key=lambda session: session.day)))


def consistent(change: Change) -> Change:
    """The change, with printed minutes, options and doses that follow from it.

    Without this the printed words would give every change away.
    """
    return lambda problem, plan: prescribe(problem, change(problem, plan))


def move(week: int, kind: SessionKind, weekday: int) -> Change:
    """Move a session to another day of its week."""

    def change(problem: Problem, plan: Plan) -> Plan:
        session = held(plan, week, kind)
        day = problem.week(week).days[weekday]
        return exchange(plan, [session], [replace(session, day=day)])

    return consistent(change)


def drop(week: int, kind: SessionKind) -> Change:
    """Leave a session out."""
    return lambda _, plan: exchange(plan, [held(plan, week, kind)], [])


def missed(*weeks: int) -> Change:
    """Leave out every session of some weeks."""
    return both(*(drop(week, kind) for week in weeks for kind in (D1, D2)))


def entries(week: int, kind: SessionKind, edit: Callable[[list[Entry]], Sequence[Entry]]) -> Change:
    """Change the exercises of a session."""

    def change(_: Problem, plan: Plan) -> Plan:
        session = held(plan, week, kind)
        new = replace(session, entries=tuple(edit(list(session.entries))))
        return exchange(plan, [session], [new])

    return change


def sets(week: int, kind: SessionKind, **by_position: int) -> Change:
    """Add sets to some slots, ``p1=1``, or take them away, ``p1=-1``."""

    def edit(old: list[Entry]) -> list[Entry]:
        return [
            replace(entry, sets=entry.sets + by_position.get(f"p{entry.position}", 0))
            for entry in old
        ]

    return consistent(entries(week, kind, edit))


def all_sets(week: int, kind: SessionKind, count: int) -> Change:
    """Give every slot of a session this many sets."""
    return consistent(
        entries(week, kind, lambda old: [replace(entry, sets=count) for entry in old])
    )


def exercise(week: int, kind: SessionKind, position: int, key: str) -> Change:
    """Put another exercise into a slot."""

    def edit(old: list[Entry]) -> list[Entry]:
        return [replace(e, exercise=key) if e.position == position else e for e in old]

    return consistent(entries(week, kind, edit))


def leave_out(week: int, kind: SessionKind, *positions: int) -> Change:
    """Leave slots of a session out."""
    return consistent(
        entries(week, kind, lambda old: [e for e in old if e.position not in positions])
    )


def printed(week: int, kind: SessionKind, **fields: Any) -> Change:
    """Change what is printed about a session, and nothing else."""

    def change(_: Problem, plan: Plan) -> Plan:
        session = held(plan, week, kind)
        return exchange(plan, [session], [replace(session, **fields)])

    return change


def beside(week: int, kind: SessionKind) -> Change:
    """Put the mobility add-on on the day of a session."""

    def change(_: Problem, plan: Plan) -> Plan:
        days = {*plan.mobility, held(plan, week, kind).day}
        return replace(plan, mobility=tuple(sorted(days)))

    return change


def printed_set(week: int, kind: SessionKind, position: int, **fields: Any) -> Change:
    """Change what is printed about one exercise."""
    return entries(
        week, kind, lambda old: [replace(e, **fields) if e.position == position else e for e in old]
    )


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(problem: Problem, plan: Plan) -> Plan:
        for step in changes:
            plan = step(problem, plan)
        return plan

    return change
