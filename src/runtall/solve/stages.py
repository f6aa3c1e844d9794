"""The staged solve: tier after tier, each kept while the next is made best (R02)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.domain.report import Stage
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Tier
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables

    Export = Callable[[int, cp_model.CpModel], None]

GROUPS: tuple[tuple[Tier, ...], ...] = (
    (Tier.RELAXATION,),
    (Tier.PLACEMENT,),
    (Tier.DOSE, Tier.BALANCE),
    (Tier.PROGRESSION, Tier.PREFERENCE, Tier.TIE_BREAK),
)
"""Tiers that are solved in one go: weights larger than all that follows keep their order."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One tier of the objective in a model: its expression and what it can come to."""

    tier: Tier
    expression: Any
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Staged:
    """What the stages came to.

    ``status`` is that of the last solve; ``solution`` the value of every model variable, or
    None where no plan was found.
    """

    status: cp_model.CpSolverStatus
    stages: tuple[Stage, ...]
    solution: Sequence[int] | None


class Deadline:
    """Seconds that are left for everything."""

    def __init__(self, seconds: float) -> None:
        self._end = time.perf_counter() + seconds

    @property
    def left(self) -> float:
        """Seconds left; negative when time is up."""
        return self._end - time.perf_counter()


def solve_stages(
    variables: CpVariables,
    settings: SolverSettings,
    deadline: Deadline,
    export: Export | None = None,
) -> Staged:
    """Make each tier as good as it can be, without giving anything of an earlier one.

    Parameters
    ----------
    variables
        A model with its rules posted; the stages add their constraints to it.
    settings, deadline
        Seed, workers, and the time for all stages together.
    export
        Called with the number (from 1) and the model of each stage before it is solved.

    Returns
    -------
    Staged
        With one stage for each tier; ``value == bound`` where it is proven.
    """
    model = variables.model
    goals = [_goal(variables, tier) for tier in Tier]
    solution: Sequence[int] | None = None
    done: dict[Tier, Stage] = {}
    status = cp_model.UNKNOWN
    number = 0
    for group in GROUPS:
        live = [goal for goal in goals if goal.tier in group and goal.most > goal.least]
        if not live and not (solution is None and group is GROUPS[-1]):
            continue
        weights = _weights(live)
        total = sum(weight * goal.expression for weight, goal in zip(weights, live, strict=True))
        if live:
            model.minimize(total)
        number += 1
        if export is not None:
            export(number, model)
        solver = new_solver(settings, deadline.left)
        status = solver.solve(model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            if solution is None:
                return Staged(status, (), None)
            break
        # A copy: the sequence itself is a view into memory that goes with the solver.
        solution = list(solver.response_proto.solution)
        least = round(solver.best_objective_bound) if live else 0
        for place, goal in enumerate(live):
            value = solver.value(goal.expression)
            if status == cp_model.OPTIMAL:
                bound = value
            else:
                rest = sum(
                    weight * other.most for weight, other in zip(weights[1:], live[1:], strict=True)
                )
                bound = goal.least if place else max(goal.least, -(-(least - rest) // weights[0]))
            done[goal.tier] = Stage(
                goal.tier.words, value, bound, solver.status_name(status), solver.wall_time
            )
            model.add(goal.expression <= value)
    assert solution is not None, "no stage was solved"
    stages = tuple(done.get(goal.tier) or _left_alone(variables, goal, solution) for goal in goals)
    return Staged(status, stages, solution)


def _goal(variables: CpVariables, tier: Tier) -> Goal:
    """Sum up a tier's objectives, and bound the sum by the domains of its variables."""
    expression = sum(
        objective.expression(variables.problem, variables)
        for objective in OBJECTIVES
        if objective.tier is tier
    )
    return Goal(tier, expression, *variables.bounds(expression))


def _weights(goals: Sequence[Goal]) -> list[int]:
    """Weights that make one unit of a goal outweigh all that the later ones can differ by."""
    weights = [1] * len(goals)
    for place in range(len(goals) - 2, -1, -1):
        after = goals[place + 1]
        weights[place] = weights[place + 1] * (after.most - after.least + 1)
    return weights


def _left_alone(variables: CpVariables, goal: Goal, solution: Sequence[int]) -> Stage:
    """Stage of a tier without a choice, or one that the time didn't reach."""
    certain = goal.most == goal.least
    value = variables.value(goal.expression, solution)
    return Stage(goal.tier.words, value, goal.least, "OPTIMAL" if certain else "FEASIBLE", 0.0)
