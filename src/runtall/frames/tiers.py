"""The proof: what each tier and each soft rule costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.report import Stage
from runtall.domain.view import Plans, PlanView
from runtall.frames.table import DECIMAL, TEXT, WHOLE, Columns, frame
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Objective

if TYPE_CHECKING:
    import pandas as pd


TIERS: Columns[Stage] = {
    "tier": (WHOLE, lambda stage: stage.tier.number),
    "name": (TEXT, lambda stage: stage.name),
    "value": (WHOLE, lambda stage: stage.value),
    "bound": (WHOLE, lambda stage: stage.bound),
    "gap": (WHOLE, lambda stage: stage.value - stage.bound),
    "status": (TEXT, lambda stage: stage.status),
    "seconds": (DECIMAL, lambda stage: stage.seconds),
}
COSTS: Columns[tuple[Objective, PlanView]] = {
    "rule": (TEXT, lambda row: row[0].id),
    "tier": (WHOLE, lambda row: row[0].tier.number),
    "title": (TEXT, lambda row: row[0].title),
    "weight": (WHOLE, lambda row: row[1].problem.weight(row[0].id, row[0].weight)),
    "cost": (WHOLE, lambda row: row[1].report.costs.get(row[0].id, 0)),
}


def tiers(plans: Plans) -> pd.DataFrame:
    """Return the tiers of the objective, most important first, with value and proven bound.

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
    return frame(plans, lambda view: view.report.stages, TIERS, index=("tier",))


def costs(plans: Plans) -> pd.DataFrame:
    """Return the cost of each soft rule that is on, tier by tier.

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


def _costs(view: PlanView) -> list[tuple[Objective, PlanView]]:
    return [(soft, view) for soft in OBJECTIVES if view.problem.on(soft.id)]
