"""What a scenario without a plan may say instead, tried before it is said."""

from __future__ import annotations

from dataclasses import replace

from runtall.derivation.derive import derive
from runtall.domain.problem import Problem
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.rules.weekly_sessions import WeeklySessions
from runtall.solve.outcome import Impossible
from runtall.solve.run import Budget

ONE_A_WEEK = "strength: {sessions: {base: 1}}"


def way_out(problem: Problem, conflict: Impossible, budget: Budget) -> str:
    """Return what would give a plan: one session a week; empty if nobody knows that it does.

    It is one where a conflict has the week's two sessions in it.
    """
    request = problem.request
    about_two = any(claim.rule == WeeklySessions.id for claim in conflict.conflict)
    if request.base_sessions == 1 or not about_two or not budget.is_left:
        return ""
    variables = build(derive(replace(request, base_sessions=1)), Scope.RELAXED)
    return "" if budget.solve(variables.model).solution is None else ONE_A_WEEK
