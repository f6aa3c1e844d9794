"""The day before the long run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables


class RestBeforeLongRun:
    """No session on the day before a long run, but a very light one as a last resort.

    For every day d with a long run on d + 1, where lifting makes the posture sag::

        session[d, kind] = 0                      for every kind but very_light
        session[d, very_light] <= relaxed[long_run_eve, week(d)]

    Where the posture doesn't sag, the soft rule of the same id takes over.
    Guide: "Place workouts where they do the least damage".
    """

    id = "rest-before-long-run"
    title = "no lifting on the eve of a long run"
    source = "guide: placing workouts"
    can_be_off = False

    def _eves(self, problem: Problem) -> Iterator[Day]:
        if problem.request.athlete.posture_sags:
            yield from (day for day in problem.days if day.eve_of_long_run)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Forbid all but a declared very light session on each eve."""
        for day in self._eves(problem):
            where = Where(day=day.index)
            for kind in SessionKind:
                allowed = 0
                if kind is SessionKind.VERY_LIGHT:
                    allowed = variables.relaxed(Relaxation.LONG_RUN_EVE, day.week)
                variables.require(self.id, where, variables.session(day.index, kind) <= allowed)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each session on an eve that is not a declared very light one."""
        for day in self._eves(problem):
            for session in plan.on(day.index):
                declared = plan.uses(Relaxation.LONG_RUN_EVE, day.week)
                if not (session.kind is SessionKind.VERY_LIGHT and declared):
                    yield Violation(self.id, Where(day=day.index), f"{session.kind} session")

    def say(self, problem: Problem, where: Where) -> str:
        """``Fri 5 Mar is the day before the long run: no session but a very light one.``."""
        day = problem.days[where.day or 0]
        return (
            f"{day.label} is the day before the long run: no session, "
            "or as a last resort a very light one."
        )
