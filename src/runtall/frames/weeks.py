"""One row for each week: what is run and lifted, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from runtall.domain.mobility import mobility_minutes
from runtall.domain.plan import Session
from runtall.domain.problem import Week
from runtall.domain.run_plan import NOT_RUNNING
from runtall.domain.view import Plans, PlanView
from runtall.frames.table import DATE, DECIMAL, PHASE, TRUTH, WHOLE, Columns, frame
from runtall.progression.weekly_target import target_sets

if TYPE_CHECKING:
    import pandas as pd


class WeekRow(NamedTuple):
    """A week of a plan."""

    view: PlanView
    week: Week

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Strength sessions of the week."""
        return self.view.plan.in_week(self.week.number)

    @property
    def mobility(self) -> list[int]:
        """Days with a mobility add-on."""
        return [day for day in self.week.days if day in self.view.plan.mobility]

    @property
    def metres(self) -> list[int | None]:
        """Distance of each run, None where it is not known; cross-training left out."""
        runs = (run for day in self.week.days for run in self.view.problem.days[day].runs)
        return [run.distance_m for run in runs if run.kind not in NOT_RUNNING]

    @property
    def run_km(self) -> float | None:
        """Kilometres of all runs; None where one of them has no distance."""
        return None if None in self.metres else sum(filter(None, self.metres)) / 1000


NUMBER: Columns[WeekRow] = {"week": (WHOLE, lambda row: row.week.number)}
PHASE_OF_WEEK: Columns[WeekRow] = {"phase": (PHASE, lambda row: row.week.phase)}
WEEKS: Columns[WeekRow] = {
    **NUMBER,
    "date": (DATE, lambda row: row.view.problem.days[row.week.days[0]].date),
    **PHASE_OF_WEEK,
    "deload": (TRUTH, lambda row: row.week.deload),
    "runs": (WHOLE, lambda row: len(row.metres)),
    "run_km": (DECIMAL, lambda row: row.run_km),
    "sessions": (WHOLE, lambda row: len(row.sessions)),
    "sets": (WHOLE, lambda row: row.view.plan.total(row.week.number)),
    "target_sets": (
        WHOLE,
        lambda row: target_sets(row.view.problem, row.view.plan, row.week),
    ),
    "relaxed": (
        WHOLE,
        lambda row: sum(used.week == row.week.number for used in row.view.plan.relaxed),
    ),
}
MINUTES: Columns[WeekRow] = {
    **NUMBER,
    **PHASE_OF_WEEK,
    "strength": (WHOLE, lambda row: sum(session.minutes for session in row.sessions)),
    "mobility": (
        WHOLE,
        lambda row: len(row.mobility) * mobility_minutes(row.view.problem.request.athlete),
    ),
    "longest": (WHOLE, lambda row: max((session.minutes for session in row.sessions), default=0)),
}


def weeks(plans: Plans) -> pd.DataFrame:
    """Return running and strength of each week side by side.

    Returns
    -------
    DataFrame
        Index: ``week`` (from 1).

        =========== ================= =======================================================
        column      dtype             meaning
        =========== ================= =======================================================
        date        datetime64[s]     first day of the week
        phase       category, ordered base, peak, taper
        deload      bool              a strength deload week
        runs        int64             runs, the race included, cross-training left out
        run_km      float64           their distance, kilometres; NaN: one of them has none
        sessions    int64             strength sessions
        sets        int64             working sets
        target_sets int64             working sets that the plan aims at, with the days it has
        relaxed     int64             relaxations that the week needs
        =========== ================= =======================================================
    """
    return frame(plans, _weeks, WEEKS, index=("week",))


def minutes(plans: Plans) -> pd.DataFrame:
    """Return the minutes of each week.

    Returns
    -------
    DataFrame
        Index: ``week`` (from 1).

        ======== ================= ================================================
        column   dtype             meaning
        ======== ================= ================================================
        phase    category, ordered base, peak, taper
        strength int64             strength sessions together, minutes
        mobility int64             mobility add-ons together, minutes
        longest  int64             the longest session, minutes; 0 without any
        ======== ================= ================================================
    """
    return frame(plans, _weeks, MINUTES, index=("week",))


def _weeks(view: PlanView) -> Iterator[WeekRow]:
    return (WeekRow(view, week) for week in view.problem.weeks)
