"""What a plan gives up without need."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxed
from runtall.rules.all import RULES


def unneeded(problem: Problem, plan: Plan) -> tuple[Relaxed, ...]:
    """Return each relaxation that a plan declares without which it would break no more rules."""
    # Most relaxations are asked for by rules on days: they come first.
    rules = sorted((rule for rule in RULES if problem.on(rule.id)), key=lambda rule: rule.reach)

    def needed(used: Relaxed) -> bool:
        fewer = _without(plan, used)
        return any(
            not {*rule.check(problem, fewer)} <= {*rule.check(problem, plan)} for rule in rules
        )

    return tuple(used for used in plan.relaxed if not needed(used))


def needed_only(problem: Problem, plan: Plan) -> Plan:
    """Return a plan that gives up nothing without need."""
    while idle := unneeded(problem, plan):
        plan = _without(plan, idle[0])
    return plan


def _without(plan: Plan, used: Relaxed) -> Plan:
    return replace(plan, relaxed=tuple(other for other in plan.relaxed if other != used))
