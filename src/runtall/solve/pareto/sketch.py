"""One model of an outline, and what it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.domain.relaxation import Relaxation
from runtall.objectives.base import Tier
from runtall.solve.settings import new_clause_solver

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """What came of looking at a model for a while.

    Parameters
    ----------
    bound
        No outline that is better than the best one before costs less.
    seconds, effort
        Time that it took, by the clock and in deterministic seconds.
    costs, relaxed
        As of a `Sketch`; empty: nothing better was found.
    """

    status: cp_model.CpSolverStatus
    bound: int
    seconds: float
    effort: float
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

    def aim(
        self, tier: Tier, limits: Mapping[Tier, int], floors: Mapping[Tier, int] | None = None
    ) -> None:
        """Ask for what costs least in a tier, where some cost at most or at least so much."""
        for limited, most in limits.items():
            self.variables.model.add(self.costs[limited] <= most)
        for limited, fewest in (floors or {}).items():
            self.variables.model.add(self.costs[limited] >= fewest)
        self.variables.model.minimize(self.costs[tier])

    def exclude(self, skeleton: Skeleton) -> None:
        """Leave out all that has this skeleton."""
        differences = [
            1 - self._steps[key] if used else self._steps[key] for key, used in skeleton.items()
        ]
        self.variables.model.add(sum(differences) >= 1)

    def look(
        self,
        tier: Tier,
        settings: SolverSettings,
        deadline: Deadline,
        effort: float,
        bound: int,
        best: Look | Sketch | None,
        *,
        better: bool,
    ) -> Look:
        """Solve for a while.

        Parameters
        ----------
        effort
            Most deterministic seconds: what comes of it is the same on every machine.
        bound
            No outline costs less.
        best
            The best one so far, to begin with.
        better
            Whether only what costs less than that is looked for.
        """
        model = self.variables.model
        model.add(self.costs[tier] >= bound)
        model.clear_hints()  # type: ignore[no-untyped-call]
        if best is not None and better:
            model.add(self.costs[tier] < best.costs[tier])
        if best is not None:
            for key, literal in self._steps.items():
                model.add_hint(literal, best.relaxed.get(key, 0))
        solver = new_clause_solver(settings, deadline.left)
        solver.parameters.max_deterministic_time = effort
        # Days and relaxations are a few dear choices each, which unsatisfiable cores count up;
        # totals are many small ones.
        solver.parameters.optimize_with_core = tier is not Tier.DOSE
        status = solver.solve(model)
        response = solver.response_proto
        look = Look(
            status,
            max(bound, round(solver.best_objective_bound)),
            solver.wall_time,
            response.deterministic_time,
        )
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return look
        solution = list(response.solution)
        value = self.variables.value
        return replace(
            look,
            costs={each: value(cost, solution) for each, cost in self.costs.items()},
            relaxed={key: value(literal, solution) for key, literal in self._steps.items()},
        )
