"""The fewest sets that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables


class FewestSets:
    """Among plans that are otherwise as good, the one with the fewest sets.

    weight * sum of all working sets.

    Guide: "Follow the minimum effective dose".
    """

    id = "fewest-sets"
    title = "fewest sets"
    source = "guide: minimum effective dose"
    tier = Tier.PREFERENCE
    weight = 1
    reach = Reach.TOTALS
    ties_weeks = False

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Working sets of all weeks."""
        weight = problem.weight(self.id, self.weight)
        if not weight:
            return 0
        return weight * sum(variables.total(week.number) for week in problem.weeks)

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same on a plan."""
        return problem.weight(self.id, self.weight) * sum(
            plan.total(week.number) for week in problem.weeks
        )
