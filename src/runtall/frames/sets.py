"""One row for each exercise of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.view import Plans
from runtall.frames.rows import OF_EXERCISE, chosen, exercise_rows
from runtall.frames.table import frame

if TYPE_CHECKING:
    import pandas as pd


COLUMNS = chosen(
    OF_EXERCISE,
    *("session_id", "position", "date", "week", "phase", "session", "exercise", "pattern", "sets"),
    *("reps", "distance_m", "hold_s", "per_side", "load_kg", "load", "rir", "rest_s", "method"),
    "pair",
)


def sets(plans: Plans) -> pd.DataFrame:
    """Return the exercises of every strength session in order, with sets and dose.

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
    return frame(plans, exercise_rows, COLUMNS, index=("session_id", "position"))
