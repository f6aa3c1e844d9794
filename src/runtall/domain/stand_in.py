"""Where a substitute stands in for what a slot usually has."""

from __future__ import annotations

from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.memo import kept_by_problem
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week

# The last growing weeks of base, in which nothing begins that the peak would hold.
LAST_WEEKS = 2


def stands_in(day: Day, slot: Slot, rank: int) -> bool:
    """Return whether a day leaves an alternative other than the first none of those before it."""
    return rank > 0 and day.possible.isdisjoint(slot.alternatives[:rank])


def last_weeks(problem: Problem) -> tuple[Week, ...]:
    """Return the weeks of base from its last growing ones on, if there were others before."""
    growing = [week.number for week in problem.growing_weeks() if not week.cutback]
    if len(growing) <= LAST_WEEKS:
        return ()
    return tuple(
        week for week in problem.phase_weeks(Phase.BASE) if week.number >= growing[-LAST_WEEKS]
    )


def spare(problem: Problem, day: Day, kind: SessionKind, slot: Slot, rank: int) -> bool:
    """Return whether a substitute can be left out of a session on a day late in base.

    So it can where another slot of its pattern, no smaller one, has its usual exercise there.
    """
    if not stands_in(day, slot, rank) or problem.week(day.week) not in last_weeks(problem):
        return False
    possible = _possible(problem, day.index)
    return any(
        other.alternatives[0] in possible
        for other in problem.slots[kind]
        if other.pattern is slot.pattern and other.position != slot.position
        if other.full >= slot.full
    )


@kept_by_problem
def _possible(problem: Problem, day: int) -> frozenset[str]:
    """Return the exercises that can be done on a day, without those that never are."""
    return problem.days[day].possible - problem.request.athlete.hurting - problem.request.avoid


def fillable(problem: Problem, day: Day, kind: SessionKind, slot: Slot) -> bool:
    """Return whether a session on a day has to fill a slot.

    An alternative is possible there that the runner neither avoids nor is hurt by, and that isn't
    a substitute to leave out late in base.
    """
    possible = _possible(problem, day.index)
    return any(
        not spare(problem, day, kind, slot, rank)
        for rank, key in enumerate(slot.alternatives)
        if key in possible
    )


def unfillable(problem: Problem, week: Week, kind: SessionKind, slot: Slot) -> list[int]:
    """Return the days of a week on which there is nothing to fill a slot with."""
    return [day for day in week.days if not fillable(problem, problem.days[day], kind, slot)]


def lacks(problem: Problem, day: int, kind: SessionKind, pattern: Pattern) -> bool:
    """Return whether a session trains a pattern, but has nothing for it on a day.

    Never so for a pattern that no day of the plan has anything for: that is no matter of a day.
    """
    return (
        any(slot.pattern is pattern for slot in problem.slots[kind])
        and not _serves(problem, (day, kind, pattern))
        and _served(problem, pattern)
    )


def lacking_patterns(problem: Problem, plan: Plan, week: Week) -> dict[Pattern, bool]:
    """Return the patterns without a set in a week with more than light sessions.

    With each, whether that is because a day of them has nothing for it. Sets of a very light one
    train none.
    """
    sessions = plan.in_week(week.number)
    if not any(session.kind.heavy for session in sessions):
        return {}
    trained = {
        problem.exercises[entry.exercise].pattern
        for session in sessions
        if session.kind is not SessionKind.VERY_LIGHT
        for entry in session.entries
        if entry.sets and entry.exercise in problem.exercises
    }
    return {
        pattern: any(lacks(problem, session.day, session.kind, pattern) for session in sessions)
        for pattern in Pattern
        if pattern not in trained
    }


@kept_by_problem
def _serves(problem: Problem, key: tuple[int, SessionKind, Pattern]) -> bool:
    """Return whether something fills a slot of a pattern in a session on a day."""
    day, kind, pattern = key
    slots = (slot for slot in problem.slots[kind] if slot.pattern is pattern)
    return any(fillable(problem, problem.days[day], kind, slot) for slot in slots)


@kept_by_problem
def _served(problem: Problem, pattern: Pattern) -> bool:
    """Return whether a pattern can be trained on any day of a plan."""
    days = (day.index for day in problem.days if day.is_open)
    return any(_serves(problem, (day, kind, pattern)) for day in days for kind in problem.slots)
