"""Tie-break: which days have the mobility add-ons."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.mobility import beside_sessions

DAYS = 7
# Dearer than the whole way from the first day of a week to the last.
SHARED = 7


class MobilitySpread(Weighted):
    """Mobility add-ons are on days without a session, and then early in the week.

    For every day that can have an add-on::

        weight * (place in the week, 0 to 6, if it has one)
        weight * 7 * max(0, add-ons and sessions of the day - 1)

    so that no earlier day makes up for sharing it with a session. Those that follow from the
    printed length of a session don't count.
    Ours.
    """

    title = "mobility on days without a session"
    source = "tie-break"
    tier = Tier.TIE_BREAK
    reach = Reach.DAYS
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the places of the days with an add-on, and what these share."""
        for week in problem.weeks:
            for day in problem.mobility_days(week):
                mobility = variables.mobility(day.index)
                yield (day.index % DAYS) * mobility
                if day.is_open and variables.kinds(week.number):
                    both = mobility + variables.lifts(day.index) - 1
                    name = f"{self.id}/d{day.index:03}"
                    yield SHARED * variables.positive_part(name, both)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, day by day."""
        decided = set(plan.mobility) - beside_sessions(problem, plan)
        for week in problem.weeks:
            for day in problem.mobility_days(week):
                mobility = day.index in decided
                yield (day.index % DAYS) * mobility
                if day.is_open:
                    yield SHARED * max(0, mobility + len(plan.on(day.index)) - 1)
