"""The most sets of a week."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Claim, Variables
from runtall.rules._weeks import AboutWeeks
from runtall.rules._words import too_many

MOST = {Pattern.PULL: 14, Pattern.PUSH: 8, Pattern.CARRY: 8, Pattern.CORE: 8}
MOST_IN_ALL = 29


class AreaCeilings(AboutWeeks):
    """A week has 29 sets at most: 14 of pull, 8 each of push, carry and core.

    For every week w::

        pattern[w, pull] <= 14      pattern[w, p] <= 8  for push, carry, core      total[w] <= 29

    More than that buys little strength and costs recovery; two full templates make 29.
    Guide: "A simple 2-day upper body plan".
    """

    title = "no more than 29 sets a week, 14 of pull, 8 of each other pattern"
    source = "guide: 2-day plan"
    can_be_off = True
    sentence = "Week {week} has 29 sets at most: 14 of pull, 8 each of push, carry and core."
    ties_weeks = False

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Bound what the week's session kinds could exceed."""
        reach = 0
        for pattern, most in MOST.items():
            sets = variables.pattern(week.number, pattern)
            _, possible = variables.bounds(sets)
            reach += possible
            if possible > most:
                yield sets <= most
        if reach > MOST_IN_ALL:
            yield variables.total(week.number) <= MOST_IN_ALL

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the patterns with too many sets, and all of them where they are too many."""
        faults = [
            too_many(pattern_sets(problem, plan, week.number, pattern), most, f"{pattern} sets")
            for pattern, most in MOST.items()
        ]
        return "; ".join(filter(None, [*faults, too_many(plan.total(week.number), MOST_IN_ALL)]))
