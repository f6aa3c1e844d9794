"""The two sessions take turns."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Literal, Variables
from runtall.domain.where import Fault, InWeek
from runtall.rules.base import Rule


class Alternate(Rule):
    """D1 and D2 take turns: neighbouring weeks that have both have them in the same order.

    For every such pair of weeks w and w + 1, with first[w] = 1 where D1 comes before D2::

        first[w] = first[w + 1]

    where on every day d of a week, with sums over its days up to d::

        0 <= sum session[D2] - sum session[D1] + first[w] <= 1

    Two sessions on one day (which spacing forbids) count as either order. Both kinds then come
    equally often over any such weeks, as each has one of both.
    Guide: Day 1 and Day 2.
    """

    title = "D1 and D2 take turns"
    source = "guide: two-day plan"
    can_be_off = True
    reach = Reach.DAYS

    def post(self, problem: Problem, variables: Variables) -> None:
        """Read off each week's order, and make neighbours equal."""
        last: Literal = 0
        linked = False
        for week in problem.weeks:
            if not {SessionKind.D1, SessionKind.D2} <= set(variables.kinds(week.number)):
                linked = False
                continue
            first = self._first(variables, week)
            if linked:
                # Nothing is asked of two weeks one of which lacks D1 or D2.
                missing = 4 - sum(
                    variables.held(number, kind)
                    for number in (week.number - 1, week.number)
                    for kind in (SessionKind.D1, SessionKind.D2)
                )
                where = InWeek(week.number)
                variables.require(self.id, where, first - last <= missing)
                variables.require(self.id, where, last - first <= missing)
            last, linked = first, True

    def _first(self, variables: Variables, week: Week) -> Literal:
        """Return a decision that is 1 where the week's D1 comes before its D2."""
        first = variables.bool_var(f"{self.id}/first/w{week.number:02}")
        balance = first
        for day in week.days[:-1]:
            push, pull = (variables.session(day, kind) for kind in (SessionKind.D2, SessionKind.D1))
            if variables.bounds(push + pull) == (0, 0):
                continue
            balance += push - pull
            variables.define(balance >= 0)
            variables.define(balance <= 1)
        return first

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each week that has its two sessions the other way round."""
        last = 0
        for week in problem.weeks:
            pull, push = (
                [session.day for session in plan.in_week(week.number) if session.kind is kind]
                for kind in (SessionKind.D1, SessionKind.D2)
            )
            if len(pull) != 1 or len(push) != 1:
                last = 0
                continue
            order = push[0] - pull[0]
            if order * last < 0:
                yield InWeek(week.number), "D1 before D2" if order > 0 else "D2 before D1"
            last = order or last

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``D1 and D2 take turns: week 5 has them in the same order as week 4.``."""
        week = where.week
        return f"D1 and D2 take turns: week {week} has them in the same order as week {week - 1}."
