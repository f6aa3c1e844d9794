"""What is lifted from exposure to exposure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.session_ids import identified_sessions
from runtall.frames.table import (
    DATE,
    KIND,
    MAYBE_DECIMAL,
    MAYBE_WHOLE,
    PHASE,
    TEXT,
    WHOLE,
    Row,
    frame,
)
from runtall.progression.trend import estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

DTYPES = {
    "exercise": TEXT,
    "session_id": TEXT,
    "date": DATE,
    "week": WHOLE,
    "phase": PHASE,
    "session": KIND,
    "sets": WHOLE,
    "reps": MAYBE_WHOLE,
    "distance_m": MAYBE_WHOLE,
    "hold_s": MAYBE_WHOLE,
    "rir": MAYBE_WHOLE,
    "load_kg": MAYBE_DECIMAL,
    "one_rep_max_kg": MAYBE_DECIMAL,
}


def loads(plans: Plans) -> pd.DataFrame:
    """Every exposure of every exercise, exercise by exercise and by date.

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
    return frame(plans, _rows, DTYPES, index=("exercise", "session_id"))


def _rows(view: PlanView) -> Iterator[Row]:
    sessions = identified_sessions(view.plan)
    for exercise in view.problem.exercises.values():
        for key, session in sessions:
            day = view.problem.days[session.day]
            for entry in session.done:
                if entry.exercise != exercise.key:
                    continue
                most = estimate(exercise, entry)
                yield {
                    "exercise": exercise.key,
                    "session_id": key,
                    "date": day.date,
                    "week": day.week,
                    "phase": day.phase.value,
                    "session": session.kind.value,
                    "sets": entry.sets,
                    "reps": entry.reps,
                    "distance_m": entry.distance_m,
                    "hold_s": entry.hold_s,
                    "rir": entry.rir,
                    "load_kg": None if entry.load_g is None else entry.load_g / 1000,
                    "one_rep_max_kg": None if most is None else most / 1000,
                }
