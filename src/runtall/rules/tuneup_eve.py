"""The day before a tune-up race."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import BUT_VERY_LIGHT, HEAVY_KINDS, SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.where import OnDay
from runtall.rules._forbidden_days import NOTHING, ForbiddenDays


class TuneupEve(ForbiddenDays):
    """No session that is more than light on the day before a tune-up race.

    For every day d with a tune-up race on d + 1::

        heavy[d] = 0
        session[d, kind] = 0    for every kind but very_light, where the race is a long one

    A race of 15 km or an hour or more, or of unknown length, asks as much as a long run.

    Guide: key runs have priority.
    """

    title = "nothing heavy on the eve of a tune-up race"
    source = "guide: the run plan has priority"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return the heavy kinds on each eve."""
        if day.next_kind is not RunKind.TUNEUP:
            return NOTHING
        return BUT_VERY_LIGHT if day.eve_of_long_run else HEAVY_KINDS

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Fri 19 Mar is the day before a tune-up race: a light session at most.``."""
        day = problem.days[where.day]
        long, most = ("long ", "very light") if day.eve_of_long_run else ("", "light")
        return f"{day.label} is the day before a {long}tune-up race: a {most} session at most."
