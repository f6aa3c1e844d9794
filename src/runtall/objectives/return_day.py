"""The day of the first session after a gap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from runtall.domain.after_gaps import begins_after_gap
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.returns import returns, still_idle
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.domain.way_back import ANEW, BREAK, LONG, ROWS
from runtall.domain.where import DAYS
from runtall.objectives._weighted import Weighted

# Rows of the table that a day more may lead to, and how much more than these the worst days cost.
LATE, MOST = (BREAK, LONG, ANEW), 10


class ReturnDay(Weighted):
    """The first sessions back: not right after a long run or before the first run, nor too late.

    For every session after a long run, but on a day that most weeks need, or on the last of five
    days, at least, without any run, in a week that begins after a gap, where days are missing in it
    or in the one before::

        10 * weight

    and for each such week that a gap ends in once from 10 days on, twice from 17, thrice from 28,
    as far as the days that both weeks have may lead to more as well as to fewer, and the week has
    two sessions::

        weight

    The first costs more than one merged session, so that the week gives up that one rather; the
    other more than a day off the usual weekdays, so that a week of two gains a whole one by it. Who
    lifts once a week keeps the usual day. Ours.
    """

    title = "no session back after a long run, before a run, or a day too late"
    source = "ours"
    tier = Tier.PLACEMENT
    weight = 9
    reach = Reach.DAYS

    def _weeks(self, problem: Problem) -> Iterator[Week]:
        """Yield the weeks that may be the first one back."""
        for before, week in pairwise(problem.weeks):
            if before.disturbed or week.disturbed:
                yield week

    def _days(self, problem: Problem) -> Iterator[Day]:
        """Yield the days on which a first session would do most harm."""
        for week in self._weeks(problem):
            for day in problem.open_days(week):
                if day.index in problem.before_illness(week):
                    continue
                tired = day.since_long == 1 and not day.needed
                if tired or still_idle(problem, day.index):
                    yield day

    def _late(self, problem: Problem) -> Iterator[tuple[int, int]]:
        """Yield weeks back with each row of the table that they may reach, or not, by their days.

        The last session before lies in the last seven days that can have one.
        """
        for week in self._weeks(problem):
            here = [day.index for day in problem.open_days(week)]
            before = [day.index for day in problem.days[: week.days[0]] if day.is_open]
            last = [day for day in before if day > before[-1] - DAYS]
            if here and last and week.n_sessions > 1:
                reached = range(here[0] - last[-1] + 1, here[-1] - last[0] + 1)
                limits = {row: ROWS[row].limit(problem.week(week.number - 1)) for row in LATE}
                yield from ((week.number, row) for row in LATE if limits[row] in reached)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sessions on such days in the weeks back."""
        for day in self._days(problem):
            back, here = variables.returned(day.week, 0), variables.lifts(day.index)
            if variables.bounds(back)[1] and variables.bounds(here)[1]:
                both = here - len(variables.kinds(day.week)) * (1 - back)
                yield MOST * variables.positive_part(f"{self.id}/d{day.index:03}", both)
        yield from (variables.returned(*late) for late in self._late(problem))

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, day by day."""
        for day in self._days(problem):
            yield MOST * len(plan.on(day.index)) * begins_after_gap(problem, plan, day.week)
        late = set(self._late(problem))
        for found in returns(problem, plan):
            yield sum((found.week, row) in late for row in range(found.rows))
