"""The last days before the race."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.exercise import SessionKind
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables

LAST_SESSION = 4
"""Days before the race on which the last session may be, at the latest."""
LAST_DAYS = 6
"""Days before the race on which a session is a light one."""


class RaceWeek:
    """The last session is a light one, four to six days before the race; then mobility only.

    With t[d] days from d to the race::

        lifts[d] = 0       where 0 <= t[d] <= 3
        heavy[d] = 0       where 4 <= t[d] <= 6
        mobility[d] = 0    where t[d] <= 0

    So the day before the race has no session, and no carries fall in the last four days, the
    race day counted: there is no session to hold them.
    Guide: taper.
    """

    id = "race-week"
    title = "last light session four to six days before the race"
    source = "guide: taper"
    can_be_off = False

    def _closed(self, day: Day, kind: SessionKind) -> bool:
        """Whether a session of this kind may not be on this day."""
        return 0 <= day.to_race < LAST_SESSION or (kind.heavy and 0 <= day.to_race <= LAST_DAYS)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep the last days free."""
        for day in problem.days:
            where = Where(day=day.index)
            if 0 <= day.to_race < LAST_SESSION:
                variables.require(self.id, where, variables.lifts(day.index) <= 0)
            elif LAST_SESSION <= day.to_race <= LAST_DAYS:
                variables.require(self.id, where, variables.heavy(day.index) <= 0)
            if day.to_race <= 0:
                variables.require(self.id, where, variables.mobility(day.index) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each session too close to the race, and mobility on race day or later."""
        for day in problem.days:
            where = Where(day=day.index)
            for session in plan.on(day.index):
                if self._closed(day, session.kind):
                    yield Violation(self.id, where, f"{session.kind} session")
            if day.to_race <= 0 and day.index in plan.mobility:
                yield Violation(self.id, where, "mobility")

    def say(self, problem: Problem, where: Where) -> str:
        """``Thu 22 Apr is 3 days before the race: no session, mobility only.``."""
        day = problem.days[where.day or 0]
        if day.to_race < 0:
            return f"{day.label} comes after the race: nothing is planned."
        if day.to_race == 0:
            return f"{day.label} is the day of the race: no session and no mobility."
        days = "the day" if day.to_race == 1 else f"{day.to_race} days"
        rest = "no session, mobility only"
        if day.to_race >= LAST_SESSION:
            rest = "a light session at most"
        return f"{day.label} is {days} before the race: {rest}."
