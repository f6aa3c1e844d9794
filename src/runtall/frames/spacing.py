"""Days between a session and what is run or lifted before and after it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runtall.domain.gaps import days_after, days_before
from runtall.domain.problem import Problem
from runtall.domain.run_plan import KEY_KINDS, RunKind
from runtall.domain.view import Plans, PlanView
from runtall.frames.rows import DAY, KIND_OF_SESSION, SESSION_ID, Held, held
from runtall.frames.table import MAYBE_WHOLE, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


Gap = Callable[[Problem, int, Collection[RunKind]], int | None]


@dataclass(frozen=True, slots=True)
class Spaced(Held):
    """A session among what is around it."""

    problem: Problem
    since_session: int | None


def _gap(gap: Gap, *kinds: RunKind) -> tuple[Any, Callable[[Spaced], int | None]]:
    return MAYBE_WHOLE, lambda row: gap(row.problem, row.day.index, kinds)


COLUMNS: Columns[Spaced] = {
    **SESSION_ID,
    **DAY,
    **KIND_OF_SESSION,
    "to_key": _gap(days_before, *KEY_KINDS),
    "since_key": _gap(days_after, *KEY_KINDS),
    "to_long": _gap(days_before, RunKind.LONG),
    "since_long": _gap(days_after, RunKind.LONG),
    "to_workout": _gap(days_before, RunKind.WORKOUT),
    "since_workout": _gap(days_after, RunKind.WORKOUT),
    "to_race": (WHOLE, lambda row: row.day.to_race),
    "since_session": (MAYBE_WHOLE, lambda row: row.since_session),
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
    return frame(plans, _spaced, COLUMNS, index=("session_id",))


def _spaced(view: PlanView) -> Iterator[Spaced]:
    before = None
    for row in held(view):
        day = row.day.index
        since = None if before is None else day - before
        yield Spaced(row.session_id, row.session, row.day, view.problem, since)
        before = day
