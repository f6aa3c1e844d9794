"""How many mobility add-ons a week has."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

MISSING = 2
EXTRA = 1
NONE = 2


class MobilityTarget(Weighted):
    """Each week has the mobility add-ons that the runner wants, and a lifting week at least one.

    For every week with n add-ons, aim = min(what the runner wants, days that can have one)::

        weight * (2 * max(0, aim - n) + max(0, n - aim))
        weight * 2     if aim > 0, n = 0 and the week has a session

    Guide: "How upper body strength fits with mobility and recovery".
    """

    title = "mobility add-ons as wanted, one in each lifting week"
    source = "guide: mobility"
    tier = Tier.PREFERENCE
    reach = Reach.DAYS
    ties_weeks = False

    def _weeks(self, problem: Problem) -> Iterator[tuple[int, list[int], int]]:
        """Yield each week, the days that can have an add-on, and how many there should be."""
        for week in problem.weeks:
            days = [day.index for day in problem.mobility_days(week)]
            if days:
                yield week.number, days, min(problem.mobility_target, len(days))

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the add-ons missing or too many: ``n - aim``, bent below the aim."""
        for week, days, aim in self._weeks(problem):
            count = sum(variables.mobility(day) for day in days)
            yield EXTRA * (count - aim)
            if not aim:
                continue
            short = variables.positive_part(f"{self.id}/w{week:02}/short", aim - count)
            yield (MISSING + EXTRA) * short
            kinds = variables.kinds(week)
            if kinds:
                none = variables.bool_var(f"{self.id}/w{week:02}/none")
                # Without relaxations every kind of the week is held: one claim says it all.
                for kind in kinds if variables.relaxes(week) else kinds[:1]:
                    variables.define(none >= variables.held(week, kind) - count)
                yield NONE * none

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        for week, days, aim in self._weeks(problem):
            count = len(set(plan.mobility) & set(days))
            yield MISSING * max(0, aim - count) + EXTRA * max(0, count - aim)
            if aim and not count and plan.in_week(week):
                yield NONE
