"""The taper never asks for more than the week before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Variables
from runtall.domain.where import InWeek
from runtall.errors.words import counted
from runtall.rules._weeks import AboutWeeks

# Most sets of a taper week: those of one light session.
MOST_SETS = 8


class TaperTotal(AboutWeeks):
    """A taper week has no more sets than the last week before the taper, unless that is skipped.

    For every taper week w, with v the last week before the taper that asks for sessions::

        total[w] <= total[v] + 8 * relaxed[skip, v]

    It matters where little time has pressed the peak weeks below what a taper usually has.
    Guide: "Adjust for marathon training phases".
    """

    title = "the taper has no more sets than the week before it"
    source = "guide: phases"
    reach = Reach.TOTALS

    def _last(self, problem: Problem) -> int:
        """Return the number of the last week with sessions before the taper; 0: there is none."""
        weeks = (week for week in problem.weeks if week.phase is not Phase.TAPER)
        return max((week.number for week in weeks if week.n_sessions), default=0)

    def weeks(self, problem: Problem) -> Sequence[Week]:
        """Return the taper weeks, where a week with sessions comes before them."""
        return problem.phase_weeks(Phase.TAPER) if self._last(problem) else ()

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Bound a taper week by the last week before."""
        last = self._last(problem)
        spare = MOST_SETS * variables.relaxed(Relaxation.SKIP, last)
        yield variables.total(week.number) <= variables.total(last) + spare

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a taper week that has more."""
        last = self._last(problem)
        sets, before = plan.total(week.number), plan.total(last)
        most = before + MOST_SETS * plan.uses(Relaxation.SKIP, last)
        return f"{counted(sets, 'set')}; week {last} has {before}" if sets > most else ""

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 14 (taper) has no more sets than week 13.``."""
        return f"Week {where.week} (taper) has no more sets than week {self._last(problem)}."
