"""Days between a session and what is run or lifted before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.gaps import days_after, days_before
from runtall.domain.run_plan import KEY_KINDS, RunKind
from runtall.domain.session_ids import identified_sessions
from runtall.frames.table import DATE, KIND, MAYBE_WHOLE, TEXT, WHOLE, Row, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

DTYPES = {
    "session_id": TEXT,
    "date": DATE,
    "week": WHOLE,
    "session": KIND,
    "to_key": MAYBE_WHOLE,
    "since_key": MAYBE_WHOLE,
    "to_long": MAYBE_WHOLE,
    "since_long": MAYBE_WHOLE,
    "to_workout": MAYBE_WHOLE,
    "since_workout": MAYBE_WHOLE,
    "to_race": WHOLE,
    "since_session": MAYBE_WHOLE,
}


def spacing(plans: Plans) -> pd.DataFrame:
    """Whole days from each session to the key runs around it.

    Key runs are long runs, workouts, tune-up races and the race. A day counts from the next or the
    last *other* day: a session on the day of a workout has that workout in neither column.

    Returns
    -------
    DataFrame
        Index: ``session_id``.

        ============= ================= =================================================
        column        dtype             meaning
        ============= ================= =================================================
        date          datetime64[s]     day of the session
        week          int64             week of the plan, from 1
        session       category, ordered D1, D2, merged, light, very_light
        to_key        Int64             days to the next key run; NA: there is none
        since_key     Int64             days since the last key run
        to_long       Int64             days to the next long run
        since_long    Int64             days since the last long run
        to_workout    Int64             days to the next workout
        since_workout Int64             days since the last workout
        to_race       int64             days to the race
        since_session Int64             days since the session before
        ============= ================= =================================================
    """
    return frame(plans, _rows, DTYPES, index=("session_id",))


def _rows(view: PlanView) -> Iterator[Row]:
    problem = view.problem
    before: int | None = None
    for key, session in identified_sessions(view.plan):
        day = session.day
        yield {
            "session_id": key,
            "date": problem.days[day].date,
            "week": problem.days[day].week,
            "session": session.kind.value,
            "to_key": days_before(problem, day, KEY_KINDS),
            "since_key": days_after(problem, day, KEY_KINDS),
            "to_long": days_before(problem, day, {RunKind.LONG}),
            "since_long": days_after(problem, day, {RunKind.LONG}),
            "to_workout": days_before(problem, day, {RunKind.WORKOUT}),
            "since_workout": days_after(problem, day, {RunKind.WORKOUT}),
            "to_race": problem.days[day].to_race,
            "since_session": None if before is None else day - before,
        }
        before = day
