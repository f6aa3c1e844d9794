"""The day of the first session after a gap."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.returns import ROWS, most_sessions, not_running, still_idle
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class ReturnDay(Weighted):
    """The first session after a gap isn't right after a long run, nor before the first run.

    For every day d after a long run, or the last of five without any run, whose week and the one
    before it miss two sessions (one, where a week has one), with a session on d and none on the 7
    days before it (11); where the runner was ill in these, or didn't run, none need be missed::

        weight

    It costs more than one merged session, so that the week gives up that one rather.
    Ours.
    """

    title = "no first session after a gap on the day after a long run, or before a run"
    source = "ours"
    tier = Tier.PLACEMENT
    weight = 90
    reach = Reach.DAYS

    def _days(self, problem: Problem) -> Iterator[tuple[Day, int | None, int]]:
        """Yield the days, the most sessions of both weeks, and the first day of those before.

        None: after an illness any number of sessions will do.
        """
        for week in problem.weeks[1:]:
            before = problem.week(week.number - 1)
            most = most_sessions(before, week)
            for day in problem.open_days(week) if most is not None else ():
                unfit = day.since_long == 1 or still_idle(problem, day.index)
                limit = ROWS[0].limit(before)
                if unfit:
                    ill = not_running(problem, day.index, limit)
                    yield day, None if ill else most, max(0, day.index - limit + 1)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the days with a first session."""
        for day, most, start in self._days(problem):
            usual: Expression = 0
            if most is not None:
                weeks = variables.sessions(day.week - 1) + variables.sessions(day.week)
                if variables.bounds(weeks)[0] > most:
                    continue
                usual = variables.bool_var(f"{self.id}/usual/d{day.index:03}")
                variables.define(weeks >= (most + 1) * usual)
            before = sum(variables.lifts(other) for other in range(start, day.index))
            first = variables.lifts(day.index) - usual - before
            yield variables.positive_part(f"{self.id}/d{day.index:03}", first)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, day by day."""
        days = [session.day for session in plan.sessions]
        for day, most, start in self._days(problem):
            weeks = len(plan.in_week(day.week - 1)) + len(plan.in_week(day.week))
            before = sum(start <= other < day.index for other in days)
            usual = most is not None and weeks > most
            yield max(0, days.count(day.index) - usual - before)
