"""One row for each exercise of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.session_ids import identified_sessions
from runtall.frames.table import (
    DATE,
    KIND,
    MAYBE_DECIMAL,
    MAYBE_WHOLE,
    PATTERN,
    PHASE,
    TEXT,
    TRUTH,
    WHOLE,
    Row,
    frame,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

DTYPES = {
    "session_id": TEXT,
    "position": WHOLE,
    "date": DATE,
    "week": WHOLE,
    "phase": PHASE,
    "session": KIND,
    "exercise": TEXT,
    "pattern": PATTERN,
    "sets": WHOLE,
    "reps": MAYBE_WHOLE,
    "distance_m": MAYBE_WHOLE,
    "hold_s": MAYBE_WHOLE,
    "per_side": TRUTH,
    "load_kg": MAYBE_DECIMAL,
    "load": TEXT,
    "rir": MAYBE_WHOLE,
    "rest_s": MAYBE_WHOLE,
    "method": TEXT,
    "pair": MAYBE_WHOLE,
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
    return frame(plans, _rows, DTYPES, index=("session_id", "position"))


def _rows(view: PlanView) -> Iterator[Row]:
    for key, session in identified_sessions(view.plan):
        day = view.problem.days[session.day]
        for entry in session.entries:
            yield {
                "session_id": key,
                "position": entry.position,
                "date": day.date,
                "week": day.week,
                "phase": day.phase.value,
                "session": session.kind.value,
                "exercise": entry.exercise,
                "pattern": view.problem.exercises[entry.exercise].pattern.value,
                "sets": entry.sets,
                "reps": entry.reps,
                "distance_m": entry.distance_m,
                "hold_s": entry.hold_s,
                "per_side": entry.per_side,
                "load_kg": None if entry.load_g is None else entry.load_g / 1000,
                "load": entry.load or None,
                "rir": entry.rir,
                "rest_s": entry.rest_s,
                "method": entry.method,
                "pair": entry.pair,
            }
