"""What the report of a plan claims, worked out again from the plan."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report, Stage
from runtall.domain.tier import Tier
from runtall.objectives.all import OBJECTIVES

OPTIMAL, FEASIBLE = "OPTIMAL", "FEASIBLE"


def recomputed(problem: Problem, plan: Plan, report: Report) -> Report:
    """Return a report with the plan's own costs in all tiers, and proofs only where bounds are.

    Bounds can't be tested without the solver. A report without stages is none.
    """
    if not report.stages:
        return report
    given = {stage.tier: stage for stage in report.stages}
    costs = {soft.id: cost for soft in OBJECTIVES if (cost := soft.value(problem, plan))}
    stages = []
    for tier in Tier:
        value = sum(costs.get(soft.id, 0) for soft in OBJECTIVES if soft.tier is tier)
        stage = given.get(tier, Stage(tier, value, value, OPTIMAL, 0.0))
        status = OPTIMAL if value == stage.bound else FEASIBLE
        stages.append(replace(stage, value=value, status=status))
    status = OPTIMAL if all(stage.proven for stage in stages) else FEASIBLE
    return replace(report, status=status, stages=tuple(stages), costs=costs)
