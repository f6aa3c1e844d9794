"""Long runs on a Sunday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import SessionKind
from runtall.domain.reach import Reach
from runtall.domain.run_plan import RunKind
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables

DAYS_BEFORE = 3


class EarlierForSunday:
    """Where the long run is on a Sunday, the last session before it is on Wednesday at the latest.

    For every day d with a session that is not very light, where d + 3 is a Sunday with a long
    run: weight. Friday and Saturday are a matter of hard rules.

    Guide: "Sample weekly schedule", its last sentence.
    """

    id = "earlier-for-sunday"
    title = "Wednesday rather than Thursday before a Sunday long run"
    source = "guide: sample week"
    tier = Tier.PLACEMENT
    weight = 3
    reach = Reach.DAYS
    ties_weeks = False

    def _cost(self, problem: Problem, day: Day) -> int:
        if day.to_long != DAYS_BEFORE:
            return 0
        long_run = problem.days[day.index + DAYS_BEFORE]
        sunday = long_run.kind is RunKind.LONG and long_run.weekday == "sun"
        return problem.weight(self.id, self.weight) if sunday else 0

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Cost of the days that have a session, very light ones aside."""
        return sum(
            cost * variables.session(day.index, kind)
            for day in problem.days
            if (cost := self._cost(problem, day))
            for kind in variables.kinds(day.week)
            if kind is not SessionKind.VERY_LIGHT
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, session by session."""
        return sum(
            self._cost(problem, problem.days[session.day])
            for session in plan.sessions
            if session.kind is not SessionKind.VERY_LIGHT
        )
