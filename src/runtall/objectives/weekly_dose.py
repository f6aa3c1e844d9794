"""The weekly number of sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables


class WeeklyDose:
    """Each week has as many working sets as its place in the block asks for.

    For every week w::

        weight * |total[w] - target[w]|

    where the target starts low, grows by two, eases in deload weeks and falls in peak and taper.
    Guide: "minimum effective dose", "Earn volume over weeks".
    """

    id = "weekly-dose"
    title = "weekly sets near their target"
    source = "guide: minimum effective dose"
    tier = Tier.DOSE
    weight = 1
    reach = Reach.TOTALS
    ties_weeks = False

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Distance of each week's sets from its target, one helping number a week."""
        weight = problem.weight(self.id, self.weight)
        cost = 0
        if not weight:
            return cost
        for week in problem.weeks:
            total, target = variables.total(week.number), week.target_sets
            name = f"{self.id}/w{week.number:02}"
            cost += weight * variables.positive_part(name, total - target, target - total)
        return cost

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, week by week."""
        return problem.weight(self.id, self.weight) * sum(
            abs(plan.total(week.number) - week.target_sets) for week in problem.weeks
        )
