"""The staged solve: tier after tier, each kept while the next is made best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.domain.report import Stage
from runtall.solve.aim import USUAL
from runtall.solve.goals import PULL, fuse, goal_of, weights
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables
    from runtall.objectives.base import Tier
    from runtall.solve.aim import Aim
    from runtall.solve.goals import Export, Goal
    from runtall.solve.settings import Deadline


@dataclass(frozen=True, slots=True)
class Staged:
    """What the stages came to.

    ``status`` is that of the last solve; ``solution`` the value of every model variable, or
    None where no plan was found.
    """

    status: cp_model.CpSolverStatus
    stages: tuple[Stage, ...] = ()
    solution: Sequence[int] | None = None


def proven(tier: Tier, value: int, seconds: float) -> Stage:
    """Stage of a tier whose value is known to be the best."""
    return Stage(tier.words, value, value, "OPTIMAL", seconds)


def solve_stages(
    variables: CpVariables,
    settings: SolverSettings,
    deadline: Deadline,
    known: Mapping[Tier, Stage],
    export: Export | None = None,
    aim: Aim = USUAL,
) -> Staged:
    """Make each tier as good as it can be, without giving anything of an earlier one.

    Tiers are fused into one objective as far as their spans allow, which is exact: one unit of
    a tier outweighs everything that all later ones can differ by.

    Parameters
    ----------
    variables
        A model with its rules posted; the stages add their constraints to it.
    settings, deadline
        Seed, workers, and the time for all stages together.
    known
        First tiers that are proven already, and only kept here.
    export
        Called with the model of each solve before it is solved.
    aim
        In which order, and within which limits.

    Returns
    -------
    Staged
        With one stage for each tier, first to last; ``value == bound`` where it is proven.
    """
    model = variables.model
    goals = [goal_of(variables, tier) for tier in aim.order]
    done = dict(known)
    for goal in goals:
        if goal.tier in aim.limits:
            model.add(goal.expression <= aim.limits[goal.tier])
        if goal.tier in known and goal.span > 1:
            model.add(goal.expression <= known[goal.tier].value)
    solution: Sequence[int] | None = None
    status = cp_model.UNKNOWN
    for group in fuse([goal for goal in goals if goal.tier not in known and goal.span > 1]):
        factors = weights(group)
        cost = sum(
            factor * (goal.expression - goal.least)
            for factor, goal in zip(factors, group, strict=True)
        )
        settled = sum(
            PULL * (goal.expression - done[goal.tier].value)
            for goal in goals
            if goal.tier in done and goal.span > 1 and done[goal.tier].status == "OPTIMAL"
        )
        model.minimize(cost + settled)
        if export is not None:
            export(model)
        solver = new_solver(settings, deadline.left)
        status = solver.solve(model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            if solution is None:
                return Staged(status)
            break
        # A copy: the sequence itself is a view into memory that goes with the solver.
        solution = list(solver.response_proto.solution)
        bounds = _bounds(group, factors, round(solver.best_objective_bound))
        # The time of fused stages stands with the first of them, so that times add up.
        times = [solver.wall_time, *[0.0] * (len(group) - 1)]
        for goal, bound, seconds in zip(group, bounds, times, strict=True):
            value = variables.value(goal.expression, solution)
            if status == cp_model.OPTIMAL:
                done[goal.tier] = proven(goal.tier, value, seconds)
            else:
                done[goal.tier] = Stage(goal.tier.words, value, bound, "FEASIBLE", seconds)
            model.add(goal.expression <= value)
    if solution is None:
        # Not one tier has a choice: the plan is whatever the rules leave.
        solver = new_solver(settings, deadline.left)
        status = solver.solve(model)
        if status != cp_model.OPTIMAL:
            return Staged(status)
        solution = list(solver.response_proto.solution)
    goals.sort(key=lambda goal: goal.tier)
    stages = [done.get(goal.tier) or _untouched(variables, goal, solution) for goal in goals]
    return Staged(status, tuple(stages), solution)


def _bounds(group: Sequence[Goal], factors: Sequence[int], bound: int) -> list[int]:
    """Bounds of fused goals: for the first what is left when the later ones are at their most."""
    rest = sum(f * (goal.span - 1) for f, goal in zip(factors[1:], group[1:], strict=True))
    first = group[0].least + max(0, -((rest - bound) // factors[0]))
    return [first, *(goal.least for goal in group[1:])]


def _untouched(variables: CpVariables, goal: Goal, solution: Sequence[int]) -> Stage:
    """Stage of a tier without a choice, or one that the time didn't reach."""
    value = variables.value(goal.expression, solution)
    if goal.span == 1:
        return proven(goal.tier, value, 0.0)
    return Stage(goal.tier.words, value, goal.least, "FEASIBLE", 0.0)
