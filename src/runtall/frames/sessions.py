"""One row for each strength session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.view import Plans
from runtall.frames.rows import OF_SESSION, SessionRow, session_rows
from runtall.frames.table import WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


COLUMNS: Columns[SessionRow] = {
    **OF_SESSION,
    "exercises": (WHOLE, lambda row: len(row.session.done)),
    "sets": (WHOLE, lambda row: row.session.n_sets),
}


def sessions(plans: Plans) -> pd.DataFrame:
    """Return the strength sessions by date, as ``plan.csv`` has them.

    Returns
    -------
    DataFrame
        Index: ``session_id``.

        ========= ================= ===================================================
        column    dtype             meaning
        ========= ================= ===================================================
        date      datetime64[s]     day of the session
        weekday   category, ordered mon .. sun
        week      int64             week of the plan, from 1
        phase     category, ordered base, peak, taper
        session   category, ordered D1, D2, merged, light, very_light
        option    category, ordered A, B, C; see `options`
        run       string            the day's kinds of run, ``+`` between two
        start     string            HH:MM local time; NA: not known
        minutes   int64             whole length, minutes
        exercises int64             exercises with at least one set
        sets      int64             working sets
        ========= ================= ===================================================
    """
    return frame(plans, session_rows, COLUMNS, index=("session_id",))
