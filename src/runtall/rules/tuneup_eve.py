"""The day before a tune-up race."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.run_plan import RunKind
from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables


class TuneupEve:
    """No session that is more than light on the day before a tune-up race.

    For every day d with a tune-up race on d + 1::

        heavy[d] = 0

    Guide: key runs have priority.
    """

    id = "tuneup-eve"
    title = "nothing heavy on the eve of a tune-up race"
    source = "guide: the run plan has priority"
    can_be_off = False

    def _eves(self, problem: Problem) -> Iterator[Day]:
        yield from (day for day in problem.days if day.next_kind is RunKind.TUNEUP)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Forbid heavy sessions on each eve."""
        for day in self._eves(problem):
            variables.require(self.id, Where(day=day.index), variables.heavy(day.index) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each heavy session on an eve."""
        for day in self._eves(problem):
            for session in plan.on(day.index):
                if session.kind.heavy:
                    yield Violation(self.id, Where(day=day.index), f"{session.kind} session")

    def say(self, problem: Problem, where: Where) -> str:
        """``Fri 5 Feb is the day before a tune-up race: a light session at most.``."""
        day = problem.days[where.day or 0]
        return f"{day.label} is the day before a tune-up race: a light session at most."
