"""The way back after days without strength, by how many there were: the table is a coach's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.run_plan import RunKind


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


def pauses(problem: Problem, week: Week) -> bool:
    """Return whether a week is no step on a way back: it has no more than the one before.

    That is an easier week, one that begins in the seven days after a tune-up race, in which nothing
    grows, and a run cutback; not one that a short race leaves less to run in, as its sets stay.
    """
    days = [problem.days[day] for day in week.days]
    raced = any(day.kind is RunKind.TUNEUP for day in days)
    return week.easier or days[0].after_race or (week.cutback and not raced)


def way_back(problem: Problem, first: int, row: Row, *, ill: bool) -> Iterator[Share]:
    """Yield the shares of the weeks from the first one on; a pause has no more than before.

    In the peak nothing grows: on a way that has begun before it no single sets come back there,
    beyond the last share of the table.
    """
    week, most = first, 0
    for step, (percent, more) in enumerate(row.shares(ill=ill)):
        while week <= len(problem.weeks):
            here = problem.week(week)
            if here.phase is Phase.BASE or problem.week(first).phase is not Phase.BASE:
                most = more
            held = min(more, most)
            share = max(percent, row.ill[-1]) if more and not held else percent
            cut = EASIER_SHARE if here.easier and percent != ALL else ALL
            yield Share(week, step, share * cut // ALL, held * cut // ALL, ill)
            week += 1
            if percent == ALL or week > len(problem.weeks):
                break
            if not pauses(problem, problem.week(week)):
                break


def weeks_since(problem: Problem, first: int, number: int) -> int:
    """Return the weeks from one to a later one, without those among them that pause."""
    return sum(not pauses(problem, week) for week in problem.weeks[first:number])
