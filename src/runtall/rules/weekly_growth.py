"""How fast the weekly sets may grow."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import InWeek, Violation

GROWTH = 2
WINDOW = 3


class WeeklyGrowth:
    """A week has at most two sets more than the largest of the last three weeks that count.

    For every base or peak week w but the first::

        total[w] <= max(total[w'] + 2 for the last three growing weeks w' < w, first_sets)

    Growing weeks are base weeks without deload, tune-up or travel; after weeks without any session
    the volume of week 1 is always open.
    Guide: "How to progress without overdoing it".
    """

    id = "weekly-growth"
    title = "weekly sets grow by two at most"
    source = "guide: progression"
    can_be_off = False
    reach = Reach.TOTALS
    ties_weeks = True

    def _windows(self, problem: Problem) -> Iterator[tuple[Week, tuple[Week, ...]]]:
        growing = problem.growing_weeks()
        for week in problem.weeks:
            before = tuple(other for other in growing if other.number < week.number)
            if before and week.phase is not Phase.TAPER:
                yield week, before[-WINDOW:]

    def post(self, problem: Problem, variables: Variables) -> None:
        """Hold each week against the largest of its window."""
        floor = problem.first_sets - GROWTH
        for week, window in self._windows(problem):
            totals = [variables.total(other.number) for other in window]
            largest = variables.maximum(f"{self.id}/largest/w{week.number:02}", [floor, *totals])
            variables.require(
                self.id,
                InWeek(week.number),
                variables.total(week.number) <= largest + GROWTH,
            )

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each week that grows too fast."""
        for week, window in self._windows(problem):
            largest = max(
                problem.first_sets - GROWTH, *(plan.total(other.number) for other in window)
            )
            if plan.total(week.number) > largest + GROWTH:
                yield Violation(
                    self.id,
                    InWeek(week.number),
                    f"{plan.total(week.number)} sets, at most {largest + GROWTH} allowed",
                )

    def say(self, problem: Problem, where: InWeek) -> str:
        """``Week 5 may have two sets more than the largest of the three weeks before it.``."""
        return (
            f"Week {where.week} may have {GROWTH} sets more than the largest of the last "
            f"{WINDOW} weeks that were no deload."
        )
