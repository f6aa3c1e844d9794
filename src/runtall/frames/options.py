"""How the guide's options A, B and C are mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from runtall.domain.phase import Phase
from runtall.domain.view import Plans, PlanView
from runtall.frames.table import DECIMAL, OPTION, OPTIONS, PHASE, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


class Share(NamedTuple):
    """How often an option is taken in a phase, of so many sessions."""

    phase: Phase
    option: str
    sessions: int
    total: int


COLUMNS: Columns[Share] = {
    "phase": (PHASE, lambda row: row.phase),
    "option": (OPTION, lambda row: row.option),
    "sessions": (WHOLE, lambda row: row.sessions),
    "share": (DECIMAL, lambda row: row.sessions / row.total if row.total else None),
}


def options(plans: Plans) -> pd.DataFrame:
    """Return the sessions of each phase by option; combinations without any have zeros.

    Returns
    -------
    DataFrame
        Index: ``phase`` (category, ordered: base, peak, taper), ``option`` (category, ordered:
        A after an easy, recovery or medium-long run, B on a day without a run, C after a
        workout or tune-up race).

        ======== ======= =====================================================
        column   dtype   meaning
        ======== ======= =====================================================
        sessions int64   strength sessions
        share    float64 part of the phase's sessions, 0 to 1; NaN without any
        ======== ======= =====================================================
    """
    return frame(plans, _shares, COLUMNS, index=("phase", "option"))


def _shares(view: PlanView) -> Iterator[Share]:
    days = view.problem.days
    held = Counter((days[session.day].phase, session.option) for session in view.plan.sessions)
    for phase in Phase:
        total = sum(held[phase, option] for option in OPTIONS)
        for option in OPTIONS:
            yield Share(phase, option, held[phase, option], total)
