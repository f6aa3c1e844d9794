"""The day before the long run."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.exercise import BUT_VERY_LIGHT, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.relaxation import Relaxation
from runtall.domain.run_plan import RunKind
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, OnDay
from runtall.rules._forbidden_days import NOTHING, ForbiddenDays


class RestBeforeLongRun(ForbiddenDays):
    """No session on the day before a long run, but a very light one as a last resort.

    For every day d with a long run or a long tune-up race on d + 1, where lifting makes the posture
    sag::

        session[d, kind] = 0                      for every kind but very_light
        session[d, very_light] <= relaxed[long_run_eve, week(d)]

    Where the posture doesn't sag, the objective eve-of-long-run takes over.
    Guide: "Place workouts where they do the least damage".
    """

    title = "no lifting on the eve of a long run"
    source = "guide: placing workouts"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return all but very light sessions on each eve."""
        sags = problem.request.athlete.posture_sags
        return BUT_VERY_LIGHT if sags and day.eve_of_long_run else NOTHING

    def post(self, problem: Problem, variables: Variables) -> None:
        """Forbid all but a declared very light session on each eve."""
        super().post(problem, variables)
        for day in problem.days:
            if self.forbidden(problem, day):
                declared = variables.relaxed(Relaxation.LONG_RUN_EVE, day.week)
                here = variables.session(day.index, SessionKind.VERY_LIGHT)
                variables.require(self.id, OnDay(day.index), here <= declared)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session on an eve that is not a declared very light one."""
        yield from super().faults(problem, plan)
        for day in problem.days:
            if self.forbidden(problem, day) and not plan.uses(Relaxation.LONG_RUN_EVE, day.week):
                for session in plan.on(day.index):
                    if session.kind is SessionKind.VERY_LIGHT:
                        yield OnDay(day.index), f"{session.kind} session"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Fri 5 Mar is the day before the long run: no session, or ...``."""
        day = problem.days[where.day]
        run = "a long tune-up race" if day.next_kind is RunKind.TUNEUP else "the long run"
        rest = "no session, or as a last resort a very light one"
        return f"{day.label} is the day before {run}: {rest}."
