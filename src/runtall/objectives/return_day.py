"""The day of the first session after a gap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.returns import begins_after_gap, still_idle
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class ReturnDay(Weighted):
    """The sessions of the week back are not right after a long run, nor before the first run.

    For every session after a long run, or on the last of five days, at least, without any run, in
    a week that begins after a gap, where days are missing in it or in the one before::

        weight

    It costs more than one merged session, so that the week gives up that one rather.
    Ours.
    """

    title = "no session back from a gap on the day after a long run, or before a run"
    source = "ours"
    tier = Tier.PLACEMENT
    weight = 90
    reach = Reach.DAYS

    def _days(self, problem: Problem) -> Iterator[Day]:
        """Yield the days on which a first session would do most harm."""
        for before, week in pairwise(problem.weeks):
            disturbed = before.disturbed or week.disturbed
            for day in problem.open_days(week) if disturbed else ():
                if day.index in problem.before_illness(week):
                    continue
                if day.since_long == 1 or still_idle(problem, day.index):
                    yield day

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sessions on such days in the weeks back."""
        for day in self._days(problem):
            back, here = variables.returned(day.week, 0), variables.lifts(day.index)
            if variables.bounds(back)[1] and variables.bounds(here)[1]:
                both = here - len(variables.kinds(day.week)) * (1 - back)
                yield variables.positive_part(f"{self.id}/d{day.index:03}", both)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, day by day."""
        for day in self._days(problem):
            yield len(plan.on(day.index)) * begins_after_gap(problem, plan, day.week)
