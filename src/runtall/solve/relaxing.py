"""Which weeks can need a relaxation at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.variables import Scope
from runtall.objectives.relaxations import Relaxations
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.solve.stages import Deadline


def weeks_to_relax(
    problem: Problem, settings: SolverSettings, deadline: Deadline
) -> tuple[cp_model.CpSolverStatus, frozenset[int]]:
    """Find the weeks outside of which no cheapest set of relaxations ever relaxes.

    First the least price of all relaxations; then, at that price, any use in another week than
    those seen so far, until there is none. A model that is STRICT in all other weeks therefore
    holds every plan with the fewest relaxations, and is a fraction of the size.

    Returns
    -------
    status
        OPTIMAL, INFEASIBLE, or what the solver said when time was up.
    weeks
        The weeks; empty unless OPTIMAL.
    """
    variables = build(problem, Scope.RELAXED)
    model = variables.model
    price = Relaxations().expression(problem, variables)
    model.minimize(price)
    solver = new_solver(settings, deadline.left)
    status = solver.solve(model)
    if status != cp_model.OPTIMAL:
        return status, frozenset()
    model.add(price <= solver.value(price))
    model.minimize(0)
    weeks: frozenset[int] = frozenset()
    while status == cp_model.OPTIMAL:
        used = {
            week.number
            for week in problem.weeks
            for step in Relaxation
            if solver.value(variables.relaxed(step, week.number))
        }
        weeks |= used
        elsewhere = [
            variables.relaxed(step, week.number)
            for week in problem.weeks
            if week.number not in weeks
            for step in Relaxation
        ]
        model.add(sum(elsewhere) >= 1)
        solver = new_solver(settings, deadline.left)
        status = solver.solve(model)
    if status != cp_model.INFEASIBLE:
        return status, frozenset()
    return cp_model.OPTIMAL, weeks
