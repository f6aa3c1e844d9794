"""Tie-break: earlier days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables

DAYS = 7


class EarlierDays:
    """Between plans that are as good, the one with the earlier days.

    For every session: weight * place of its day in the week, 0 to 6.

    Ours: it makes equal plans come out the same everywhere.
    """

    id = "earlier-days"
    title = "earlier days"
    source = "tie-break"
    tier = Tier.TIE_BREAK
    weight = 1
    reach = Reach.DAYS
    ties_weeks = False

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Places of the days with a session."""
        weight = problem.weight(self.id, self.weight)
        if not weight:
            return 0
        return sum(
            weight * place * variables.lifts(day)
            for week in problem.weeks
            for place, day in enumerate(week.days)
            if place
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, session by session."""
        return problem.weight(self.id, self.weight) * sum(
            session.day % DAYS for session in plan.sessions
        )
