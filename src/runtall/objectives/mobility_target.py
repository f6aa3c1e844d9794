"""How many mobility add-ons a week has."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.mobility import beside_sessions, has_mobility_block, wanted

MISSING = 2
EXTRA = 1
NONE = 2


class MobilityTarget(Weighted):
    """Each week has the mobility add-ons that the runner wants, and a lifting week at least one.

    For every week with n add-ons, aim = min(what the runner wants, days that can have one), where
    a light session of the taper counts as one, as it has mobility of its own, and none beside a
    session on a day whose limit may not hold both, where it follows from the printed length::

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
                yield week.number, days, wanted(problem, week)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the add-ons missing or too many: ``n - aim``, bent below the aim."""
        for week, days, aim in self._weeks(problem):
            count = sum(variables.mobility(day) for day in days)
            kinds = variables.kinds(week)
            own = [kind for kind in kinds if has_mobility_block(problem.week(week).phase, kind)]
            count += sum(variables.held(week, kind) for kind in own if aim)
            yield EXTRA * (count - aim)
            if not aim:
                continue
            short = variables.positive_part(f"{self.id}/w{week:02}/short", aim - count)
            yield (MISSING + EXTRA) * short
            if kinds:
                none = variables.bool_var(f"{self.id}/w{week:02}/none")
                # Without relaxations every kind of the week is held: one claim says it all.
                for kind in kinds if variables.relaxes(week) else kinds[:1]:
                    variables.define(none >= variables.held(week, kind) - count)
                yield NONE * none

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        decided = set(plan.mobility) - beside_sessions(problem, plan)
        for week, days, aim in self._weeks(problem):
            phase, sessions = problem.week(week).phase, plan.in_week(week)
            own = sum(has_mobility_block(phase, session.kind) for session in sessions)
            count = len(decided & set(days)) + (own if aim else 0)
            yield MISSING * max(0, aim - count) + EXTRA * max(0, count - aim)
            if aim and not count and sessions:
                yield NONE
