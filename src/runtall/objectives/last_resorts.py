"""What a coach gives up only where nothing else is left."""

from __future__ import annotations

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables

PRICES = {Relaxation.SHORT_GAP: 1, Relaxation.LONG_RUN_EVE: 3, Relaxation.SKIP: 9}


class LastResorts:
    """No two sessions 24 hours apart, none close to a long run, no week without one.

    For every relaxation that a week uses::

        short_gap 1        long_run_eve 3        skip 9

    times the weight, whatever days it would spare: it comes before all that placement weighs.

    Ours, after the guide: it places sessions where they do the least damage.
    """

    id = "last-resorts"
    title = "last resorts only where nothing else is left"
    source = "ours; guide: placing workouts"
    tier = Tier.LAST_RESORT
    weight = 1
    reach = Reach.DAYS
    ties_weeks = False

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Price of the last resorts in use; 0 where the model has none."""
        weight = problem.weight(self.id, self.weight)
        if not weight or not variables.relaxes():
            return 0
        return sum(
            weight * price * variables.relaxed(step, week.number)
            for week in problem.weeks
            for step, price in PRICES.items()
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """Price of those that the plan declares."""
        return problem.weight(self.id, self.weight) * sum(
            price
            for week in problem.weeks
            for step, price in PRICES.items()
            if plan.uses(step, week.number)
        )
