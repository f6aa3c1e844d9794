"""Fresh for the long run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.reach import Reach
from runtall.domain.run_plan import RunKind
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Expression, Variables

DAYS_BEFORE = 2
NEW_WEEKS = 2
TIMES_WHILE_NEW = 3


class FreshForLongRun:
    """No heavy session two days before a long run, least of all while lifting is new.

    For every day d with a heavy session and a long run on d + 2::

        weight,  3 * weight in weeks 1 and 2

    Soreness is worst one to three days after unaccustomed work.
    Guide: "Keep soreness low".
    """

    id = "fresh-for-long-run"
    title = "no heavy session two days before a long run"
    source = "guide: soreness"
    tier = Tier.PLACEMENT
    weight = 2
    reach = Reach.DAYS
    ties_weeks = False

    def _cost(self, problem: Problem, day: Day) -> int:
        if day.to_long != DAYS_BEFORE or (
            problem.days[day.index + DAYS_BEFORE].kind is not RunKind.LONG
        ):
            return 0
        times = TIMES_WHILE_NEW if day.week <= NEW_WEEKS else 1
        return times * problem.weight(self.id, self.weight)

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
