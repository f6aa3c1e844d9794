"""Rest between two sessions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, OnDay
from runtall.rules.base import Rule


class Spacing(Rule):
    """One session a day at most, and 48 hours between two of them.

    For every day d of week w::

        lifts[d] + lifts[d + 1] <= 1 + relaxed[short_gap, w]

    and where relaxations are open, as the sum may then be 2::

        lifts[d] <= 1
        session[d, k] + session[d + 1, k] <= 1 over a week's end (within a week it is certain)

    How small two sessions on neighbouring days are is the rule small-when-close.
    The guide's sample week has three and four days between its sessions.
    """

    title = "one session a day, 48 hours between two"
    source = "guide: sample week"
    sentence = (
        "{day}: one session at most, and none on the next day, unless they differ and both are "
        "small (at most 8 sets) or one is very light."
    )
    reach = Reach.DAYS

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep sessions on neighbouring days apart, and bound what a short gap allows."""
        for day, tomorrow in itertools.pairwise(problem.days):
            where = OnDay(day.index)
            both = variables.lifts(day.index) + variables.lifts(tomorrow.index)
            most = 1 + variables.relaxed(Relaxation.SHORT_GAP, day.week)
            variables.require(self.id, where, both <= most)
            if variables.relaxes(day.week) and day.week != tomorrow.week:
                for kind in variables.kinds(day.week):
                    here = variables.session(day.index, kind)
                    twice = here + variables.session(tomorrow.index, kind)
                    variables.require(self.id, where, twice <= 1)
        for day in problem.days:
            if variables.relaxes(day.week):
                lifts = variables.lifts(day.index)
                variables.require(self.id, OnDay(day.index), lifts <= 1)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each day that has two sessions, and each whose session has one too close."""
        for day in problem.days:
            where = OnDay(day.index)
            today, tomorrow = plan.on(day.index), plan.on(day.index + 1)
            if len(today) > 1:
                yield where, f"{len(today)} sessions"
            if today and tomorrow and day.index + 1 < len(problem.days):
                twice = {session.kind for session in today} & {other.kind for other in tomorrow}
                if not plan.uses(Relaxation.SHORT_GAP, day.week):
                    yield where, "another session on the next day"
                elif twice:
                    yield where, f"{min(twice)} on the next day too"
