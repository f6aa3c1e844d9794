"""The days first: which placements can be best at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.model.build import build
from runtall.objectives.base import Tier
from runtall.rules.all import RULES
from runtall.solve.goals import goal_of
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from collections.abc import Collection

    from runtall.domain.exercise import Kind
    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables, Scope
    from runtall.solve.goals import Export
    from runtall.solve.settings import Deadline

ABOUT_DAYS = frozenset(
    [
        "R15",
        "R18",
        "R19",
        "R22",
        "R24",
        "R26",
        "R64",
        "R93",
        "R94",
        "S2.1",
        "S2.12",
        "S2.13",
        "S4.3",
    ]
)
"""Rules that speak of days and session kinds. A missing one would cost time, never the proof."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What the rules about days alone allow at best.

    Parameters
    ----------
    status
        OPTIMAL, INFEASIBLE, or what the solver said when time was up.
    value
        Least cost of the placement tier; a bound for the whole problem.
    used
        Days and kinds that some placement of that cost uses; the whole problem, should it
        reach that cost, uses no other.
    seconds
        Time of the solves.
    """

    status: cp_model.CpSolverStatus
    value: int = 0
    used: frozenset[tuple[int, Kind]] = frozenset()
    seconds: float = 0.0


def place(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    scope: Scope,
    open_weeks: Collection[int] | None,
    relaxation: int,
    export: Export | None = None,
) -> Placement:
    """Solve the placement tier over the rules about days, and list all days it can use.

    Leaving rules out can only make the tier cheaper. So if the whole problem reaches this
    cost, the tier is proven there; and what no placement of this cost uses, the whole problem
    doesn't use either: most days are decided before the first set is.

    Parameters
    ----------
    scope, open_weeks
        As for `build`.
    relaxation
        The proven cost of the relaxation tier.
    """
    rules = [rule for rule in RULES if rule.id in ABOUT_DAYS]
    variables = build(problem, scope, rules, open_weeks=open_weeks)
    model = variables.model
    model.add(goal_of(variables, Tier.RELAXATION).expression <= relaxation)
    cost = goal_of(variables, Tier.PLACEMENT).expression
    model.minimize(cost)
    if export is not None:
        export(model)
    solver = new_solver(settings, deadline.left)
    status = solver.solve(model)
    seconds = solver.wall_time
    if status != cp_model.OPTIMAL:
        return Placement(status, seconds=seconds)
    value = variables.value(cost, solver.response_proto.solution)
    model.add(cost <= value)
    model.minimize(0)
    used: frozenset[tuple[int, Kind]] = frozenset()
    while status == cp_model.OPTIMAL:
        used |= _sessions(variables, solver)
        others = [
            variables.session(day.index, kind)
            for day in problem.days
            for kind in variables.kinds(day.week)
            if (day.index, kind) not in used
        ]
        model.add(sum(others) >= 1)
        solver = new_solver(settings, deadline.left)
        status = solver.solve(model)
        seconds += solver.wall_time
    if status != cp_model.INFEASIBLE:
        return Placement(status, seconds=seconds)
    return Placement(cp_model.OPTIMAL, value, used, seconds)


def _sessions(variables: CpVariables, solver: cp_model.CpSolver) -> frozenset[tuple[int, Kind]]:
    return frozenset(
        (day.index, kind)
        for day in variables.problem.days
        for kind in variables.kinds(day.week)
        if solver.value(variables.session(day.index, kind))
    )
