"""How fast the weekly sets may grow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Claim, Variables
from runtall.domain.where import InWeek
from runtall.rules._weeks import AboutWeeks
from runtall.rules._words import too_many

GROWTH = 2
WINDOW = 3


class WeeklyGrowth(AboutWeeks):
    """A week has at most two sets more than the largest of the last three weeks that count.

    For every base or peak week w after the one in which the plan starts::

        total[w] <= max(total[w'] + 2 for the last three growing weeks w' < w, first_sets)
        total[w] <= the largest target of all weeks

    Growing weeks are base weeks without deload, tune-up or travel; where days are missing in one,
    or in the week before it, it is none of the three, but counts beside them. In such a week what
    lay before the last one comes back, without the two; a run cutback adds none, either, nor does a
    week after two easier ones. The volume of the first week is always open, as after weeks without
    any session, and it is all where none has grown yet.
    Guide: "How to progress without overdoing it".
    """

    title = "weekly sets grow by two at most"
    source = "guide: progression"
    sentence = (
        "Week {week} may have 2 sets more than the largest of the last 3 weeks that were no deload,"
        " and no week more than full volume."
    )
    reach = Reach.TOTALS

    def weeks(self, problem: Problem) -> Sequence[Week]:
        """Return base and peak weeks after the first one."""
        weeks = problem.planned_weeks[1:]
        return [week for week in weeks if week.phase is not Phase.TAPER]

    def _window(self, problem: Problem, week: Week) -> dict[int, int]:
        """Return the last growing weeks before a week, three at their full size, and its growth."""
        before = [other for other in problem.growing_weeks() if other.number < week.number]
        small = {other.number for other in before if self._is_small(problem, other)}
        numbers = [other.number for other in before]
        whole = [number for number in numbers if number not in small]
        first = min(numbers[-WINDOW:] + whole[-WINDOW:], default=week.number)
        last = max(small, default=0) if self._is_small(problem, week) else 0
        growth = 0 if week.holds else GROWTH
        return {number: growth * (number >= last) for number in numbers if number >= first}

    def _is_small(self, problem: Problem, week: Week) -> bool:
        """Return whether days are missing in a week, or in the one before: a way back after it."""
        return any(near.disturbed for near in problem.weeks[max(0, week.number - 2) : week.number])

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Hold a week against the largest of its window."""
        window = self._window(problem, week)
        totals = [variables.total(number) + growth for number, growth in window.items()]
        name = f"{self.id}/largest/w{week.number:02}"
        largest = variables.maximum(name, [problem.first_sets, *totals])
        yield variables.total(week.number) <= largest
        yield variables.total(week.number) <= _full(problem)

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a week that grows too fast."""
        window = self._window(problem, week)
        totals = [plan.total(number) + growth for number, growth in window.items()]
        most = max([problem.first_sets, *totals])
        return too_many(plan.total(week.number), min(most, _full(problem)))

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say what a week is measured by, or that there is nothing yet."""
        if self._window(problem, problem.week(where.week)):
            return super().say(problem, where)
        return f"No week has grown before week {where.week}: {problem.first_sets} sets at most."


def _full(problem: Problem) -> int:
    """Return the sets of a week at full volume."""
    return max(problem.first_sets, *(week.target_sets for week in problem.weeks))
