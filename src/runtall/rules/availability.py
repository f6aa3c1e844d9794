"""Days off and days without time."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.where import OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class Availability(ForbiddenDays):
    """Nothing on a day off, and no session where there is no time for the shortest of its kind.

    For every day d::

        lifts[d] = 0       where d is a day off, has no time at all or lies before the plan starts
        session[d, k] = 0  where the shortest session of kind k that the rules allow in d's
                           phase, mobility included, takes longer than d has
        mobility[d] = 0    where d is a day off or lies before the plan starts

    The runner's own windows. How long a session may last is the rule session-length; this one
    knows days alone, so that a week gives something up where its days are too short.
    """

    title = "nothing on days off or without time"
    source = "the runner's availability"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind where the runner has no time."""
        if not day.free or not day.cap_s:
            return ANY
        return {kind for kind in SessionKind if not problem.has_time(day, kind)} or NOTHING

    def without_mobility(self, day: Day) -> bool:
        """Return whether it is no day of the runner's for this plan."""
        return not day.free

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Wed 6 Jan is a day off.``."""
        day = problem.days[where.day]
        if day.early:
            return f"{day.label} lies before the plan starts."
        if not day.free:
            return f"{day.label} is a day off."
        if not day.cap_s:
            return f"{day.label} leaves no time for a session."
        kinds = problem.week(day.week).kinds or tuple(SessionKind)
        least = min(problem.least_s[day.phase, kind] for kind in kinds)
        minutes = day.cap_s // 60
        return (
            f"{day.label} leaves {minutes} min, and the shortest session of its week"
            f" takes {-(-least // 60)}."
        )
