"""Coming back to strength after days without it.

The days since the last session say how small the way back begins: the table is a coach's. What a
plan has of it is read off here; to the solver it is `Variables.returned`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from runtall.domain.memo import kept_by_plan, kept_by_problem
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.run_plan import NOT_RUNNING
from runtall.domain.variables import Expression, Literal, Variables


@dataclass(frozen=True, slots=True)
class Row:
    """What so many days without strength ask for.

    Parameters
    ----------
    days, once
        Days since the last session, at least: where a week has two sessions, and where it has one.
    running, ill
        Sets of the first whole weeks back in per cent of those before, for who kept running, and
        for who was ill or didn't run.
    load
        Load in per cent.
    more, weeks
        Sets that come back in each week after these, and for how many weeks.
    """

    days: int
    once: int
    running: tuple[int, ...]
    ill: tuple[int, ...]
    load: int
    more: int = 0
    weeks: int = 0

    def shares(self, *, ill: bool) -> Iterator[tuple[int, int]]:
        """Yield, for the weeks back, per cent of the sets, and sets more."""
        steps = self.ill if ill else self.running
        yield from ((percent, 0) for percent in steps)
        for week in range(1, self.weeks + 1):
            yield steps[-1], self.more * week

    def has_half_alone(self, week: Week, *, ill: bool) -> bool:
        """Return whether a week has but the half session, which is less than the first share."""
        return ill and week.n_sessions == 1 and self.ill[0] > HALF

    def limit(self, week: Week) -> int:
        """Return the days that count where a week like this one was missed."""
        return self.once if week.n_sessions == 1 else self.days


ROWS = (
    Row(8, 12, running=(100,), ill=(100,), load=100),
    Row(10, 14, running=(80, 100), ill=(70, 100), load=95),
    Row(17, 17, running=(65,), ill=(50, 70), load=90, more=2, weeks=5),
    Row(28, 28, running=(65,), ill=(50, 70), load=85, more=2, weeks=5),
)


def rows_of(days: int) -> int:
    """Return how many rows of the table so many days reach."""
    return sum(row.days <= days for row in ROWS)


# Per cent: as much as before, a first session after an illness, and what an easier week on the way
# back has of its share.
ALL, HALF, EASIER_SHARE = 100, 50, 80
# What a peak week and an easier one have of a session whose neighbour is half of one, in per cent.
PEAK_BESIDE, EASIER_BESIDE = 65, 75
# The first row that is a break: less than before was done in the weeks after it. The first one
# after which nothing else grows for weeks, and the one that starts all over.
BREAK, LONG, ANEW = 1, 2, 3
# Most weeks of a way back after its first one.
LAST_STEP = max(row.weeks for row in ROWS) + 1
# Weeks for which a gap of the second row is felt: the first one back and one without growth.
FELT = 1
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


class Share(NamedTuple):
    """What a week on the way back may have: per cent of the sets before, and sets more.

    Parameters
    ----------
    step
        Its step on the way, from 0.
    ill
        Whether the way is that of who was ill or didn't run.
    """

    week: int
    step: int
    percent: int
    more: int
    ill: bool


def beside_half(week: Week) -> int:
    """Return what a session may have in the week of half a one: its usual part, never more."""
    if week.phase is Phase.PEAK:
        return PEAK_BESIDE
    return EASIER_BESIDE if week.easier else ALL


def way_back(problem: Problem, first: int, row: Row, *, ill: bool) -> Iterator[Share]:
    """Yield the shares of the weeks from the first one on; a pause has no more than before."""
    week = first
    for step, (percent, more) in enumerate(row.shares(ill=ill)):
        while week <= len(problem.weeks):
            cut = EASIER_SHARE if problem.week(week).easier and percent != ALL else ALL
            yield Share(week, step, percent * cut // ALL, more * cut // ALL, ill)
            week += 1
            if percent == ALL or week > len(problem.weeks) or not problem.week(week).pauses:
                break


def weeks_since(problem: Problem, first: int, number: int) -> int:
    """Return the weeks from one to another, without those among them that pause."""
    return _going(problem, number) - _going(problem, first)


@kept_by_problem
def _going(problem: Problem, number: int) -> int:
    """Return the weeks up to one that don't pause."""
    return sum(not week.pauses for week in problem.weeks[:number])


