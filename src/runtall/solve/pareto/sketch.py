"""One model of an outline, and what it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.domain.relaxation import Relaxation
from runtall.objectives.base import Tier
from runtall.solve.settings import new_clause_solver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.scenario import SolverSettings
    from runtall.domain.variables import Expression
    from runtall.model.variables import CpVariables
    from runtall.solve.settings import Deadline

Skeleton = dict[tuple[Relaxation, int], int]
"""What gives way: 0 or 1 by relaxation and week."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An outline that costs little in one tier.

    Parameters
    ----------
    costs
        Of each outlined tier.
    bound
        No outline costs less in the tier that was asked for.
    relaxed
        What gives way.
    seconds
        Time of the solve.
    """

    costs: Mapping[Tier, int]
    bound: int
    relaxed: Skeleton
    seconds: float


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking at a model for a while; without costs: no solution.

    ``bound``: no outline costs less.
    """

    status: cp_model.CpSolverStatus
    bound: int
    seconds: float
    costs: Mapping[Tier, int] = field(default_factory=dict)
    relaxed: Skeleton = field(default_factory=dict)


class View:
    """A model of the outline, its tiers, and what gives way in it.

    Parameters
    ----------
    variables
        With the rules posted.
    costs
        Expressions of the outlined tiers, or lower bounds of them.
    """

    def __init__(self, variables: CpVariables, costs: Mapping[Tier, Expression]) -> None:
        self.variables = variables
        self.costs = costs
        weeks = variables.problem.weeks
        self._steps: dict[tuple[Relaxation, int], Any] = {
            (step, week.number): literal
            for week in weeks
            for step in Relaxation
            if not isinstance(literal := variables.relaxed(step, week.number), int)
        }

    def aim(self, tier: Tier, limits: Mapping[Tier, int], excluded: Sequence[Skeleton]) -> None:
        """Ask for what costs least in a tier, within limits, and with none of these skeletons."""
        model = self.variables.model
        for limited, most in limits.items():
            model.add(self.costs[limited] <= most)
        for other in excluded:
            model.add(
                sum(
                    1 - self._steps[key] if used else self._steps[key]
                    for key, used in other.items()
                )
                >= 1
            )
        model.minimize(self.costs[tier])

    def look(
        self,
        tier: Tier,
        settings: SolverSettings,
        deadline: Deadline,
        effort: float,
        bound: int,
        start: Look | Sketch | None,
    ) -> Look:
        """Solve for a while.

        Parameters
        ----------
        effort
            Most deterministic seconds: what comes of it is the same on every machine.
        bound
            No outline costs less.
        start
            The best one so far.
        """
        model = self.variables.model
        model.add(self.costs[tier] >= bound)
        model.clear_hints()  # type: ignore[no-untyped-call]
        for key, used in (start.relaxed if start else {}).items():
            model.add_hint(self._steps[key], used)
        solver = new_clause_solver(settings, deadline.left)
        solver.parameters.max_deterministic_time = effort
        # Days and relaxations are a few dear choices each, which unsatisfiable cores count up;
        # totals are many small ones.
        solver.parameters.optimize_with_core = tier is not Tier.DOSE
        status = solver.solve(model)
        seconds = solver.wall_time
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return Look(status, 0, seconds)
        solution = list(solver.response_proto.solution)
        value = self.variables.value
        return Look(
            status,
            round(solver.best_objective_bound),
            seconds,
            {each: value(cost, solution) for each, cost in self.costs.items()},
            {key: value(literal, solution) for key, literal in self._steps.items()},
        )
