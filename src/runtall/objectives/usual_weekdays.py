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
from runtall.objectives.base import Objective

# How many times a session counts that was over before the runner fell ill.
BEFORE_ILLNESS = 8


class UsualWeekdays(Objective):
    """Sessions of base and peak weeks lie on as many weekdays as a base week has sessions.

    With n sessions in a base week, over all base and peak weeks::

        weight * (number of sessions - those on the n weekdays that have most of them)

    The plan chooses its usual weekdays itself. To the solver: usual[v] = 1 for n weekdays v, and
    for each day d with weekday v: unusual[d] >= sessions[d] - usual[v]. A week that has to differ
    costs its own sessions, not those of the weeks that go back to the usual days. (Of two sessions
    on one day, which the rule spacing forbids, one counts as unusual.)

    A session before an illness that takes later days of its week counts eight times: it was on its
    usual day, most likely, whatever a better one would have been had the runner known.

    A usual weekday that is mostly the day after a long run costs 1: of days that are as good the
    recovery day stays free, and no single week with other equipment decides.

    Ours; guide: conclusion, steady work over many weeks.
    """

    title = "the same weekdays from week to week"
    source = "ours; guide: conclusion"
    tier = Tier.PLACEMENT
    weight = 8
    reach = Reach.DAYS

    def _days(self, problem: Problem) -> Iterator[Day]:
        return (day for day in problem.days if day.phase is not Phase.TAPER and day.is_open)

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Return the price of the sessions on other weekdays than the usual ones, and of these."""
        weight = problem.weight(self.id, self.weight)
        lifts = {day: variables.lifts(day.index) for day in self._days(problem) if weight}
        possible = {day: lift for day, lift in lifts.items() if variables.bounds(lift)[1] > 0}
        weekdays = sorted({day.weekday for day in possible})
        usual = {weekday: variables.bool_var(f"{self.id}/{weekday}") for weekday in weekdays}
        variables.define(sum(usual.values()) <= problem.request.base_sessions)
        unusual = (
            _times(problem, day)
            * variables.positive_part(f"{self.id}/d{day.index:03}", lift - usual[day.weekday])
            for day, lift in possible.items()
        )
        tired = sum(usual[weekday] for weekday in self._after_long(problem) & usual.keys())
        return weight * sum(unusual) + tired

    def value(self, problem: Problem, plan: Plan) -> int:
        """Return the same: the sessions, less those on the weekdays that have most of them."""
        weight = problem.weight(self.id, self.weight)
        opened = {day.index: day for day in self._days(problem) if weight}
        days = {s.day: opened[s.day] for s in plan.sessions if s.day in opened}
        counts = Counter[str]()
        for day in days.values():
            counts[day.weekday] += _times(problem, day)
        tired = self._after_long(problem)
        ranked = sorted(counts, key=lambda weekday: (-counts[weekday], weekday in tired))
        usual = ranked[: problem.request.base_sessions]
        every = sum(_times(problem, opened[s.day]) for s in plan.sessions if s.day in opened)
        unusual = every - sum(counts[weekday] for weekday in usual)
        return weight * unusual + len(tired & {*usual})

    def _after_long(self, problem: Problem) -> set[str]:
        """Return the weekdays that are the day after a long run in most weeks."""
        days = list(self._days(problem))
        every, after = (
            Counter(day.weekday for day in some)
            for some in (days, (day for day in days if day.since_long == 1))
        )
        return {weekday for weekday in after if 2 * after[weekday] > every[weekday]}


def _times(problem: Problem, day: Day) -> int:
    before = problem.before_illness(problem.week(day.week))
    return BEFORE_ILLNESS if day.index in before else 1
