"""A session after a speed workout only where nothing else is left."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, OnDay
from runtall.rules.base import Rule
from runtall.rules.small_after_speed import after_speed, most_sets


class SpeedDay(Rule):
    """After a workout or tune-up only a session that the week declares or the runner fixed.

    For every day d of option C in week w and every kind k that isn't fixed to d::

        session[d, k] <= relaxed[speed_day, w]

    How small it is is the rule small-after-speed.
    Guide: option C.
    """

    title = "after speed work only a small session, as a way out"
    source = "guide: option C"
    can_be_off = True
    reach = Reach.DAYS
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Ask for a declaration where nothing is fixed."""
        for day in after_speed(problem):
            declared = variables.relaxed(Relaxation.SPEED_DAY, day.week)
            for kind in variables.kinds(day.week):
                if not problem.fixed(day, kind):
                    here = variables.session(day.index, kind)
                    variables.require(self.id, OnDay(day.index, kind), here <= declared)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session after speed work that is neither wanted nor declared."""
        for day in after_speed(problem):
            if not plan.uses(Relaxation.SPEED_DAY, day.week):
                for session in plan.on(day.index):
                    if not problem.fixed(day, session.kind):
                        where = OnDay(day.index, session.kind)
                        yield where, f"{session.kind} session"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Tue 5 Jan has a workout: no session, or ... one of at most 4 sets.``."""
        day = problem.days[where.day]
        small = "a light one"
        if where.kind is None or where.kind.heavy:
            small = f"one of at most {most_sets(problem, day)} sets"
        kind = day.kind.value.replace("tuneup", "tune-up")
        return f"{day.label} has a {kind}: no session, or where nothing else is left {small}."
