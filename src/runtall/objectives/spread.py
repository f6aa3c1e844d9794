"""Room between two sessions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables

DAYS_APART = 2


class Spread:
    """Sessions lie three or four days apart rather than two.

    For every two days d and d + 2, also across the border of two weeks::

        weight * max(0, sessions[d] + sessions[d + 2] - 1)

    which is the weight for each pair exactly 48 hours apart. Less is a hard rule.
    Seen in the guide's sample week.
    """

    id = "spread"
    title = "sessions more than two days apart"
    source = "guide: sample week"
    tier = Tier.PLACEMENT
    weight = 10

    def _pairs(self, problem: Problem) -> Iterator[tuple[Day, Day]]:
        for day, later in zip(problem.days, problem.days[DAYS_APART:], strict=False):
            if day.is_open and later.is_open:
                yield day, later

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Cost of the pairs that both have a session."""
        weight = problem.weight(self.id, self.weight)
        cost = 0
        if not weight:
            return cost
        for day, later in self._pairs(problem):
            kinds = len(variables.kinds(day.week))
            # One session of a kind a week: within a week, both days share these.
            at_once = kinds if day.week == later.week else kinds + len(variables.kinds(later.week))
            if not kinds or at_once < 2:
                continue
            sessions = variables.lifts(day.index) + variables.lifts(later.index)
            name = f"{self.id}/d{day.index:03}"
            cost += weight * variables.positive_part(name, sessions - 1)
        return cost

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, pair by pair."""
        sessions = Counter(session.day for session in plan.sessions)
        return problem.weight(self.id, self.weight) * sum(
            max(0, sessions[day.index] + sessions[later.index] - 1)
            for day, later in self._pairs(problem)
        )
