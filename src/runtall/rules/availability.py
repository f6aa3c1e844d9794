"""Days off and days without time."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.where import OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class Availability(ForbiddenDays):
    """Nothing on a day off, and no session where no minute is left for one.

    For every day d::

        lifts[d] = 0       where d is a day off or has no time for a session
        mobility[d] = 0    where d is a day off

    The runner's own windows. How long a session may last is the rule session-length.
    """

    title = "nothing on days off or without time"
    source = "the runner's availability"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind where the runner has no time."""
        return NOTHING if day.free and day.cap_s else ANY

    def without_mobility(self, day: Day) -> bool:
        """Return whether it is a day off."""
        return not day.free

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Wed 6 Jan is a day off.``."""
        day = problem.days[where.day]
        if not day.free:
            return f"{day.label} is a day off."
        return f"{day.label} leaves no time for a session."
