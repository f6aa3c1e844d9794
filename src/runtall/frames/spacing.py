"""Days between a session and what is run or lifted before and after it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from runtall.domain.gaps import days_after, days_before
from runtall.domain.problem import Problem
from runtall.domain.run_plan import KEY_KINDS, RunKind
from runtall.domain.view import Plans
from runtall.frames.rows import OF_SESSION, SessionRow, chosen, session_rows
from runtall.frames.table import MAYBE_WHOLE, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


Gap = Callable[[Problem, int, Collection[RunKind]], int | None]


def _gap(gap: Gap, *kinds: RunKind) -> tuple[str, Callable[[SessionRow], int | None]]:
    return MAYBE_WHOLE, lambda row: gap(row.view.problem, row.day.index, kinds)


def _since_session(row: SessionRow) -> int | None:
    days = (row.day.index - other.day for other in row.view.plan.sessions)
    return min((gone for gone in days if gone > 0), default=None)


COLUMNS: Columns[SessionRow] = {
    **chosen(OF_SESSION, "session_id", "date", "week", "session"),
    "to_key": _gap(days_before, *KEY_KINDS),
    "since_key": _gap(days_after, *KEY_KINDS),
    "to_long": _gap(days_before, RunKind.LONG),
    "since_long": _gap(days_after, RunKind.LONG),
    "to_workout": _gap(days_before, RunKind.WORKOUT),
    "since_workout": _gap(days_after, RunKind.WORKOUT),
    "to_race": (WHOLE, lambda row: row.day.to_race),
    "since_session": (MAYBE_WHOLE, _since_session),
}


def spacing(plans: Plans) -> pd.DataFrame:
    """Return whole days from each session to the key runs around it.

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
    return frame(plans, session_rows, COLUMNS, index=("session_id",))
