"""How much the rules were relaxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.relaxation import Relaxation, price
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables


class Relaxations:
    """As few relaxations as possible, and those that a coach would try first.

    For every declared relaxation of step s in a week of phase p::

        weight * 2 ** (place of s in the relaxation order of p, from 0)

    so that one late step costs more than all earlier ones of its week together.
    Ours: what a coach would give up first.
    """

    id = "relaxations"
    title = "rules relaxed"
    source = "ours: relaxation order"
    tier = Tier.RELAXATION
    weight = 1

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Price of the relaxations in use; 0 where the model has none."""
        weight = problem.weight(self.id, self.weight)
        if not weight or not variables.relaxes():
            return 0
        return sum(
            weight * price(step, week.phase) * variables.relaxed(step, week.number)
            for week in problem.weeks
            for step in Relaxation
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """Price of the declared relaxations."""
        return problem.weight(self.id, self.weight) * sum(
            price(step, week.phase)
            for week in problem.weeks
            for step in Relaxation
            if plan.uses(step, week.number)
        )
