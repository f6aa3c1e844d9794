"""Mobility that lies beside a session's sets: the taper's block, and add-ons on tight days."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import LIGHT_KINDS, SessionKind
from runtall.domain.mobility import mobility_minutes
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.session_costs import MOST_S
from runtall.progression.session_time import minutes, planned_s

# Times that a taper session goes through the add-on; where there is little time, once.
ROUNDS = 2
FEWEST_ROUNDS = 1


def has_mobility_block(phase: Phase, kind: SessionKind) -> bool:
    """Return whether a session holds the taper's mobility block."""
    return phase is Phase.TAPER and kind in LIGHT_KINDS


def block_rounds(problem: Problem, session: Session) -> int:
    """Return how often a session goes through the add-on: twice if its day has time for it."""
    day, library = problem.days[session.day], problem.exercises
    if not has_mobility_block(day.phase, session.kind):
        return 0
    known = [entry for entry in session.entries if entry.exercise in library]
    whole = minutes(planned_s(known, library)) + ROUNDS * mobility_minutes(problem.request.athlete)
    return ROUNDS if 60 * whole <= room_s(day) else FEWEST_ROUNDS


def block_minutes(problem: Problem, session: Session) -> int:
    """Return whole minutes of a session's mobility block; 0 where it has none."""
    return block_rounds(problem, session) * mobility_minutes(problem.request.athlete)


def room_s(day: Day) -> int:
    """Return the seconds that a day has for a session and the mobility beside it.

    The usual 40 minutes, and the 30 without a run, are those of the session alone; a limit that the
    runner sets holds both.
    """
    return day.limit_s


def is_tight(problem: Problem, day: Day) -> bool:
    """Return whether a day may lack time for an add-on beside its session."""
    return room_s(day) < MOST_S + 60 * mobility_minutes(problem.request.athlete)


def beside_sessions(problem: Problem, plan: Plan) -> frozenset[int]:
    """Return the tight days with an add-on beside a session.

    No decision of the solver's: whether there is one follows from the length that the session is
    printed with, which the solver doesn't know.
    """
    tight = (s.day for week in problem.weeks for s in _tight(problem, plan, week))
    return frozenset(plan.mobility).intersection(tight)


def with_room_used(problem: Problem, plan: Plan) -> tuple[int, ...]:
    """Return a plan's days of mobility, as many beside sessions on tight days as are wanted.

    Parameters
    ----------
    plan
        With doses and minutes.
    """
    found = set(plan.mobility) - beside_sessions(problem, plan)
    for week in problem.weeks:
        missing = wanted(problem, week) - in_week(problem, plan, week, found)
        room = [session.day for session in _tight(problem, plan, week) if _fits(problem, session)]
        found.update(room[: max(0, missing)])
    return tuple(sorted(found))


def wanted(problem: Problem, week: Week) -> int:
    """Return how many times of mobility a week should have: no more than it has days for."""
    return min(problem.mobility_target, len(problem.mobility_days(week)))


def in_week(problem: Problem, plan: Plan, week: Week, days: set[int]) -> int:
    """Return how many times of mobility a week has: those of its light sessions count."""
    own = sum(has_mobility_block(week.phase, s.kind) for s in plan.in_week(week.number))
    return len(days & {day.index for day in problem.mobility_days(week)}) + own


def lacks_time(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether a week has less mobility than wanted, as a session takes a day's time."""
    less = in_week(problem, plan, week, set(plan.mobility)) < wanted(problem, week)
    return less and any(s.day not in plan.mobility for s in _tight(problem, plan, week))


def _tight(problem: Problem, plan: Plan, week: Week) -> Iterator[Session]:
    """Yield the sessions of a week on tight days that could have an add-on besides."""
    able = {day.index for day in problem.mobility_days(week) if is_tight(problem, day)}
    for session in plan.in_week(week.number):
        if session.day in able and not has_mobility_block(week.phase, session.kind):
            yield session


def _fits(problem: Problem, session: Session) -> bool:
    """Return whether an add-on fits a day beside its session, as that is printed."""
    whole = session.minutes + mobility_minutes(problem.request.athlete)
    return 60 * whole <= room_s(problem.days[session.day])
