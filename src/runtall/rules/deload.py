"""Fewer sets in deload and tune-up weeks."""

from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.where import InWeek
from runtall.rules._shares import KeepsShare


class Deload(KeepsShare):
    """A deload or tune-up week keeps 70 to 80 % of the sets of the last week that grew.

    For every deload week and every base week with a long tune-up race in it or on the two days
    before, w, with p the last growing week before it in which no day is missing::

        5 * total[w] <= 4 * total[p]
        10 * total[w] >= 7 * total[p] - 9                         rounded down

    and half of that where the week gives up one of its two sessions, as in peak weeks.
    Skipped weeks are exempt. Ours; guide: progress without overdoing it.
    """

    title = "deload and tune-up weeks keep 70 to 80 % of the sets"
    source = "ours; guide: progress"
    can_be_off = True
    low, high = 70, 80

    def references(self, problem: Problem, week: Week) -> tuple[Week, ...]:
        """Return the last growing week before a deload or tune-up week, undisturbed if any is."""
        if week.phase is not Phase.BASE or not (week.deload or week.tuneup):
            return ()
        alike = (w for w in problem.growing_weeks() if w.n_sessions == week.n_sessions)
        before = [w for w in alike if w.n_sessions and w.number < week.number]
        return tuple([w for w in before if not w.disturbed][-1:] or before[-1:])

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 8 is a deload week: 70 to 80 % of the sets of week 7.``."""
        week = problem.week(where.week)
        reason = "is a deload week" if week.deload else "has a long tune-up race in it or behind it"
        before = self.references(problem, week)
        last = f"week {before[0].number}" if before else "the week before"
        return f"Week {week.number} {reason}: {self.low} to {self.high} % of the sets of {last}."
