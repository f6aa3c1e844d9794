"""Coming back to strength after days without it.

What a plan has of it is read off here; to the solver it is `Variables.returned`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from runtall.domain.memo import kept_by_plan, kept_by_problem
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.run_plan import NOT_RUNNING
from runtall.domain.way_back import BREAK as BREAK
from runtall.domain.way_back import LONG, ROWS, Row

# Sessions in a row that a gap has missed, where a week has two.
MISSED = 2
# Weeks in a row that are no growing ones, from which on the next one counts as after a break.
SMALL_WEEKS = 4
# Days without a run, in a row, after which nobody kept running; of days off, so many are enough.
IDLE, IDLE_OFF = 5, 3
# Days after which an illness with its days of rest no more is what a session comes back from.
JUST_ILL = 7


class Return(NamedTuple):
    """The first session after a gap.

    Parameters
    ----------
    week, day
        Where it lies.
    days
        Days since the session before it.
    rows
        How many rows of the table the gap reaches, each longer one with all shorter ones.
    ill
        Whether the runner was ill or didn't run before it.
    whole
        Whether its week has all of its sessions from it on.
    """

    week: int
    day: int
    days: int
    rows: int
    ill: bool
    whole: bool

    @property
    def row(self) -> Row:
        """The row of the table that counts."""
        return ROWS[self.rows - 1]

    @property
    def after_small(self) -> bool:
        """Whether it is small weeks that it comes back from, and no days without strength."""
        return not self.ill and self.days < self.row.days

    @property
    def small(self) -> bool:
        """Whether less than before is done after it: a long gap, or any after an illness."""
        return self.rows > 1 or self.ill


@kept_by_plan
def returns(problem: Problem, plan: Plan) -> tuple[Return, ...]:
    """Return the gaps' ends in a plan, by week.

    Sessions of the runner's own for the upper body are strength, too. A gap counts where planned
    sessions were missed: two in a row, or one where a week has only one. So the usual days between
    two sessions are none, nor is one missed session of two. After days without a run it counts
    whether or not any was missed; after an illness, besides, however few days it took, also within
    a week and before the first session of all. Four easier weeks or trips in a row are one of ten
    days, too.
    """
    return tuple(found for week in problem.weeks for found in _returns(problem, plan, week))


def most_sessions(before: Week, week: Week) -> int | None:
    """Return the most sessions of two weeks that miss enough for a gap; None: no gap ends here.

    After a week with a strength session of the runner's own none does: that was training.
    """
    if not before.n_sessions or not week.n_sessions or before.own:
        return None
    return before.n_sessions + week.n_sessions - min(MISSED, before.n_sessions)


@kept_by_problem
def after_small_weeks(problem: Problem, number: int) -> bool:
    """Return whether so many easier weeks and trips lie right before a growing one.

    They leave little of what was done before, though each of them has had its sessions.
    """
    growing = [week.number for week in problem.growing_weeks() if week.number <= number]
    return growing[-1:] == [number] and number - growing[-2:][0] > SMALL_WEEKS


@kept_by_problem
def idle_within(problem: Problem, day: int) -> int | None:
    """Return the days without strength before a day that an illness or days without a run lie in.

    None: nothing of the kind lies within the longest row. It is an illness, five days in a row
    without a run, or three days off with no run on any.
    """
    stretch = off = 0
    runs_off = False
    for days in range(2, min(day + 1, ROWS[-1].days) + 1):
        other = problem.days[day - days + 1]
        running = _runs(other)
        stretch = 0 if running else stretch + 1
        off += not other.free
        runs_off |= running and not other.free
        if other.ill or stretch >= IDLE or (off >= IDLE_OFF and not runs_off):
            return days
    return None


@kept_by_problem
def ill_within(problem: Problem, day: int) -> int | None:
    """Return the days without strength before a day that reach back to the last one of an illness.

    None: none lies within the longest row.
    """
    longest = min(day + 1, ROWS[-1].days)
    return next((n for n in range(2, longest + 1) if problem.days[day - n + 1].ill), None)


def quiet_days(problem: Problem, day: int, number: int) -> int | None:
    """Return the days since the last session that reach a row though no session was missed.

    They reach back to an illness, or to days without a run. None: there is nothing of the kind
    before a first session on this day.
    """
    idle = idle_within(problem, day)
    return None if idle is None else max(idle, ROWS[number].limit(problem.week(day // 7)))


def _returns(problem: Problem, plan: Plan, week: Week) -> Iterator[Return]:
    gap = _return(problem, plan, week) if week.number > 1 else None
    yield from [gap] if gap else []
    held = sorted({session.day for session in plan.sessions})
    for before, day in pairwise([-1, *held]):
        ill = ill_within(problem, day) if day in week.days else None
        if ill is not None and ill <= day - before and not (gap and gap.day == day):
            later = [s for s in plan.in_week(week.number) if s.day >= day]
            whole = len(later) >= week.n_sessions
            days = min(day, day - before)
            yield Return(week.number, day, days, 1, ill=True, whole=whole)


def _return(problem: Problem, plan: Plan, week: Week) -> Return | None:
    before = problem.week(week.number - 1)
    most = most_sessions(before, week)
    here, earlier = plan.in_week(week.number), plan.in_week(before.number)
    days = [session.day for session in plan.sessions if session.day < week.days[0]]
    if most is None or not here or not days:
        return None
    first = min(session.day for session in here)
    days += [day.index for day in problem.days[:first] if day.trains]
    since = first - max(days)
    limits = [
        row.limit(before)
        if len(here) + len(earlier) <= most
        else quiet_days(problem, first, number)
        for number, row in enumerate(ROWS)
    ]
    rows = sum(limit is not None and limit <= since for limit in limits)
    if after_small_weeks(problem, week.number):
        rows = max(rows, LONG)
    if not rows:
        return None
    ill = (idle_within(problem, first) or since + 1) <= since
    return Return(week.number, first, since, rows, ill, len(here) >= week.n_sessions)


def was_ill(problem: Problem, found: Return) -> bool:
    """Return whether a gap had an illness at its end, whatever else lies in it."""
    days = problem.days[found.day - min(found.days, JUST_ILL) : found.day]
    return any(day.ill or day.recovering for day in days)


def still_idle(problem: Problem, day: int) -> bool:
    """Return whether a day is the last of five in a row, at least, without a run."""
    return day + 1 >= IDLE and not any(map(_runs, problem.days[day + 1 - IDLE : day + 1]))


def _runs(day: Day) -> bool:
    return any(run.kind not in NOT_RUNNING for run in day.runs)