@kept_by_problem
def felt_weeks(problem: Problem, number: int) -> dict[int, int]:
    """Return the weeks of which a gap's end makes a week small, and from which row on.

    But for what a ramp does after that.
    """
    earlier = range(1, number)
    rows = {week: BREAK for week in earlier if weeks_since(problem, week, number) <= FELT}
    return rows | {number: 0}


def is_felt(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether any such gap's end makes a week small."""
    weeks = felt_weeks(problem, number)
    return any(found.rows > weeks.get(found.week, len(ROWS)) for found in returns(problem, plan))


def gaps_felt(problem: Problem, variables: Variables, number: int) -> list[Literal]:
    """Return the same to the solver: what is 1 where one does."""
    return [variables.returned(*both) for both in felt_weeks(problem, number).items()]


def short_gaps(
    problem: Problem, variables: Variables, number: int, *, least: int = 0, longest: int = LONG
) -> list[Expression]:
    """Return what is 1 where a gap of more rows than so many, and no longer one, is felt."""
    rows = {week: max(row, least) for week, row in felt_weeks(problem, number).items()}
    return [
        variables.returned(week, row) - variables.returned(week, longest)
        for week, row in rows.items()
        if row < longest
    ]


def after_short_gap(
    problem: Problem, plan: Plan, number: int, *, least: int = 0, longest: int = LONG
) -> bool:
    """Return whether such a gap is felt in a week."""
    rows: dict[int, int] = {}
    for found in returns(problem, plan):
        rows[found.week] = max(found.rows, rows.get(found.week, 0))
    felt = felt_weeks(problem, number).items()
    return any(max(row, least) < rows.get(week, 0) <= longest for week, row in felt)


def was_ill(problem: Problem, found: Return) -> bool:
    """Return whether a gap had an illness at its end, whatever else lies in it."""
    days = problem.days[found.day - min(found.days, JUST_ILL) : found.day]
    return any(day.ill or day.recovering for day in days)


def begins_after_gap(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week has the first session back after a gap."""
    return any(found.week == number for found in returns(problem, plan))


def follows_gap(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week lies so soon after a gap that no rule asks for many sets."""
    return is_felt(problem, plan, number) or is_on_ramp(problem, plan, number)


def gaps_before(problem: Problem, variables: Variables, number: int) -> Expression:
    """Return the same to the solver: more than 0 where a week follows a gap."""
    return sum([*gaps_felt(problem, variables, number), *ramps(problem, variables, number)])


def is_on_ramp(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week lies so soon after a long gap that its sets are still coming back."""
    gaps = (found.week for found in returns(problem, plan) if found.rows > LONG)
    return any(week in _ramp_weeks(problem, number) for week in gaps)


def ramps(problem: Problem, variables: Variables, number: int) -> list[Expression]:
    """Return the same to the solver: for each gap that it may follow what is 1 if it does."""
    return [variables.returned(week, LONG) for week in _ramp_weeks(problem, number)]


@kept_by_problem
def _ramp_weeks(problem: Problem, number: int) -> list[int]:
    """Return the weeks from which a ramp reaches a week, if they begin after a long gap."""
    weeks = range(1, number + 1)
    return [week for week in weeks if weeks_since(problem, week, number) <= LAST_STEP]


def small_back(variables: Variables, problem: Problem, number: int) -> Expression:
    """Return what is more than 0 where a way back leaves a week fewer sets than it would have."""
    rows = _small_weeks(problem, number).items()
    return sum(variables.returned(week, row) for week, row in rows)


def is_small_back(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a way back leaves a week fewer sets than it would have."""
    rows = _small_weeks(problem, number)
    return any(found.rows > rows.get(found.week, len(ROWS)) for found in returns(problem, plan))


@kept_by_problem
def _small_weeks(problem: Problem, number: int) -> dict[int, int]:
    """Return the weeks of which a gap's end leaves a week fewer sets, and from which row on."""
    rows = dict.fromkeys(_ramp_weeks(problem, number), LONG)
    second = (week for week in rows if week < number and weeks_since(problem, week, number) <= 1)
    return rows | dict.fromkeys(second, BREAK) | {number: 0}


def still_idle(problem: Problem, day: int) -> bool:
    """Return whether a day is the last of five in a row, at least, without a run."""
    return day + 1 >= IDLE and not any(map(_runs, problem.days[day + 1 - IDLE : day + 1]))


def _runs(day: Day) -> bool:
    return any(run.kind not in NOT_RUNNING for run in day.runs)
