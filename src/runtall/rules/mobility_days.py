"""Which days the mobility add-on belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.where import Fault, OnDay
from runtall.rules._forbidden_days import ForbiddenDays


class MobilityDays(ForbiddenDays):
    """The mobility add-on follows an easy or recovery run, before race day.

    For every other day d::

        mobility[d] = 0

    Guide: "Try this 5-minute add-on after easy runs".
    """

    title = "mobility after easy runs only"
    source = "guide: mobility and recovery"

    def without_mobility(self, day: Day) -> bool:
        """Return whether no easy run before the race is there to be followed."""
        return not day.for_mobility or day.to_race <= 0

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each mobility add-on on another day, or on none of the calendar."""
        yield from super().faults(problem, plan)
        for index in plan.mobility:
            if not 0 <= index < len(problem.days):
                yield OnDay(index), "mobility outside the calendar"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Tue 5 Jan has no easy run before the race that mobility could follow.``."""
        if not 0 <= where.day < len(problem.days):
            return "Mobility lies between the first day of week 1 and the race."
        day = problem.days[where.day]
        if day.to_race <= 0:
            return f"{day.label} is not before the race: no mobility."
        return f"{day.label} has no easy or recovery run that mobility could follow."
