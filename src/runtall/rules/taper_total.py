"""The taper asks for clearly less than the week before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.derivation.profile import TAPER_PERCENT, most_in_taper, taper_place
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
# Hundredths of a set by which a share is rounded up.
ROUNDED_UP = 99


class TaperTotal(AboutWeeks):
    """A taper week has half of the sets of the last week before the taper, or three fifths.

    For every taper week w, with v the last week before the taper that asks for sessions::

        total[w] <= p * total[v], rounded up, + 8 * relaxed[skip, v]

    with p = 50 % in the race week and the week before it, and 60 % in earlier ones. It matters
    where one session a week, little time or a gap has pressed the peak weeks below twice what a
    taper usually has.
    Guide: "Adjust for marathon training phases".
    """

    title = "the taper has half of the sets of the week before it, or three fifths"
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
        percent = TAPER_PERCENT[taper_place(problem.weeks, week)]
        share = percent * variables.total(last) + ROUNDED_UP
        yield 100 * variables.total(week.number) <= share + 100 * spare

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a taper week that has more."""
        last = self._last(problem)
        sets, before = plan.total(week.number), plan.total(last)
        most = most_in_taper(taper_place(problem.weeks, week), before)
        most += MOST_SETS * plan.uses(Relaxation.SKIP, last)
        return f"{counted(sets, 'set')}; week {last} has {before}" if sets > most else ""

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 14 (taper) has 60 % of the sets of week 13 at most.``."""
        percent = TAPER_PERCENT[taper_place(problem.weeks, problem.week(where.week))]
        last = self._last(problem)
        return f"Week {where.week} (taper) has {percent} % of the sets of week {last} at most."
