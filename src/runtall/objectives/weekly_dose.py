"""The weekly number of sets."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class WeeklyDose(Weighted):
    """Each week has as many working sets as its place in the block asks for.

    For every week w::

        weight * |total[w] - target[w]|

    where the target starts low, grows by two, eases in deload weeks and falls in peak and taper.
    Guide: "minimum effective dose", "Earn volume over weeks".
    """

    title = "weekly sets near their target"
    source = "guide: minimum effective dose"
    tier = Tier.DOSE
    reach = Reach.TOTALS
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield how far each week's sets are from its target, one helping number a week."""
        for week in problem.weeks:
            total, target = variables.total(week.number), week.target_sets
            name = f"{self.id}/w{week.number:02}"
            yield variables.positive_part(name, total - target, target - total)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        yield from (abs(plan.total(week.number) - week.target_sets) for week in problem.weeks)
