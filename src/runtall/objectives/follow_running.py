"""Lifting follows the running load."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class FollowRunning(Weighted):
    """No sets are added in the week in which running grows most, nor from week to week in the peak.

    For the base week with the largest rise in run distance, and for every peak week w::

        weight * max(0, total[w] - total[w - 1])

    Guide: "Your lifting should change as your running load changes".
    """

    title = "no more sets where running grows most"
    source = "guide: phases"
    tier = Tier.PROGRESSION
    weight = 4
    reach = Reach.TOTALS

    def _weeks(self, problem: Problem) -> list[int]:
        later = problem.weeks[1:]
        return [w.number for w in later if w.biggest_rise or w.phase is Phase.PEAK]

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the rises, one helping number for each of these weeks."""
        for week in self._weeks(problem):
            rise = variables.total(week) - variables.total(week - 1)
            yield variables.positive_part(f"{self.id}/w{week:02}", rise)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        yield from (
            max(0, plan.total(week) - plan.total(week - 1)) for week in self._weeks(problem)
        )
