"""One row for each exercise of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.view import Plans
from runtall.frames.rows import (
    AMOUNT,
    DAY,
    LOAD,
    PHASE_AND_KIND,
    RESERVE,
    SESSION_ID,
    Exposure,
    exposures,
)
from runtall.frames.table import MAYBE_WHOLE, PATTERN, TEXT, TRUTH, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


COLUMNS: Columns[Exposure] = {
    **SESSION_ID,
    "position": (WHOLE, lambda row: row.entry.position),
    **DAY,
    **PHASE_AND_KIND,
    "exercise": (TEXT, lambda row: row.entry.exercise),
    "pattern": (PATTERN, lambda row: row.exercise.pattern),
    **AMOUNT,
    "per_side": (TRUTH, lambda row: row.entry.per_side),
    **LOAD,
    "load": (TEXT, lambda row: row.entry.load or None),
    **RESERVE,
    "rest_s": (MAYBE_WHOLE, lambda row: row.entry.rest_s),
    "method": (TEXT, lambda row: row.entry.method),
    "pair": (MAYBE_WHOLE, lambda row: row.entry.pair),
}


def sets(plans: Plans) -> pd.DataFrame:
    """Exercises of every strength session in order, with sets and dose.

    ``plan.csv`` has the same rows, and besides those of mobility add-ons; its ``load`` repeats
    the weight, too.

    Returns
    -------
    DataFrame
        Index: ``session_id``, ``position`` (place in the session, from 1).

        ========== ================= ====================================================
        column     dtype             meaning
        ========== ================= ====================================================
        date       datetime64[s]     day of the session
        week       int64             week of the plan, from 1
        phase      category, ordered base, peak, taper
        session    category, ordered D1, D2, merged, light, very_light
        exercise   string            key of the exercise
        pattern    category, ordered pull, push, carry, core
        sets       int64             working sets
        reps       Int64             reps of a set, per side where ``per_side``; NA: none
        distance_m Int64             metres of a set, likewise
        hold_s     Int64             seconds of a set, likewise
        per_side   bool              done once for each side
        load_kg    Float64           kilograms per hand; NA: body weight, band, or open
        load       string            what makes it hard where no weight does; NA: nothing
        rir        Int64             reps left in reserve
        rest_s     Int64             rest between two sets, seconds
        method     string            what grew since the last exposure
        pair       Int64             position that it takes turns with; NA: none
        ========== ================= ====================================================
    """
    return frame(plans, exposures, COLUMNS, index=("session_id", "position"))
