"""Regular weeks: the same weekdays from week to week."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from runtall.domain.exercise import SessionKind
from runtall.objectives.base import Tier

if TYPE_CHECKING:
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables

DAYS = 7


class SteadyWeeks:
    """A kind of session keeps its weekday from one week to the next.

    For every two neighbouring weeks w - 1 and w that both hold kind k: weight if the weekday of
    k changes. To the solver, for each day d of w::

        change >= session[d, k] - session[d - 7, k] + held[w - 1, k] - 1

    Regular weeks are part of the steady progress of the guide's closing words; the weight is ours.
    """

    id = "steady-weeks"
    title = "the same weekdays from week to week"
    source = "guide: conclusion; regular weeks"
    tier = Tier.PROGRESSION
    weight = 1

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Changes of weekday, one helping decision for each week and kind."""
        weight = problem.weight(self.id, self.weight)
        cost = 0
        if not weight:
            return cost
        for before, week in pairwise(problem.weeks):
            for kind in variables.kinds(week.number):
                if kind not in variables.kinds(before.number):
                    continue
                both = variables.held(before.number, kind) - 1
                change = variables.bool_var(f"{self.id}/w{week.number:02}/{kind}")
                for day in problem.open_days(week):
                    here = variables.session(day.index, kind)
                    variables.define(
                        change >= here - variables.session(day.index - DAYS, kind) + both
                    )
                cost += weight * change
        return cost

    def value(self, problem: Problem, plan: Plan) -> int:
        """The same, week by week."""
        changes = 0
        for before, week in pairwise(problem.weeks):
            opened = {day.index for day in problem.open_days(week)}
            for kind in SessionKind:
                old, new = (
                    {session.day for session in plan.in_week(number) if session.kind is kind}
                    for number in (before.number, week.number)
                )
                changes += bool(old) and any(day - DAYS not in old for day in new & opened)
        return problem.weight(self.id, self.weight) * changes
