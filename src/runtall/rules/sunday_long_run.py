"""The days before a long run on a Sunday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import SessionKind
from runtall.domain.run_plan import RunKind
from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables

DAYS_BEFORE = 2
"""Friday and Saturday."""


class SundayLongRun:
    """Before a long run on a Sunday the last session is on Thursday, but for a very light one.

    For every Sunday s with a long run, on d = s - 2 and d = s - 1::

        session[d, kind] = 0    for every kind but very_light

    Saturday is rest-before-long-run's too, which asks even a very light session to be declared.
    Guide: "Sample weekly schedule".
    """

    id = "sunday-long-run"
    title = "long run on Sunday: last session on Thursday"
    source = "guide: sample week"
    can_be_off = True

    def _days(self, problem: Problem) -> Iterator[Day]:
        for day in problem.days:
            if day.kind is RunKind.LONG and day.weekday == "sun":
                yield from problem.days[max(0, day.index - DAYS_BEFORE) : day.index]

    def post(self, problem: Problem, variables: Variables) -> None:
        """Forbid all but very light sessions on the two days before."""
        for day in self._days(problem):
            sessions = sum(
                variables.session(day.index, kind)
                for kind in variables.kinds(day.week)
                if kind is not SessionKind.VERY_LIGHT
            )
            variables.require(self.id, Where(day=day.index), sessions <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each session on these days that is not a very light one."""
        for day in self._days(problem):
            for session in plan.on(day.index):
                if session.kind is not SessionKind.VERY_LIGHT:
                    yield Violation(self.id, Where(day=day.index), f"{session.kind} session")

    def say(self, problem: Problem, where: Where) -> str:
        """``Fri 8 Jan: with the long run on Sunday, Thursday is the last day for a session.``."""
        day = problem.days[where.day or 0]
        return (
            f"{day.label}: with the long run on Sunday, Thursday is the last day for a session "
            "that is more than very light."
        )
