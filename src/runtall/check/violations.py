"""All violations of a finished plan."""

from __future__ import annotations

from collections.abc import Iterable

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import Violation
from runtall.rules.all import RULES
from runtall.rules.base import Rule


def violations(
    problem: Problem, plan: Plan, rules: Iterable[Rule] = RULES
) -> tuple[Violation, ...]:
    """Test a plan against every rule that is on, without the solver.

    Returns
    -------
    tuple of Violation
        By place in the calendar, then by rule; empty for a good plan.
    """
    found = [
        violation
        for rule in rules
        if problem.on(rule.id)
        for violation in rule.check(problem, plan)
    ]
    return tuple(sorted(found, key=lambda violation: (violation.where.key, violation.rule)))


def tested_rules(problem: Problem) -> tuple[Rule, ...]:
    """Return the rules that are on: those that a plan is tested against."""
    return tuple(rule for rule in RULES if problem.on(rule.id))


def sentence(problem: Problem, violation: Violation) -> str:
    """Return the broken rule's sentence, and what the plan has instead."""
    rule = next(rule for rule in RULES if rule.id == violation.rule)
    text = rule.say(problem, violation.where)
    return f"{text} The plan has: {violation.found}." if violation.found else text
