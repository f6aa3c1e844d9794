"""Days off and days without time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables


class Availability:
    """Nothing on a day off, and no session where no minute is left for one.

    For every day d::

        lifts[d] = 0       where d is a day off or has no time for a session
        mobility[d] = 0    where d is a day off

    The runner's own windows. How long a session may last is the rule session-length.
    """

    id = "availability"
    title = "nothing on days off or without time"
    source = "the runner's availability"
    can_be_off = False

    def _closed(self, day: Day) -> bool:
        return not day.free or day.cap_s == 0

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep days off and days without time free."""
        for day in problem.days:
            where = Where(day=day.index)
            if self._closed(day):
                variables.require(self.id, where, variables.lifts(day.index) <= 0)
            if not day.free:
                variables.require(self.id, where, variables.mobility(day.index) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each session and mobility add-on that the runner has no time for."""
        for day in problem.days:
            where = Where(day=day.index)
            if self._closed(day):
                for session in plan.on(day.index):
                    yield Violation(self.id, where, f"{session.kind} session")
            if not day.free and day.index in plan.mobility:
                yield Violation(self.id, where, "mobility")

    def say(self, problem: Problem, where: Where) -> str:
        """``Wed 6 Jan is a day off.``."""
        day = problem.days[where.day or 0]
        if not day.free:
            return f"{day.label} is a day off."
        return f"{day.label} leaves no time for a session."
