"""The one place that makes a model: variables, the rules that are on, nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from runtall.domain.problem import Problem
from runtall.model.scope import NOTHING_FIXED, Fixed, Scope
from runtall.model.variables import CpVariables
from runtall.rules.all import RULES
from runtall.rules.base import Rule


def build(
    problem: Problem,
    scope: Scope,
    rules: Iterable[Rule] = RULES,
    *,
    guarded: bool = False,
    open_weeks: Collection[int] | None = None,
    days_only: bool = False,
    fixed: Fixed = NOTHING_FIXED,
) -> CpVariables:
    """Build the model of a problem.

    Parameters
    ----------
    problem
        The question.
    scope
        How much the model can say; see `Scope`.
    rules
        Rules to post; those that the scenario switched off are left out.
    guarded
        Give each (rule, place) a guard literal, for explaining.
    open_weeks
        Weeks in which a RELAXED model relaxes; None: all.
    days_only
        Leave sets and mobility out: they are 0 everywhere.
    fixed
        Decisions that are known already.

    Returns
    -------
    CpVariables
        The decisions, with the CP-SAT model in ``model``.
    """
    variables = CpVariables(
        problem, scope, guarded=guarded, open_weeks=open_weeks, days_only=days_only, fixed=fixed
    )
    for rule in rules:
        if problem.on(rule.id):
            rule.post(problem, variables)
    return variables
