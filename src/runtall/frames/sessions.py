"""One row for each strength session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.session_ids import identified_sessions
from runtall.frames.table import DATE, KIND, OPTION, PHASE, TEXT, WEEKDAY, WHOLE, Row, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

DTYPES = {
    "session_id": TEXT,
    "date": DATE,
    "weekday": WEEKDAY,
    "week": WHOLE,
    "phase": PHASE,
    "session": KIND,
    "option": OPTION,
    "run": TEXT,
    "start": TEXT,
    "minutes": WHOLE,
    "exercises": WHOLE,
    "sets": WHOLE,
}


def sessions(plans: Plans) -> pd.DataFrame:
    """Strength sessions by date, as ``plan.csv`` has them.

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
    return frame(plans, _rows, DTYPES, index=("session_id",))


def _rows(view: PlanView) -> Iterator[Row]:
    for key, session in identified_sessions(view.plan):
        day = view.problem.days[session.day]
        yield {
            "session_id": key,
            "date": day.date,
            "weekday": day.weekday,
            "week": day.week,
            "phase": day.phase.value,
            "session": session.kind.value,
            "option": session.option or None,
            "run": session.run,
            "start": f"{session.start:%H:%M}" if session.start else None,
            "minutes": session.minutes,
            "exercises": len(session.done),
            "sets": session.n_sets,
        }
