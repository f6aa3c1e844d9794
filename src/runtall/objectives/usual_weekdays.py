"""Regular weeks: sessions lie on the plan's usual weekdays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

# How many times a session counts that was over before the runner fell ill.
BEFORE_ILLNESS = 8


class UsualWeekdays(Weighted):
    """Sessions of base and peak weeks lie on as many weekdays as a base week has sessions.

    With n sessions in a base week, over all base and peak weeks::

        weight * (number of sessions - those on the n weekdays that have most of them)

    The plan chooses its usual weekdays itself. To the solver: usual[v] = 1 for n weekdays v, and
    for each day d with weekday v: unusual[d] >= sessions[d] - usual[v]. A week that has to differ
    costs its own sessions, not those of the weeks that go back to the usual days. (Of two sessions
    on one day, which the rule spacing forbids, one counts as unusual.)

    A session before an illness that takes later days of its week counts eight times: it was on its
    usual day, most likely, whatever a better one would have been had the runner known.

    Ours; guide: conclusion, steady work over many weeks.
    """

    title = "the same weekdays from week to week"
    source = "ours; guide: conclusion"
    tier = Tier.PLACEMENT
    weight = 8
    reach = Reach.DAYS

    def _days(self, problem: Problem) -> Iterator[Day]:
        return (day for day in problem.days if day.phase is not Phase.TAPER and day.is_open)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sessions on other weekdays than the usual ones."""
        lifts = {day: variables.lifts(day.index) for day in self._days(problem)}
        possible = {day: lift for day, lift in lifts.items() if variables.bounds(lift)[1] > 0}
        weekdays = sorted({day.weekday for day in possible})
        usual = {weekday: variables.bool_var(f"{self.id}/{weekday}") for weekday in weekdays}
        variables.define(sum(usual.values()) <= problem.request.base_sessions)
        for day, lift in possible.items():
            unusual = variables.positive_part(
                f"{self.id}/d{day.index:03}", lift - usual[day.weekday]
            )
            yield _times(problem, day) * unusual

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Yield the sessions, less the days of the weekdays that have most of them."""
        opened = {day.index: day for day in self._days(problem)}
        days = [opened[session.day] for session in plan.sessions if session.day in opened]
        counts = Counter[str]()
        for day in {day.index: day for day in days}.values():
            counts[day.weekday] += _times(problem, day)
        usual = counts.most_common(problem.request.base_sessions)
        yield sum(_times(problem, day) for day in days) - sum(count for _, count in usual)


def _times(problem: Problem, day: Day) -> int:
    before = problem.before_illness(problem.week(day.week))
    return BEFORE_ILLNESS if day.index in before else 1
