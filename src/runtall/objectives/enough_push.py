"""Pushing is kept, and kept simple."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.profile import full_weeks
from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

FEWEST = 3
MOST = 6


class EnoughPush(Weighted):
    """Full base weeks have three to six sets of pushing.

    For every base week at full volume, with its push sets::

        weight * max(0, 3 - push, push - 6)

    Guide: "Pushing exercises (keep them simple)".
    """

    title = "three to six push sets in full weeks"
    source = "guide: pushing"
    tier = Tier.BALANCE
    weight = 5
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets missing or too many, one helping number a week."""
        for week in full_weeks(problem):
            push = variables.pattern(week.number, Pattern.PUSH)
            name = f"{self.id}/w{week.number:02}"
            yield variables.positive_part(name, FEWEST - push, push - MOST)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        counts = [
            pattern_sets(problem, plan, week.number, Pattern.PUSH) for week in full_weeks(problem)
        ]
        yield from (max(0, FEWEST - push, push - MOST) for push in counts)
