"""What objectives that price days share: both halves follow from what a session on a day costs."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives.base import Objective


class DayCost(Objective):
    """Days on which a session costs something, whatever else its week holds.

    For every day d, over the kinds k that count::

        cost[d] * times[d, k] * session[d, k]
    """

    tier = Tier.PLACEMENT
    # The kinds of session that cost anything.
    kinds: Set[SessionKind] = frozenset(SessionKind)
    reach = Reach.DAYS
    ties_weeks = False

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return what a session on the day costs at this weight."""
        raise NotImplementedError

    def times(self, day: Day, kind: SessionKind) -> int:
        """Return how many times a session of a kind counts; 0 for none."""
        return int(kind in self.kinds)

    def _costs(self, problem: Problem) -> dict[int, int]:
        """Return the days with a cost, and how much."""
        weight = problem.weight(self.id, self.weight)
        days = problem.days if problem.on(self.id) else ()
        return {day.index: cost for day in days if (cost := self.cost(problem, day, weight))}

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Return the cost of the days that have a session."""
        return sum(
            cost * times * variables.session(day, kind)
            for day, cost in self._costs(problem).items()
            for kind in variables.kinds(problem.days[day].week)
            if (times := self.times(problem.days[day], kind))
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """Return the cost of the plan's sessions."""
        costs = self._costs(problem)
        return sum(
            costs.get(s.day, 0) * self.times(problem.days[s.day], s.kind) for s in plan.sessions
        )
