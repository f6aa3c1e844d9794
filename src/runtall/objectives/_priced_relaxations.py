"""What objectives that price relaxations share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class PricedRelaxations(Weighted):
    """A price for each relaxation that a week uses, whatever else it holds."""

    reach = Reach.DAYS
    ties_weeks = False

    def prices(self, week: Week) -> Mapping[Relaxation, int]:
        """Return what relaxations cost in a week."""
        raise NotImplementedError

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of the relaxations in use."""
        yield from (
            price * variables.relaxed(step, week.number)
            for week in problem.weeks
            for step, price in self.prices(week).items()
        )

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Yield the price of the declared relaxations."""
        yield from (
            price
            for week in problem.weeks
            for step, price in self.prices(week).items()
            if plan.uses(step, week.number)
        )
