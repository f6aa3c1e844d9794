"""Fewer sets in peak weeks."""

from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.where import InWeek
from runtall.rules._shares import KeepsShare


class PeakCut(KeepsShare):
    """A peak week keeps 60 to 80 % of the sets of the last two base weeks that grew.

    For every peak week w, with a and b the last two growing base weeks::

        5 * total[w] <= 2 * (total[a] + total[b])
        10 * total[w] >= 3 * (total[a] + total[b])

    The cut is from the usual week: where a gap made a or b small, from what was done before it, as
    far as the way back (coming-back) allows that.

    A peak week with one session, where base weeks have two, is a matter of one-session-peak. A
    skipped peak week is exempt; if a or b was skipped the other counts twice, and if it had one
    merged session in place of two, that session does.
    Guide: "Adjust for marathon training phases".
    """

    title = "peak weeks keep 60 to 80 % of the sets"
    source = "guide: phases"
    can_be_off = True
    low, high, strict = 60, 80, True
    measures_single = False

    def references(self, problem: Problem, week: Week) -> tuple[Week, ...]:
        """Return the last growing base weeks with no more sessions, with own ones as a peak week.

        Where no week is alike in that, those with own sessions count.
        """
        if week.phase is not Phase.PEAK:
            return ()
        growing = problem.growing_weeks()
        weeks = [other for other in growing if bool(other.own) == bool(week.own)] or growing
        return tuple(other for other in weeks[-2:] if 0 < other.n_sessions <= week.n_sessions)

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 11 (peak) keeps 60 to 80 % of the sets of weeks 9 and 10.``."""
        week = problem.week(where.week)
        numbers = [str(other.number) for other in self.references(problem, week)]
        weeks = ("weeks " if len(numbers) > 1 else "week ") + " and ".join(numbers)
        return (
            f"Week {week.number} (peak) keeps {self.low} to {self.high} % of the sets of {weeks}."
        )
