"""What is lifted from exposure to exposure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.units import thousands
from runtall.domain.view import Plans, PlanView
from runtall.frames.rows import OF_EXERCISE, ExerciseRow, chosen, exercise_rows
from runtall.frames.table import MAYBE_DECIMAL, Columns, frame
from runtall.progression.rep_max import estimate

if TYPE_CHECKING:
    import pandas as pd


COLUMNS: Columns[ExerciseRow] = {
    **chosen(
        OF_EXERCISE,
        *("exercise", "session_id", "date", "week", "phase", "session"),
        *("sets", "reps", "distance_m", "hold_s", "rir", "load_kg"),
    ),
    "one_rep_max_kg": (MAYBE_DECIMAL, lambda row: thousands(estimate(row.exercise, row.entry))),
}


def loads(plans: Plans) -> pd.DataFrame:
    """Return every exposure of every exercise, exercise by exercise and by date.

    Returns
    -------
    DataFrame
        Index: ``exercise`` (key, in the guide's order), ``session_id``.

        ============== ================= =====================================================
        column         dtype             meaning
        ============== ================= =====================================================
        date           datetime64[s]     day of the session
        week           int64             week of the plan, from 1
        phase          category, ordered base, peak, taper
        session        category, ordered D1, D2, merged, light, very_light
        sets           int64             working sets
        reps           Int64             reps of a set, per side where it has sides; NA: none
        distance_m     Int64             metres of a set, likewise
        hold_s         Int64             seconds of a set, likewise
        rir            Int64             reps left in reserve
        load_kg        Float64           kilograms per hand; NA: body weight, band, or open
        one_rep_max_kg Float64           estimate from load, reps and reserve, kilograms
                                         per hand; NA where none may be made
        ============== ================= =====================================================
    """
    return frame(plans, _by_exercise, COLUMNS, index=("exercise", "session_id"))


def _by_exercise(view: PlanView) -> list[ExerciseRow]:
    order = list(view.problem.exercises)
    done = [row for row in exercise_rows(view) if row.entry.sets]
    return sorted(done, key=lambda row: order.index(row.exercise.key))
