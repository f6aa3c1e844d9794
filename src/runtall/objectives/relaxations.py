"""What a week may give up, on one scale with the harm to runs."""

from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables

MERGED_IN_BASE = 80
MERGED_IN_PEAK = 60
MERGED_IN_DISTURBED = 45
LIGHTER = 35
ONLY_ONE_LIGHTER = 60
SMALL_AFTER_SPEED = 35


class Relaxations:
    """One smaller week rather than many weeks of bad days, and never without a reason.

    For every relaxation that a week uses::

        single      80 in a base week, 60 in a peak week, 45 in either where it is disturbed
        lighter     35, or 60 where the week has one session only
        speed_day   35, besides what option C costs

    times the weight. A coach takes one smaller week and goes back to the usual days; the prices
    say how much harm to runs that is worth. The other relaxations are last resorts.

    Ours, after the guide: base weeks have two sessions, peak weeks one or two.
    """

    id = "relaxations"
    title = "smaller weeks only where they spare the runs"
    source = "ours; guide: phases"
    tier = Tier.PLACEMENT
    weight = 1
    reach = Reach.DAYS
    ties_weeks = False

    def _prices(self, week: Week) -> dict[Relaxation, int]:
        merged = MERGED_IN_PEAK if week.phase is Phase.PEAK else MERGED_IN_BASE
        return {
            Relaxation.SINGLE: MERGED_IN_DISTURBED if week.disturbed else merged,
            Relaxation.LIGHTER: LIGHTER if week.n_sessions > 1 else ONLY_ONE_LIGHTER,
            Relaxation.SPEED_DAY: SMALL_AFTER_SPEED,
        }

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Price of the relaxations in use; 0 where the model has none."""
        weight = problem.weight(self.id, self.weight)
        if not weight or not variables.relaxes():
            return 0
        return sum(
            weight * price * variables.relaxed(step, week.number)
            for week in problem.weeks
            for step, price in self._prices(week).items()
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """Price of the declared relaxations."""
        return problem.weight(self.id, self.weight) * sum(
            price
            for week in problem.weeks
            for step, price in self._prices(week).items()
            if plan.uses(step, week.number)
        )
