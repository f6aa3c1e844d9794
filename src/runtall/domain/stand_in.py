"""Where a substitute stands in for what a slot usually has."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.memo import kept_by_problem
from runtall.domain.phase import Phase
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
