"""Which days the mobility add-on belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, OnDay
from runtall.progression.mobility import has_mobility_block, is_tight
from runtall.rules._forbidden_days import ForbiddenDays


class MobilityDays(ForbiddenDays):
    """The mobility add-on follows an easy or recovery run, before race day.

    For every other day d::

        mobility[d] = 0

    and for every day d of the taper and light kind k, as such a session has its own mobility::

        mobility[d] + session[d, k] <= 1

    The solver plans none beside any session on a day with a limit that may not hold both, either:
    whether one fits there follows from the minutes that are printed, and the rule printed-length
    tests it.
    Guide: "Try this 5-minute add-on after easy runs".
    """

    title = "mobility after easy runs only"
    source = "guide: mobility and recovery"

    def without_mobility(self, day: Day) -> bool:
        """Return whether no easy run before the race is there to be followed."""
        return not day.for_mobility or day.to_race <= 0

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep days free, and those of the taper for one mobility only."""
        super().post(problem, variables)
        for week in problem.weeks:
            for day in problem.mobility_days(week):
                mobility, tight = variables.mobility(day.index), is_tight(problem, day)
                for kind in variables.kinds(week.number) if variables.bounds(mobility)[1] else ():
                    if tight or has_mobility_block(day.phase, kind):
                        both = mobility + variables.session(day.index, kind)
                        variables.require(self.id, OnDay(day.index), both <= 1)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each mobility add-on on another day, twice on one, or on none of the calendar."""
        yield from super().faults(problem, plan)
        for index in plan.mobility:
            if not 0 <= index < len(problem.days):
                yield OnDay(index), "mobility outside the calendar"
                continue
            day, sessions = problem.days[index], plan.on(index)
            if any(has_mobility_block(day.phase, session.kind) for session in sessions):
                yield OnDay(index), "mobility beside that of the session"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Tue 5 Jan has no easy run before the race that mobility could follow.``."""
        if not 0 <= where.day < len(problem.days):
            return "Mobility lies between the first day of week 1 and the race."
        day = problem.days[where.day]
        if day.to_race <= 0:
            return f"{day.label} is not before the race: no mobility."
        if day.for_mobility:
            return f"{day.label} has the mobility of its light session, and no more."
        return f"{day.label} has no easy or recovery run that mobility could follow."
