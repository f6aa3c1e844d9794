"""The day before the long run of a runner whose posture holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables


class EveOfLongRun:
    """Where lifting doesn't make the posture sag, a heavy session before a long run is dear.

    For every day d with a heavy session and a long run on d + 1::

        weight      unless the posture sags: then rest-before-long-run speaks

    Guide: "Place workouts where they do the least damage".
    """

    id = "eve-of-long-run"
    title = "no heavy session on the eve of a long run"
    source = "guide: placing workouts"
    tier = Tier.PLACEMENT
    weight = 40
    reach = Reach.DAYS
    ties_weeks = False

    def _cost(self, problem: Problem, day: Day) -> int:
        if problem.request.athlete.posture_sags or not day.eve_of_long_run:
            return 0
        return problem.weight(self.id, self.weight)

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
