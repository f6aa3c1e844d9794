"""Pushing doesn't grow while pulling shrinks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Variables
from runtall.domain.where import InWeek
from runtall.rules._weeks import AboutWeeks


class PushNeverOutpaces(AboutWeeks):
    """From week to week, pushing doesn't grow while pull sets fall.

    For every growing or peak week w and the one before it, p, with one switch per week::

        push[w] - push[p] <= most push * (rises[w] + relaxed[cut_short, p])
        pull[p] - pull[w] <= most pull * (1 - rises[w])

    Deload and tune-up weeks are passed over; a week that an illness ended before its push day says
    nothing of the next one. Loads are the rule push-load-waits'.
    Guide: "Only training chest and arms", rows lead.
    """

    title = "pushing doesn't grow while pull sets fall"
    source = "guide: rows and pulls lead"
    can_be_off = True

    def _before(self, problem: Problem) -> dict[Week, Week]:
        """Return each growing or peak week, with the one before it."""
        weeks = [w for w in problem.weeks if w.phase is not Phase.TAPER and not w.reduced]
        return dict(zip(weeks[1:], weeks, strict=False))

    def weeks(self, problem: Problem) -> Iterable[Week]:
        """Return the growing and peak weeks that have one before them."""
        return self._before(problem)

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Let push rise only under a switch that keeps pull up."""
        old, new = self._before(problem)[week].number, week.number
        gained = variables.pattern(new, Pattern.PUSH) - variables.pattern(old, Pattern.PUSH)
        lost = variables.pattern(old, Pattern.PULL) - variables.pattern(new, Pattern.PULL)
        rise, fall = variables.bounds(gained)[1], variables.bounds(lost)[1]
        if rise > 0 and fall > 0:
            rises = variables.bool_var(f"{self.id}/rises/{InWeek(new)}")
            cut_short = variables.relaxed(Relaxation.CUT_SHORT, old)
            yield gained <= rise * (rises + cut_short)
            yield lost <= fall - fall * rises

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return how push rises while pull falls."""
        numbers = (self._before(problem)[week].number, week.number)
        push = [pattern_sets(problem, plan, number, Pattern.PUSH) for number in numbers]
        pull = [pattern_sets(problem, plan, number, Pattern.PULL) for number in numbers]
        never_pushed = plan.uses(Relaxation.CUT_SHORT, numbers[0])
        if never_pushed or push[1] <= push[0] or pull[1] >= pull[0]:
            return ""
        return f"push {push[0]} -> {push[1]} sets, pull {pull[0]} -> {pull[1]} sets"

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 5 may not push more than week 4 while it pulls less.``."""
        before = self._before(problem).get(problem.week(where.week))
        last = f"week {before.number}" if before else "the week before"
        return f"Week {where.week} may not push more than {last} while it pulls less."
