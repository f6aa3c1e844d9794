"""Working sets of each week, by movement pattern and by focus area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Area, Pattern
from runtall.domain.problem import Week
from runtall.domain.view import Plans, PlanView
from runtall.frames.table import AREA, DECIMAL, PATTERN, PHASE, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


class Volume(NamedTuple):
    """Sets of a week for a pattern or an area."""

    week: Week
    what: Pattern | Area
    sets: float


def _columns(name: str, words: Any, dtype: str) -> Columns[Volume]:
    return {
        "week": (WHOLE, lambda row: row.week.number),
        name: (words, lambda row: row.what),
        "phase": (PHASE, lambda row: row.week.phase),
        "sets": (dtype, lambda row: row.sets),
    }


BY_PATTERN = _columns("pattern", PATTERN, WHOLE)
BY_AREA = _columns("area", AREA, DECIMAL)


def weekly_volume(plans: Plans) -> pd.DataFrame:
    """Return the working sets of each week by movement pattern; weeks without any have zeros.

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
    """Return the working sets of each week by focus area; weeks without any have zeros.

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


def _by_pattern(view: PlanView) -> Iterator[Volume]:
    for week in view.problem.weeks:
        for pattern in Pattern:
            sets = pattern_sets(view.problem, view.plan, week.number, pattern)
            yield Volume(week, pattern, sets)


def _by_area(view: PlanView) -> Iterator[Volume]:
    for week in view.problem.weeks:
        halves = dict.fromkeys(Area, 0)
        for session in view.plan.in_week(week.number):
            for entry in session.entries:
                for area, credit in view.problem.exercises[entry.exercise].areas.items():
                    halves[area] += credit * entry.sets
        for area, count in halves.items():
            yield Volume(week, area, count / 2)
