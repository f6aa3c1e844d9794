"""What the report of a plan claims, held against the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from runtall.check.violations import violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView
from runtall.objectives.all import OBJECTIVES

OPTIMAL, FEASIBLE = "OPTIMAL", "FEASIBLE"


def false_claims(view: PlanView) -> tuple[str, ...]:
    """Say what isn't so of a plan that was read: it or its report was changed by hand.

    Bounds can't be tested without the solver; only a proof that they contradict is told.

    Returns
    -------
    tuple of str
        Rules that it breaks, costs of tiers that aren't its own, and a proof that is none, each
        in a line; empty for a plan as runtall wrote it.
    """
    return (*_broken(view), *_costs(view), *_rules(view), *_proof(view))


def recomputed(problem: Problem, plan: Plan, report: Report) -> Report:
    """Return a report with the plan's own costs, and with proofs only where its bounds are."""
    if not report.stages:
        return report
    costs = {soft.id: cost for soft in OBJECTIVES if (cost := soft.value(problem, plan))}
    stages = tuple(
        replace(stage, value=value, status=OPTIMAL if value == stage.bound else FEASIBLE)
        for stage in report.stages
        for value in [sum(costs.get(s.id, 0) for s in OBJECTIVES if s.tier is stage.tier)]
    )
    status = OPTIMAL if all(stage.proven for stage in stages) else FEASIBLE
    return replace(report, status=status, stages=stages, costs=costs)


def _broken(view: PlanView) -> Iterator[str]:
    rules = sorted({violation.rule for violation in violations(view.problem, view.plan)})
    if rules:
        unit = "rule" if len(rules) == 1 else "rules"
        words = "`runtall check` with its scenario tells where"
        yield f"breaks {len(rules)} {unit} ({', '.join(rules)}); {words}"


def _costs(view: PlanView) -> Iterator[str]:
    stages = view.report.stages
    if len(stages) != len(Tier):
        yield f"gives the costs of {len(stages)} tiers; a plan has {len(Tier)}"
        return
    wrong = [
        f"tier {tier.number}, {tier.words}: {stage.value} instead of {own}"
        for tier, stage in zip(Tier, stages, strict=True)
        if stage.value != (own := _own_cost(view, tier))
    ]
    if wrong:
        yield f"gives costs that aren't this plan's ({'; '.join(wrong)})"


def _rules(view: PlanView) -> Iterator[str]:
    own = {soft.id: soft.value(view.problem, view.plan) for soft in OBJECTIVES}
    told = view.report.costs
    wrong = [
        f"{rule}: {told.get(rule, 0)} instead of {own.get(rule, 0)}"
        for rule in sorted({*own, *told})
        if told.get(rule, 0) != own.get(rule, 0)
    ]
    if wrong:
        yield f"gives costs of rules that aren't this plan's ({'; '.join(wrong)})"


def _own_cost(view: PlanView, tier: Tier) -> int:
    return sum(soft.value(view.problem, view.plan) for soft in OBJECTIVES if soft.tier is tier)


def _proof(view: PlanView) -> Iterator[str]:
    open_stages = [stage.name for stage in view.report.stages if stage.value != stage.bound]
    if view.report.status == "OPTIMAL" and open_stages:
        yield f"claims a proof, but values differ from bounds ({', '.join(open_stages)})"
