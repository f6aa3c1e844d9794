"""What rules that keep days free share: both halves follow from what a day may not have."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, OnDay
from runtall.rules.base import Rule

NOTHING: Set[SessionKind] = frozenset()
ANY: Set[SessionKind] = frozenset(SessionKind)


class ForbiddenDays(Rule):
    """Days that may not have sessions of some kinds, or no mobility add-on.

    For every day d, with the kinds and days that a room names::

        sum of session[d, k] over the forbidden kinds k <= 0        mobility[d] <= 0
    """

    reach = Reach.DAYS
    ties_weeks = False

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return the kinds of session that the day may not have."""
        return NOTHING

    def without_mobility(self, day: Day) -> bool:
        """Return whether the day may not have a mobility add-on."""
        return False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep these days free."""
        for day in problem.days:
            where = OnDay(day.index)
            if kinds := self.forbidden(problem, day):
                held = [kind for kind in variables.kinds(day.week) if kind in kinds]
                sessions = sum(variables.session(day.index, kind) for kind in held)
                variables.require(self.id, where, sessions <= 0)
            if self.without_mobility(day):
                variables.require(self.id, where, variables.mobility(day.index) <= 0)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session and each mobility add-on that is there all the same."""
        for day in problem.days:
            where = OnDay(day.index)
            kinds = self.forbidden(problem, day)
            for session in plan.on(day.index):
                if session.kind in kinds:
                    yield where, f"{session.kind} session"
            if day.index in plan.mobility and self.without_mobility(day):
                yield where, "mobility"
