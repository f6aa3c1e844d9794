"""Which days the mobility add-on belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables


class MobilityDays:
    """The mobility add-on follows an easy or recovery run, before race day.

    For every other day d::

        mobility[d] = 0

    Guide: "Try this 5-minute add-on after easy runs".
    """

    id = "mobility-days"
    title = "mobility after easy runs only"
    source = "guide: mobility and recovery"
    can_be_off = False

    def _fits(self, day: Day) -> bool:
        return day.for_mobility and day.to_race > 0

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep all other days free of it."""
        for day in problem.days:
            if not self._fits(day):
                where = Where(day=day.index)
                variables.require(self.id, where, variables.mobility(day.index) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each mobility add-on on another day."""
        for index in plan.mobility:
            where = Where(day=index)
            if not 0 <= index < len(problem.days):
                yield Violation(self.id, where, "mobility outside the calendar")
            elif not self._fits(problem.days[index]):
                yield Violation(self.id, where, "mobility")

    def say(self, problem: Problem, where: Where) -> str:
        """``Tue 5 Jan has no easy run before the race that mobility could follow.``."""
        index = where.day or 0
        if not 0 <= index < len(problem.days):
            return "Mobility lies between the first day of week 1 and the race."
        day = problem.days[index]
        if day.to_race <= 0:
            return f"{day.label} is not before the race: no mobility."
        return f"{day.label} has no easy or recovery run that mobility could follow."
