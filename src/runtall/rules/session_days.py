"""Which days a session may lie on, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.run_plan import RunKind
from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables

OPTION_WORDS = {
    "A": "after an easy, recovery or medium-long run",
    "B": "on a day without a run",
    "C": "after a workout or tune-up race",
}


class SessionDays:
    """Each session has an option of the guide: A after an easy run, B without one, C after speed.

    For every day d without an option, that is with a long run or the race, or after the race::

        lifts[d] = 0

    and a session that names its option names its day's.
    Guide: "Place workouts where they do the least damage".
    """

    id = "session-days"
    title = "a session lies on a day of option A, B or C"
    source = "guide: options A, B, C"
    can_be_off = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep days without an option free."""
        for day in problem.days:
            if not day.option:
                variables.require(self.id, Where(day=day.index), variables.lifts(day.index) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each session on a day without an option, or with another one than its day's."""
        for session in plan.sessions:
            where = Where(day=session.day)
            day = self._day(problem, where)
            if day is None:
                yield Violation(self.id, where, f"{session.kind} session outside the calendar")
            elif not day.option:
                yield Violation(self.id, where, f"{session.kind} session")
            elif session.option not in {"", day.option}:
                yield Violation(
                    self.id, where, f"option {session.option}, the day has {day.option}"
                )

    def say(self, problem: Problem, where: Where) -> str:
        """``Sat 9 Jan has the long run: no session.``."""
        day = self._day(problem, where)
        if day is None:
            return "A session lies between the first day of week 1 and the race."
        if day.option:
            words = OPTION_WORDS[day.option]
            return f"A session on {day.label} has option {day.option}: {words}."
        if day.to_race < 0:
            return f"{day.label} comes after the race: no session."
        run = "race" if day.kind is RunKind.RACE else "long run"
        return f"{day.label} has the {run}: no session."

    def _day(self, problem: Problem, where: Where) -> Day | None:
        """The day, or None where a file's date lies outside the calendar."""
        index = where.day or 0
        return problem.days[index] if 0 <= index < len(problem.days) else None
