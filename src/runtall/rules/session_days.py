"""Which days a session may lie on, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.where import Fault, OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class SessionDays(ForbiddenDays):
    """Each session lies on a day of the guide's: A after an easy run, B without one, C after speed.

    For every day d without an option, that is with a long run, a long tune-up race or the race, or
    after the race::

        lifts[d] = 0

    Guide: "Place workouts where they do the least damage".
    """

    title = "a session lies on a day of option A, B or C"
    source = "guide: options A, B, C"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind on days without an option."""
        return NOTHING if day.option else ANY

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session on a day without an option, or outside the calendar."""
        yield from super().faults(problem, plan)
        for session in plan.sessions:
            if not 0 <= session.day < len(problem.days):
                yield OnDay(session.day), f"{session.kind} session outside the calendar"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Sat 9 Jan has the long run: no session.``."""
        if not 0 <= where.day < len(problem.days):
            return "A session lies between the first day of week 1 and the race."
        day = problem.days[where.day]
        if day.to_race < 0:
            return f"{day.label} comes after the race: no session."
        runs = {RunKind.RACE: "the race", RunKind.TUNEUP: "a long tune-up race"}
        return f"{day.label} has {runs.get(day.kind, 'the long run')}: no session."
