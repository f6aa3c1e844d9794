"""How fast the weekly sets may grow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Claim, Variables
from runtall.rules._weeks import AboutWeeks
from runtall.rules._words import too_many

GROWTH = 2
WINDOW = 3


class WeeklyGrowth(AboutWeeks):
    """A week has at most two sets more than the largest of the last three weeks that count.

    For every base or peak week w but the first::

        total[w] <= max(total[w'] + 2 for the last three growing weeks w' < w, first_sets)

    Growing weeks are base weeks without deload, tune-up or travel; after weeks without any session
    the volume of week 1 is always open.
    Guide: "How to progress without overdoing it".
    """

    title = "weekly sets grow by two at most"
    source = "guide: progression"
    sentence = (
        "Week {week} may have 2 sets more than the largest of the last 3 weeks that were no deload."
    )
    reach = Reach.TOTALS

    def weeks(self, problem: Problem) -> Sequence[Week]:
        """Return base and peak weeks but the first growing one and what comes before it."""
        weeks = [week for week in problem.weeks if week.phase is not Phase.TAPER]
        return [week for week in weeks if self._window(problem, week)]

    def _window(self, problem: Problem, week: Week) -> tuple[Week, ...]:
        """Return the last growing weeks before a week."""
        before = [other for other in problem.growing_weeks() if other.number < week.number]
        return tuple(before[-WINDOW:])

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Hold a week against the largest of its window."""
        totals = [variables.total(other.number) for other in self._window(problem, week)]
        name, floor = f"{self.id}/largest/w{week.number:02}", problem.first_sets - GROWTH
        largest = variables.maximum(name, [floor, *totals])
        yield variables.total(week.number) <= largest + GROWTH

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a week that grows too fast."""
        totals = [plan.total(other.number) for other in self._window(problem, week)]
        return too_many(plan.total(week.number), max(problem.first_sets, max(totals) + GROWTH))
