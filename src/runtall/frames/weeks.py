"""One row for each week: what is run and lifted, and how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.run_plan import NOT_RUNNING
from runtall.frames.table import (
    DATE,
    DECIMAL,
    PHASE,
    TRUTH,
    WHOLE,
    Row,
    frame,
)
from runtall.progression.mobility import mobility_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.problem import Problem, Week
    from runtall.domain.view import Plans, PlanView

WEEKS = {
    "week": WHOLE,
    "date": DATE,
    "phase": PHASE,
    "deload": TRUTH,
    "runs": WHOLE,
    "run_km": DECIMAL,
    "sessions": WHOLE,
    "sets": WHOLE,
    "target_sets": WHOLE,
    "relaxed": WHOLE,
}
MINUTES = {
    "week": WHOLE,
    "phase": PHASE,
    "strength": WHOLE,
    "mobility": WHOLE,
    "longest": WHOLE,
}


def weeks(plans: Plans) -> pd.DataFrame:
    """Running and strength of each week side by side.

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
        target_sets int64             working sets that the plan aims at
        relaxed     int64             relaxations that the week needs
        =========== ================= =======================================================
    """
    return frame(plans, _weeks, WEEKS, index=("week",))


def minutes(plans: Plans) -> pd.DataFrame:
    """Minutes of each week.

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
    return frame(plans, _minutes, MINUTES, index=("week",))


def _weeks(view: PlanView) -> Iterator[Row]:
    for week in view.problem.weeks:
        runs, metres = _running(view.problem, week)
        yield {
            "week": week.number,
            "date": view.problem.days[week.days[0]].date,
            "phase": week.phase.value,
            "deload": week.deload,
            "runs": runs,
            "run_km": None if metres is None else metres / 1000,
            "sessions": len(view.plan.in_week(week.number)),
            "sets": view.plan.total(week.number),
            "target_sets": week.target_sets,
            "relaxed": sum(used.week == week.number for used in view.plan.relaxed),
        }


def _running(problem: Problem, week: Week) -> tuple[int, int | None]:
    """Number of runs, and their metres; None where a run has no distance."""
    runs = [run for day in week.days for run in problem.days[day].runs]
    metres = [run.distance_m for run in runs if run.kind not in NOT_RUNNING]
    known = [one for one in metres if one is not None]
    return len(metres), sum(known) if len(known) == len(metres) else None


def _minutes(view: PlanView) -> Iterator[Row]:
    for week in view.problem.weeks:
        lengths = [session.minutes for session in view.plan.in_week(week.number)]
        add_ons = sum(day in week.days for day in view.plan.mobility)
        yield {
            "week": week.number,
            "phase": week.phase.value,
            "strength": sum(lengths),
            "mobility": add_ons * mobility_minutes(),
            "longest": max(lengths, default=0),
        }
