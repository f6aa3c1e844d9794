"""The proof: what each tier and each soft rule costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.frames.table import DECIMAL, TEXT, WHOLE, Row, frame
from runtall.objectives.all import OBJECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

TIERS = {
    "tier": WHOLE,
    "name": TEXT,
    "value": WHOLE,
    "bound": WHOLE,
    "gap": WHOLE,
    "status": TEXT,
    "seconds": DECIMAL,
}
COSTS = {"rule": TEXT, "tier": WHOLE, "title": TEXT, "weight": WHOLE, "cost": WHOLE}


def tiers(plans: Plans) -> pd.DataFrame:
    """Tiers of the objective, most important first, with value and proven bound.

    Returns
    -------
    DataFrame
        Index: ``tier`` (from 1).

        ======= ======= =======================================================
        column  dtype   meaning
        ======= ======= =======================================================
        name    string  what the tier is about
        value   int64   cost of this plan
        bound   int64   no plan costs less, given the tiers before
        gap     int64   value less bound; 0: proven
        status  string  the solver's word for it
        seconds float64 time of the solve, seconds; 0 where another tier has it
        ======= ======= =======================================================
    """
    return frame(plans, _tiers, TIERS, index=("tier",))


def costs(plans: Plans) -> pd.DataFrame:
    """Cost of each soft rule that is on, tier by tier.

    Returns
    -------
    DataFrame
        Index: ``rule`` (its id).

        ====== ====== ===============================================
        column dtype  meaning
        ====== ====== ===============================================
        tier   int64  tier of the rule, from 1
        title  string what it asks for
        weight int64  its weight in this scenario
        cost   int64  cost of this plan, the weight included
        ====== ====== ===============================================
    """
    return frame(plans, _costs, COSTS, index=("rule",))


def _tiers(view: PlanView) -> Iterator[Row]:
    for number, stage in enumerate(view.report.stages, start=1):
        yield {
            "tier": number,
            "name": stage.name,
            "value": stage.value,
            "bound": stage.bound,
            "gap": stage.value - stage.bound,
            "status": stage.status,
            "seconds": stage.seconds,
        }


def _costs(view: PlanView) -> Iterator[Row]:
    for objective in OBJECTIVES:
        if view.problem.on(objective.id):
            yield {
                "rule": objective.id,
                "tier": objective.tier.value,
                "title": objective.title,
                "weight": view.problem.weight(objective.id, objective.weight),
                "cost": view.report.costs.get(objective.id, 0),
            }
