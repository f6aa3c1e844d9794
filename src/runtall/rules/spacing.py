"""Rest between two sessions."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from runtall.domain.relaxation import Relaxation
from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables

SMALL_SETS = 8
"""Most sets of each of two sessions on neighbouring days."""


class Spacing:
    """One session a day at most, and 48 hours between two of them.

    For every day d of week w::

        lifts[d] + lifts[d + 1] <= 1 + relaxed[short_gap, w]

    and where relaxations are open, as the sum may then be 2::

        lifts[d] <= 1
        session[d, k] = 1  =>  sets[w, k] <= 8 where d - 1 or d + 1 has a session too
        session[d, k] + session[d + 1, k] <= 1 over a week's end (within a week it is certain)

    The guide's sample week has three and four days between its sessions.
    """

    id = "spacing"
    title = "one session a day, 48 hours between two"
    source = "guide: sample week"
    can_be_off = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep sessions on neighbouring days apart, and bound what a short gap allows."""
        for day, tomorrow in itertools.pairwise(problem.days):
            both = variables.lifts(day.index) + variables.lifts(tomorrow.index)
            most = 1 + variables.relaxed(Relaxation.SHORT_GAP, day.week)
            variables.require(self.id, Where(day=day.index), both <= most)
            if variables.relaxes(day.week):
                self._post_short_gap(variables, day, tomorrow)
        for day in problem.days:
            if variables.relaxes(day.week):
                lifts = variables.lifts(day.index)
                variables.require(self.id, Where(day=day.index), lifts <= 1)

    def _post_short_gap(self, variables: Variables, day: Day, tomorrow: Day) -> None:
        where = Where(day=day.index)
        for one, other in ((day, tomorrow), (tomorrow, day)):
            lifts = variables.lifts(other.index)
            for kind in variables.kinds(one.week):
                most = sum(slot.most for slot in variables.slots(kind))
                if most > SMALL_SETS:
                    sets = variables.session_sets(one.week, kind)
                    small = sets + (most - SMALL_SETS) * lifts <= most
                    here = variables.session(one.index, kind)
                    variables.require(self.id, where, small, when=[here])
        if day.week != tomorrow.week:
            for kind in variables.kinds(day.week):
                twice = variables.session(day.index, kind) + variables.session(tomorrow.index, kind)
                variables.require(self.id, where, twice <= 1)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each day that has two sessions, and each whose session has one too close."""
        for day in problem.days:
            today, tomorrow = plan.on(day.index), plan.on(day.index + 1)
            if len(today) > 1:
                yield Violation(self.id, Where(day=day.index), f"{len(today)} sessions")
            if today and tomorrow and day.index + 1 < len(problem.days):
                sets = max(session.n_sets for session in (*today, *tomorrow))
                twice = {one.kind for one in today} & {other.kind for other in tomorrow}
                found = ""
                if not plan.uses(Relaxation.SHORT_GAP, day.week):
                    found = "another session on the next day"
                elif sets > SMALL_SETS:
                    found = f"{sets} sets next to another session, at most {SMALL_SETS} allowed"
                elif twice:
                    found = f"{min(twice)} on the next day too"
                if found:
                    yield Violation(self.id, Where(day=day.index), found)

    def say(self, problem: Problem, where: Where) -> str:
        """``Mon 4 Jan: one session at most, and none on the next day, unless ...``."""
        day = problem.days[where.day or 0]
        return (
            f"{day.label}: one session at most, and none on the next day, "
            f"unless both are small (at most {SMALL_SETS} sets) and differ."
        )
