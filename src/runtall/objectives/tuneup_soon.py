"""Fresh for a tune-up race."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables

DAYS_BEFORE = 2


class TuneupSoon:
    """No heavy session two days before a tune-up race.

    For every day d with a heavy session and a tune-up race on d + 2: weight.

    Ours; the day before is a hard rule, tuneup-eve.
    """

    id = "tuneup-soon"
    title = "no heavy session two days before a tune-up"
    source = "ours; guide: key run workouts"
    tier = Tier.PLACEMENT
    weight = 12
    reach = Reach.DAYS
    ties_weeks = False

    def _cost(self, problem: Problem, day: Day) -> int:
        return problem.weight(self.id, self.weight) if day.to_tuneup == DAYS_BEFORE else 0

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Cost of the days that have a heavy session."""
        return sum(
            cost * variables.heavy(day.index)
            for day in problem.days
            if (cost := self._cost(problem, day))
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, session by session."""
        return sum(
            self._cost(problem, problem.days[session.day])
            for session in plan.sessions
            if session.kind.heavy
        )
