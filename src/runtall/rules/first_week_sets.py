"""Two sets of an exercise are enough for a start."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.short_template import FIRST_SETS, few_at_first
from runtall.rules._words import session_of_week, too_many
from runtall.rules.base import Rule


class FirstWeekSets(Rule):
    """No exercise has a third set in the first week, but for a trained lifter.

    With f the week in which the plan starts, for every kind k and slot s of its template::

        sets[f, k, s] <= 2
        sets[w, k, s] <= 2 + most * sum of held[v, k] over the weeks v < w     k in the first week

    so that the first session of a kind that an illness or days off took from the first week is as
    small later. Where a session has few exercises, its week begins with fewer sets instead.
    Guide: "Do fewer sets than you think you need"; the number is the sample week's.
    """

    title = "two sets of an exercise at most in the first week"
    source = "guide: soreness, too much too soon"
    can_be_off = True

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the sets of each slot up to the first week that has its session for certain."""
        first = problem.week(problem.first_week)
        weeks = [week for week in problem.weeks if week.number >= first.number]
        for where, slot in slots_of(variables, *weeks) if few_at_first(problem) else ():
            earlier = [variables.held(n, where.kind) for n in range(first.number, where.week)]
            usual = not earlier or where.kind in first.kinds
            certain = any(variables.bounds(held)[0] for held in earlier)
            if slot.most > FIRST_SETS and usual and not certain:
                sets = variables.sets(where.week, where.kind, slot)
                variables.require(self.id, where, sets <= FIRST_SETS + slot.most * sum(earlier))

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each exercise with more."""
        first = problem.week(problem.first_week)
        for where, _, entry in done_entries(problem, plan) if few_at_first(problem) else ():
            earlier = range(first.number, where.week)
            usual = where.kind in first.kinds and where.week > first.number
            usual |= where.week == first.number
            if usual and not any(plan.held(number, where.kind) for number in earlier):
                yield where, too_many(entry.sets, FIRST_SETS)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 1: the D1 session has two sets of an exercise at most.``."""
        return f"{session_of_week(where)} has two sets of an exercise at most."
