"""The taper never asks for more than the week before it."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Variables
from runtall.domain.where import InWeek, Violation

MOST_SETS = 8
"""Most sets of a taper week: those of one light session."""


class TaperTotal:
    """A taper week has no more sets than the last week before the taper, unless that is skipped.

    For every taper week w, with v the last week before the taper that asks for sessions::

        total[w] <= total[v] + 8 * relaxed[skip, v]

    It matters where little time has pressed the peak weeks below what a taper usually has.
    Guide: "Adjust for marathon training phases".
    """

    id = "taper-total"
    title = "the taper has no more sets than the week before it"
    source = "guide: phases"
    can_be_off = False
    reach = Reach.TOTALS
    ties_weeks = True

    def _last(self, problem: Problem) -> int:
        """Number of the last week with sessions before the taper; 0: there is none."""
        weeks = (week for week in problem.weeks if week.phase is not Phase.TAPER)
        return max((week.number for week in weeks if week.n_sessions), default=0)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each taper week by the last week before."""
        last = self._last(problem)
        for week in problem.phase_weeks(Phase.TAPER) if last else ():
            spare = MOST_SETS * variables.relaxed(Relaxation.SKIP, last)
            claim = variables.total(week.number) <= variables.total(last) + spare
            variables.require(self.id, InWeek(week.number), claim)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each taper week with more sets."""
        last = self._last(problem)
        for week in problem.phase_weeks(Phase.TAPER) if last else ():
            sets = plan.total(week.number)
            if sets > plan.total(last) + MOST_SETS * plan.uses(Relaxation.SKIP, last):
                found = f"{sets} sets; week {last} has {plan.total(last)}"
                yield Violation(self.id, InWeek(week.number), found)

    def say(self, problem: Problem, where: InWeek) -> str:
        """``Week 14 (taper) has no more sets than week 13.``."""
        return f"Week {where.week} (taper) has no more sets than week {self._last(problem)}."
