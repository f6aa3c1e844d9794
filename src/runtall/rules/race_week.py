"""The last days before the race."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import HEAVY_KINDS, SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.where import OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays

# Days before the race on which the last session may be, at the latest.
LAST_SESSION = 4
# Days before the race on which a session is a light one.
LAST_DAYS = 6


class RaceWeek(ForbiddenDays):
    """The last session is a light one, four to six days before the race; then mobility only.

    With t[d] days from d to the race::

        lifts[d] = 0       where 0 <= t[d] <= 3
        heavy[d] = 0       where 4 <= t[d] <= 6
        mobility[d] = 0    where t[d] <= 0

    So the day before the race has no session, and no carries fall in the last four days, the
    race day counted: there is no session to hold them.
    Guide: taper.
    """

    title = "last light session four to six days before the race"
    source = "guide: taper"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return what the last days before the race may not have."""
        if not 0 <= day.to_race <= LAST_DAYS:
            return NOTHING
        return ANY if day.to_race < LAST_SESSION else HEAVY_KINDS

    def without_mobility(self, day: Day) -> bool:
        """Return whether it is race day or later."""
        return day.to_race <= 0

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Thu 22 Apr is 3 days before the race: no session, mobility only.``."""
        day = problem.days[where.day]
        if day.to_race < 0:
            return f"{day.label} comes after the race: nothing is planned."
        if day.to_race == 0:
            return f"{day.label} is the day of the race: no session and no mobility."
        days = "the day" if day.to_race == 1 else f"{day.to_race} days"
        rest = "no session, mobility only"
        if day.to_race >= LAST_SESSION:
            rest = "a light session at most"
        return f"{day.label} is {days} before the race: {rest}."
