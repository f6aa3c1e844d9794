"""Fewer sets in peak weeks."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.where import InWeek
from runtall.rules._shares import KeepsShare, Share

LOW = 60
# Percent of the reference that a peak week keeps.
HIGH = 80


class PeakCut(KeepsShare):
    """A peak week keeps 60 to 80 % of the sets of the last two base weeks that grew.

    For every peak week w, with a and b the last two growing base weeks::

        5 * total[w] <= 2 * (total[a] + total[b])
        10 * total[w] >= 3 * (total[a] + total[b]) - 9            rounded down

    and half of that where the week has one session and base weeks have two: then the cut is
    measured on that session. A skipped peak week is exempt; if a or b was skipped
    the other counts twice.
    Guide: "Adjust for marathon training phases".
    """

    title = "peak weeks keep 60 to 80 % of the sets"
    source = "guide: phases"
    can_be_off = True

    def shares(self, problem: Problem) -> Iterator[tuple[Week, Share]]:
        """Yield each peak week that has weeks to be measured by."""
        references = tuple(week for week in problem.reference_weeks() if week.n_sessions)
        if references:
            for week in problem.phase_weeks(Phase.PEAK):
                if week.n_sessions:
                    yield week, Share(LOW, HIGH, references, problem.optional_slots)

    def say(self, problem: Problem, where: InWeek) -> str:
        """``Week 11 (peak) keeps 60 to 80 % of the sets of weeks 9 and 10.``."""
        numbers = [str(week.number) for week in problem.reference_weeks()]
        weeks = ("weeks " if len(numbers) > 1 else "week ") + " and ".join(numbers)
        week = problem.week(where.week)
        words = f"Week {week.number} (peak) keeps {LOW} to {HIGH} % of the sets of {weeks}"
        share = Share(LOW, HIGH, problem.reference_weeks(), problem.optional_slots)
        if share.halves(problem, week, single=False):
            return f"{words}, and as it has one session, half of that."
        return f"{words}."
