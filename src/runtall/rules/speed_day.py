"""A session after a speed workout only where nothing else is left, and a small one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.relaxation import Relaxation
from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.domain.variables import Variables

SMALL_PERCENT = 60
"""Share of the week's normal session that a session after a speed workout may have."""


class SpeedDay:
    """After a workout or tune-up only a small session, declared by the week or fixed by the runner.

    For every day d of option C in week w and every kind k that isn't fixed to d::

        session[d, k] <= relaxed[speed_day, w]

    and for every kind k but the light ones::

        session[d, k] = 1  =>  sets[w, k] <= 60 % of target[w] / number of sessions[w]

    Guide: option C.
    """

    id = "speed-day"
    title = "after speed work only a small session, as a way out"
    source = "guide: option C"
    can_be_off = True

    def _days(self, problem: Problem) -> Iterator[Day]:
        yield from (day for day in problem.days if day.option == "C")

    def _most_sets(self, problem: Problem, day: Day) -> int:
        week = problem.week(day.week)
        return SMALL_PERCENT * week.target_sets // (100 * max(1, len(week.kinds)))

    def post(self, problem: Problem, variables: Variables) -> None:
        """Ask for a declaration where nothing is fixed, and bound what may be there."""
        for day in self._days(problem):
            declared = variables.relaxed(Relaxation.SPEED_DAY, day.week)
            for kind in variables.kinds(day.week):
                where = Where(day=day.index, kind=kind)
                here = variables.session(day.index, kind)
                fixed = problem.fixed(day, kind)
                if not fixed:
                    variables.require(self.id, where, here <= declared)
                if kind.heavy and (fixed or variables.relaxes(day.week)):
                    sets = variables.session_sets(day.week, kind)
                    most = self._most_sets(problem, day)
                    variables.require(self.id, where, sets <= most, when=[here])

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each session after speed work that is neither wanted nor declared, or too big."""
        for day in self._days(problem):
            declared = plan.uses(Relaxation.SPEED_DAY, day.week)
            most = self._most_sets(problem, day)
            for session in plan.on(day.index):
                where = Where(day=day.index, kind=session.kind)
                if not declared and not problem.fixed(day, session.kind):
                    yield Violation(self.id, where, f"{session.kind} session")
                elif session.kind.heavy and session.n_sets > most:
                    yield Violation(
                        self.id, where, f"{session.n_sets} sets, at most {most} allowed"
                    )

    def say(self, problem: Problem, where: Where) -> str:
        """``Tue 5 Jan has a workout: no session, or ... one of at most 4 sets.``."""
        day = problem.days[where.day or 0]
        small = "a light one"
        if where.kind is None or where.kind.heavy:
            small = f"one of at most {self._most_sets(problem, day)} sets"
        kind = day.kind.value.replace("tuneup", "tune-up")
        return f"{day.label} has a {kind}: no session, or where nothing else is left {small}."
