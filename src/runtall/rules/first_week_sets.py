"""Two sets of an exercise are enough for a start."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.short_template import FIRST_SETS, few_at_first
from runtall.rules._words import session_of_week, too_many
from runtall.rules.base import Rule


class FirstWeekSets(Rule):
    """No exercise has a third set in the first week, but for a trained lifter.

    With f the week in which the plan starts, for every kind k and slot s of its template::

        sets[f, k, s] <= 2

    Where a session has few exercises, its week begins with fewer sets instead.
    Guide: "Do fewer sets than you think you need"; the number is the sample week's.
    """

    title = "two sets of an exercise at most in the first week"
    source = "guide: soreness, too much too soon"
    can_be_off = True
    ties_weeks = False

    def _weeks(self, problem: Problem) -> tuple[Week, ...]:
        return (problem.week(problem.first_week),) if few_at_first(problem) else ()

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the sets of each slot."""
        for where, slot in slots_of(variables, *self._weeks(problem)):
            if slot.most > FIRST_SETS:
                few = variables.sets(where.week, where.kind, slot) <= FIRST_SETS
                variables.require(self.id, where, few)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each exercise with more."""
        weeks = {week.number for week in self._weeks(problem)}
        for where, _, entry in done_entries(problem, plan):
            if where.week in weeks:
                yield where, too_many(entry.sets, FIRST_SETS)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 1: the D1 session has two sets of an exercise at most.``."""
        return f"{session_of_week(where)} has two sets of an exercise at most."
