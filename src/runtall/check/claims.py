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
    return tuple(_false_claims(view, recomputed(view.problem, view.plan, view.report)))


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


def _false_claims(view: PlanView, own: Report) -> Iterator[str]:
    told = view.report
    if rules := sorted({violation.rule for violation in violations(view.problem, view.plan)}):
        unit = "rule" if len(rules) == 1 else "rules"
        words = "`runtall check` with its scenario tells where"
        yield f"breaks {len(rules)} {unit} ({', '.join(rules)}); {words}"
    if [stage.tier for stage in told.stages] != list(Tier):
        yield f"gives the costs of {len(told.stages)} tiers; a plan has {len(Tier)}"
    elif wrong := [
        f"tier {stage.tier.number}, {stage.name}: {stage.value} instead of {right.value}"
        for stage, right in zip(told.stages, own.stages, strict=True)
        if stage.value != right.value
    ]:
        yield f"gives costs that aren't this plan's ({'; '.join(wrong)})"
    if wrong := [
        f"{rule}: {told.costs.get(rule, 0)} instead of {own.costs.get(rule, 0)}"
        for rule in sorted({*own.costs, *told.costs})
        if told.costs.get(rule, 0) != own.costs.get(rule, 0)
    ]:
        yield f"gives costs of rules that aren't this plan's ({'; '.join(wrong)})"
    unproven = [stage.name for stage in told.stages if stage.value != stage.bound]
    if told.status == OPTIMAL and unproven:
        yield f"claims a proof, but values differ from bounds ({', '.join(unproven)})"
