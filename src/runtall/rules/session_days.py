"""Which days a session may lie on, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.where import Fault, OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays

OPTION_WORDS = {
    "A": "after an easy, recovery or medium-long run",
    "B": "on a day without a run",
    "C": "after a workout or tune-up race",
}


class SessionDays(ForbiddenDays):
    """Each session has an option of the guide: A after an easy run, B without one, C after speed.

    For every day d without an option, that is with a long run, a long tune-up race or the race, or
    after the race::

        lifts[d] = 0

    and a session that names its option names its day's.
    Guide: "Place workouts where they do the least damage".
    """

    title = "a session lies on a day of option A, B or C"
    source = "guide: options A, B, C"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind on days without an option."""
        return NOTHING if day.option else ANY

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session on a day without an option, or with another one than its day's."""
        yield from super().faults(problem, plan)
        for session in plan.sessions:
            where = OnDay(session.day)
            if not 0 <= session.day < len(problem.days):
                yield where, f"{session.kind} session outside the calendar"
                continue
            option = problem.days[session.day].option
            if option and session.option not in {"", option}:
                yield where, f"option {session.option}, the day has {option}"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Sat 9 Jan has the long run: no session.``."""
        if not 0 <= where.day < len(problem.days):
            return "A session lies between the first day of week 1 and the race."
        day = problem.days[where.day]
        if day.option:
            words = OPTION_WORDS[day.option]
            return f"A session on {day.label} has option {day.option}: {words}."
        if day.to_race < 0:
            return f"{day.label} comes after the race: no session."
        runs = {RunKind.RACE: "the race", RunKind.TUNEUP: "a long tune-up race"}
        return f"{day.label} has {runs.get(day.kind, 'the long run')}: no session."
