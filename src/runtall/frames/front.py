"""What one tier costs in terms of another."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from runtall.frames.table import TEXT, TRUTH, WHOLE, Row, frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from runtall.domain.view import PlanView
    from runtall.objectives.base import Tier


def front(plans: Mapping[str, PlanView], across: Tier, up: Tier) -> pd.DataFrame:
    """Plans by what they cost in two tiers, as `runtall.plots.front` draws them.

    Returns
    -------
    DataFrame
        Index: ``scenario``, the plan's name.

        ============== ====== ==================================================
        column         dtype  meaning
        ============== ====== ==================================================
        words of the   int64  cost in the first tier
        words of the   int64  cost in the second tier
        proven         bool   no plan costs less in one of both without costing
                              more in the other
        sessions       int64  strength sessions
        sets           int64  working sets
        gives_up       string weeks that use a relaxation, by relaxation
        ============== ====== ==================================================
    """
    columns = {
        across.words: WHOLE,
        up.words: WHOLE,
        "proven": TRUTH,
        "sessions": WHOLE,
        "sets": WHOLE,
        "gives_up": TEXT,
    }

    def row(view: PlanView) -> Row:
        pair = [view.report.stages[tier - 1] for tier in (across, up)]
        return {
            across.words: pair[0].value,
            up.words: pair[1].value,
            "proven": all(stage.value == stage.bound for stage in pair),
            "sessions": len(view.plan.sessions),
            "sets": sum(session.n_sets for session in view.plan.sessions),
            "gives_up": _given_up(view),
        }

    return frame(plans, lambda view: [row(view)], columns, index=())


def _given_up(view: PlanView) -> str:
    """``lighter 1 2; skip 8``."""
    uses = sorted((use.step, use.week) for use in view.plan.relaxed)
    return "; ".join(
        f"{step} {' '.join(str(week) for _, week in of_step)}"
        for step, of_step in groupby(uses, key=lambda use: use[0])
    )
