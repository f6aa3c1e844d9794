"""Fewer sets in deload and tune-up weeks."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.where import InWeek
from runtall.rules._shares import KeepsShare, Share

LOW = 70
# Percent of the week before that an eased week keeps.
HIGH = 80


class Deload(KeepsShare):
    """A deload or tune-up week keeps 70 to 80 % of the sets of the last week that grew.

    For every deload or tune-up base week w, with p the last growing week before it::

        5 * total[w] <= 4 * total[p]
        10 * total[w] >= 7 * total[p] - 9                         rounded down

    and half of that where the week gives up one of its two sessions, as in peak weeks.
    Skipped weeks are exempt. Ours; guide: progress without overdoing it.
    """

    title = "deload and tune-up weeks keep 70 to 80 % of the sets"
    source = "ours; guide: progress"
    can_be_off = True

    def shares(self, problem: Problem) -> Iterator[tuple[Week, Share]]:
        """Yield each deload or tune-up week that has a week to be measured by."""
        for week in problem.phase_weeks(Phase.BASE):
            before = [w for w in problem.growing_weeks() if w.number < week.number]
            if (week.deload or week.tuneup) and week.n_sessions and before:
                yield week, Share(LOW, HIGH, (before[-1],), problem.optional_slots)

    def say(self, problem: Problem, where: InWeek) -> str:
        """``Week 8 is a deload week: 70 to 80 % of the sets of week 7.``."""
        week = problem.week(where.week)
        reason = "is a deload week" if week.deload else "has a tune-up race"
        before = [str(w.number) for w in problem.growing_weeks() if w.number < week.number]
        last = f"week {before[-1]}" if before else "the week before"
        return f"Week {week.number} {reason}: {LOW} to {HIGH} % of the sets of {last}."
