"""Pushing doesn't grow while pulling shrinks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import InWeek, Violation


class PushNeverOutpaces:
    """From week to week, pushing doesn't grow while pull sets fall.

    For every growing or peak week w and the one before it, p, with one switch per week::

        push[w] - push[p] <= most push * rises[w]
        pull[p] - pull[w] <= most pull * (1 - rises[w])

    Deload and tune-up weeks are passed over. Loads are the rule push-load-waits'.
    Guide: "Only training chest and arms", rows lead.
    """

    id = "push-never-outpaces"
    title = "pushing doesn't grow while pull sets fall"
    source = "guide: rows and pulls lead"
    can_be_off = True
    reach = Reach.SETS
    ties_weeks = True

    def _pairs(self, problem: Problem) -> Iterator[tuple[Week, Week]]:
        weeks = [w for w in problem.weeks if w.phase is not Phase.TAPER and not w.eased]
        yield from itertools.pairwise(weeks)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Let push rise only under a switch that keeps pull up."""
        for before, week in self._pairs(problem):
            old, new = before.number, week.number
            where = InWeek(new)
            push, pull = Pattern.PUSH, Pattern.PULL
            gained = variables.pattern(new, push) - variables.pattern(old, push)
            lost = variables.pattern(old, pull) - variables.pattern(new, pull)
            rise, fall = variables.bounds(gained)[1], variables.bounds(lost)[1]
            if rise <= 0 or fall <= 0:
                continue
            rises = variables.bool_var(f"{self.id}/rises/{where}")
            variables.require(self.id, where, gained <= rise * rises)
            variables.require(self.id, where, lost <= fall - fall * rises)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each week in which push rises while pull falls."""
        for before, week in self._pairs(problem):
            push, pull = (
                [pattern_sets(problem, plan, w.number, pattern) for w in (before, week)]
                for pattern in (Pattern.PUSH, Pattern.PULL)
            )
            if push[1] > push[0] and pull[1] < pull[0]:
                found = f"push {push[0]} -> {push[1]} sets, pull {pull[0]} -> {pull[1]} sets"
                yield Violation(self.id, InWeek(week.number), found)

    def say(self, problem: Problem, where: InWeek) -> str:
        """``Week 5 may not push more than week 4 while it pulls less.``."""
        before = [old for old, new in self._pairs(problem) if new.number == where.week]
        last = f"week {before[0].number}" if before else "the week before"
        return f"Week {where.week} may not push more than {last} while it pulls less."
