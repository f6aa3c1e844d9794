"""Working sets of each week, by movement pattern and by focus area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Area, Pattern
from runtall.frames.table import AREA, DECIMAL, PATTERN, PHASE, WHOLE, Row, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

BY_PATTERN = {"week": WHOLE, "pattern": PATTERN, "phase": PHASE, "sets": WHOLE}
BY_AREA = {"week": WHOLE, "area": AREA, "phase": PHASE, "sets": DECIMAL}


def weekly_volume(plans: Plans) -> pd.DataFrame:
    """Working sets of each week by movement pattern; weeks without any have zeros.

    Returns
    -------
    DataFrame
        Index: ``week`` (from 1), ``pattern`` (category, ordered: pull, push, carry, core).

        ====== ================= ==================
        column dtype             meaning
        ====== ================= ==================
        phase  category, ordered base, peak, taper
        sets   int64             working sets
        ====== ================= ==================
    """
    return frame(plans, _by_pattern, BY_PATTERN, index=("week", "pattern"))


def area_volume(plans: Plans) -> pd.DataFrame:
    """Working sets of each week by focus area; weeks without any have zeros.

    A set counts whole for an area that it trains directly, and half for one that it trains along
    the way, so the areas' sum is not the number of sets.

    Returns
    -------
    DataFrame
        Index: ``week`` (from 1), ``area`` (category, ordered: upper_back, shoulders,
        chest_triceps, anti_rotation, anti_extension).

        ====== ================= ==================
        column dtype             meaning
        ====== ================= ==================
        phase  category, ordered base, peak, taper
        sets   float64           sets, in halves
        ====== ================= ==================
    """
    return frame(plans, _by_area, BY_AREA, index=("week", "area"))


def _by_pattern(view: PlanView) -> Iterator[Row]:
    for week in view.problem.weeks:
        for pattern in Pattern:
            yield {
                "week": week.number,
                "pattern": pattern.value,
                "phase": week.phase.value,
                "sets": pattern_sets(view.problem, view.plan, week.number, pattern),
            }


def _by_area(view: PlanView) -> Iterator[Row]:
    exercises = view.problem.exercises
    for week in view.problem.weeks:
        halves = dict.fromkeys(Area, 0)
        for session in view.plan.in_week(week.number):
            for entry in session.entries:
                for area, credit in exercises[entry.exercise].areas.items():
                    halves[area] += credit * entry.sets
        for area, count in halves.items():
            yield {
                "week": week.number,
                "area": area.value,
                "phase": week.phase.value,
                "sets": count / 2,
            }
