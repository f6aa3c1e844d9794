"""Room between two sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

DAYS = 3


class Spread(Weighted):
    """Sessions lie three or four days apart rather than two.

    For every three days in a row, also across the border of two weeks::

        weight * max(0, sessions on these days - 1)

    which is the weight for each pair exactly 48 hours apart, and twice the weight for one that is
    even closer, where that is a last resort. Three days at once, because two sessions on
    neighbouring days are nearly always forbidden: so the linear relaxation is far tighter than
    with the two days alone.

    Seen in the guide's sample week.
    """

    title = "sessions more than two days apart"
    source = "guide: sample week"
    tier = Tier.PLACEMENT
    weight = 10
    reach = Reach.DAYS

    def _windows(self, problem: Problem) -> Iterator[tuple[Day, ...]]:
        """Yield the open days of each three in a row, where there are two at least."""
        for first in range(len(problem.days) - DAYS + 1):
            days = tuple(day for day in problem.days[first : first + DAYS] if day.is_open)
            if len(days) > 1:
                yield days

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sessions beyond the first of each window."""
        for days in self._windows(problem):
            weeks = {day.week for day in days}
            # One session of a kind a week: a window in a week holds no more than it has kinds.
            if sum(len(variables.kinds(week)) for week in weeks) > 1:
                sessions = sum(variables.lifts(day.index) for day in days)
                name = f"{self.id}/d{days[0].index:03}"
                yield variables.positive_part(name, sessions - 1)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, window by window."""
        sessions = Counter(session.day for session in plan.sessions)
        yield from (
            max(0, sum(sessions[day.index] for day in days) - 1) for days in self._windows(problem)
        )
