"""What objectives share: a cost that is counted twice, times the weight in force."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.variables import Expression, Variables
from runtall.objectives.base import Objective


class Weighted(Objective):
    """An objective that says what it costs at a weight of 1, to the solver and on a plan."""

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the parts of the cost without its weight, as the model's expressions."""
        raise NotImplementedError

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Yield the parts of the same cost, counted on a finished plan."""
        raise NotImplementedError

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Return the cost, with no helping decision where its weight is 0."""
        weight = problem.weight(self.id, self.weight)
        return weight * sum(self.modelled(problem, variables)) if weight else 0

    def value(self, problem: Problem, plan: Plan) -> int:
        """Return the cost of a finished plan."""
        return problem.weight(self.id, self.weight) * sum(self.counted(problem, plan))
