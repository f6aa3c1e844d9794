"""What is run on the day after a session, and on the day before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.domain.run_plan import RunKind
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables

MEDIUM_LONG_TOMORROW = 8
AFTER_LONG_RUN = 30


class NextDay:
    """The day after a session is easy or off, and the long run's recovery day stays free.

    For every day d with a session::

        weight if a workout or tune-up follows on d + 1,  8 if a medium-long run does,
        and 30 if the long run was on d - 1

    The recovery day costs more than the eve of a workout: so the guide's own week comes out
    as Monday and Thursday.
    Guide: option A.
    """

    id = "next-day"
    title = "easy day after a session; none on the day after the long run"
    source = "guide: option A"
    tier = Tier.PLACEMENT
    weight = 20
    reach = Reach.DAYS
    ties_weeks = False

    def _cost(self, problem: Problem, day: Day) -> int:
        cost = 0
        if day.next_kind in {RunKind.WORKOUT, RunKind.TUNEUP}:
            cost += problem.weight(self.id, self.weight)
        elif day.next_kind is RunKind.MEDIUM_LONG and problem.on(self.id):
            cost += MEDIUM_LONG_TOMORROW
        if day.since_long == 1 and problem.on(self.id):
            cost += AFTER_LONG_RUN
        return cost

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Cost of the days that have a session."""
        return sum(
            cost * variables.lifts(day.index)
            for day in problem.days
            if (cost := self._cost(problem, day))
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, session by session."""
        return sum(self._cost(problem, problem.days[session.day]) for session in plan.sessions)
