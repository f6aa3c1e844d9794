"""How the guide's options A, B and C are mixed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from runtall.domain.phase import Phase
from runtall.frames.table import DECIMAL, OPTION, OPTIONS, PHASE, WHOLE, Row, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

DTYPES = {"phase": PHASE, "option": OPTION, "sessions": WHOLE, "share": DECIMAL}


def options(plans: Plans) -> pd.DataFrame:
    """Sessions of each phase by option; combinations without any have zeros.

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
    return frame(plans, _rows, DTYPES, index=("phase", "option"))


def _rows(view: PlanView) -> Iterator[Row]:
    days = view.problem.days
    held = Counter((days[session.day].phase, session.option) for session in view.plan.sessions)
    for phase in Phase:
        total = sum(held[phase, option] for option in OPTIONS)
        for option in OPTIONS:
            yield {
                "phase": phase.value,
                "option": option,
                "sessions": held[phase, option],
                "share": held[phase, option] / total if total else None,
            }
