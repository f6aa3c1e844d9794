"""Which weeks can need a relaxation at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.base import Tier
from runtall.solve.goals import goal_of
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.solve.goals import Export
    from runtall.solve.settings import Deadline


@dataclass(frozen=True, slots=True)
class Relaxing:
    """What has to be relaxed at least.

    Parameters
    ----------
    status
        OPTIMAL, INFEASIBLE, or what the solver said when time was up.
    price
        Least cost of the relaxation tier.
    weeks
        Weeks outside of which no choice of relaxations at that cost ever relaxes.
    seconds
        Time of the solves.
    """

    status: cp_model.CpSolverStatus
    price: int = 0
    weeks: frozenset[int] = frozenset()
    seconds: float = 0.0


def find_relaxing(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    export: Export | None = None,
) -> Relaxing:
    """Find the least price of all relaxations, and the weeks that can need them.

    At that price, any use in another week than those seen so far is asked for until there is
    none. A model that is STRICT in all other weeks therefore holds every plan with the cheapest
    relaxations, and is a fraction of the size.
    """
    variables = build(problem, Scope.RELAXED)
    model = variables.model
    cost = goal_of(variables, Tier.RELAXATION).expression
    model.minimize(cost)
    if export is not None:
        export(model)
    solver = new_solver(settings, deadline.left)
    status = solver.solve(model)
    seconds = solver.wall_time
    if status != cp_model.OPTIMAL:
        return Relaxing(status, seconds=seconds)
    price = variables.value(cost, solver.response_proto.solution)
    model.add(cost <= price)
    model.minimize(0)
    weeks: frozenset[int] = frozenset()
    while status == cp_model.OPTIMAL:
        weeks |= {
            week.number
            for week in problem.weeks
            for step in Relaxation
            if solver.value(variables.relaxed(step, week.number))
        }
        elsewhere = [
            variables.relaxed(step, week.number)
            for week in problem.weeks
            if week.number not in weeks
            for step in Relaxation
        ]
        model.add(sum(elsewhere) >= 1)
        solver = new_solver(settings, deadline.left)
        status = solver.solve(model)
        seconds += solver.wall_time
    if status != cp_model.INFEASIBLE:
        return Relaxing(status, seconds=seconds)
    return Relaxing(cp_model.OPTIMAL, price, weeks, seconds)
