"""Regular weeks: sessions lie on the plan's usual weekdays."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives.base import Objective
from runtall.objectives.relaxations import rest_of_price

# How many times a session counts that was over before the runner fell ill.
BEFORE_ILLNESS = 8


class UsualWeekdays(Objective):
    """Sessions of base and peak weeks lie on as many weekdays as a base week has sessions.

    With n sessions in a base week, over all base and peak weeks::

        weight * (number of sessions - those on n weekdays)

    The plan chooses these usual weekdays itself, so that all of it costs least. To the solver:
    usual[v] = 1 for n weekdays v, and for each day d with weekday v: unusual[d] >= sessions[d] -
    usual[v]. A week that has to differ costs its own sessions, not those of the weeks that go back
    to the usual days. (Of two sessions on one day, which the rule spacing forbids, one counts as
    unusual.)

    A session before an illness that takes later days of its week counts eight times: it was on its
    usual day, most likely, whatever a better one would have been had the runner known.

    A week that lacks a day may have one session for less (`relaxations`): only if the day is a
    usual one. Else the rest of the price is due here: a day off on which no session would have lain
    is no reason for a smaller week.

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
        if not weight:
            return 0
        usual = {v: variables.bool_var(f"{self.id}/{v}") for v in self._weekdays(problem)}
        variables.define(sum(usual.values()) <= problem.request.base_sessions)
        lifts = {day: variables.lifts(day.index) for day in self._days(problem)}
        unusual = (
            _times(problem, day)
            * variables.positive_part(f"{self.id}/d{day.index:03}", lift - usual[day.weekday])
            for day, lift in lifts.items()
            if variables.bounds(lift)[1] > 0
        )
        needless = (
            price
            * variables.positive_part(
                f"{self.id}/w{week.number:02}",
                variables.relaxed(Relaxation.SINGLE, week.number)
                - sum(usual[weekday] for weekday in week.lost & usual.keys()),
            )
            for week, price in _with_more_to_pay(problem)
        )
        tired = sum(usual[weekday] for weekday in self._after_long(problem) & usual.keys())
        return weight * sum(unusual) + sum(needless) + tired

    def value(self, problem: Problem, plan: Plan) -> int:
        """Return the same, for the weekdays for which it is least."""
        weight = problem.weight(self.id, self.weight)
        if not weight:
            return 0
        opened = {day.index: day for day in self._days(problem)}
        days = [opened[s.day] for s in plan.sessions if s.day in opened]
        every, counts = sum(_times(problem, day) for day in days), Counter[str]()
        for day in {*days}:
            counts[day.weekday] += _times(problem, day)
        singles = [
            (week.lost, price)
            for week, price in _with_more_to_pay(problem)
            if plan.uses(Relaxation.SINGLE, week.number)
        ]
        tired, weekdays = self._after_long(problem), self._weekdays(problem)
        return min(
            weight * (every - sum(counts[weekday] for weekday in usual))
            + sum(price for lost, price in singles if not lost.intersection(usual))
            + len(tired.intersection(usual))
            for number in range(problem.request.base_sessions + 1)
            for usual in itertools.combinations(weekdays, number)
        )

    def _weekdays(self, problem: Problem) -> list[str]:
        return sorted({day.weekday for day in self._days(problem)})

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


def _with_more_to_pay(problem: Problem) -> Iterator[tuple[Week, int]]:
    """Yield the weeks that lack a day, with the rest of the price of having one session only."""
    prices = ((week, rest_of_price(problem, week)) for week in problem.weeks)
    return ((week, price) for week, price in prices if price)
