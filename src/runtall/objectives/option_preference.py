"""After an easy run before a day off, and that before a speed day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables

TIMES = {"B": 1, "C": 10}
"""How many times the weight each option costs."""


class OptionPreference:
    """A session follows an easy run, else lies on a day without a run, else after a workout.

    For every session, by the option of its day::

        A: 0        B: weight        C: 10 * weight

    Guide: options A, B and C in this order.
    """

    id = "option-preference"
    title = "option A before B before C"
    source = "guide: options A, B, C"
    tier = Tier.PLACEMENT
    weight = 3
    reach = Reach.DAYS
    ties_weeks = False

    def _cost(self, problem: Problem, day: Day) -> int:
        return TIMES.get(day.option, 0) * problem.weight(self.id, self.weight)

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
