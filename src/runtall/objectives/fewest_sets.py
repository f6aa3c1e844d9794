"""The fewest sets that do it."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class FewestSets(Weighted):
    """Among plans that are otherwise as good, the one with the fewest sets.

    weight * sum of all working sets.

    Guide: "Follow the minimum effective dose".
    """

    title = "fewest sets"
    source = "guide: minimum effective dose"
    tier = Tier.PREFERENCE
    reach = Reach.TOTALS
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the working sets of all weeks."""
        yield from (variables.total(week.number) for week in problem.weeks)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Yield the same of a plan."""
        yield from (plan.total(week.number) for week in problem.weeks)
