"""The run plan stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.where import Fault, OnDay
from runtall.rules.base import Rule


class RunPlanUntouched(Rule):
    """No run is moved, added, shortened or left out for the sake of a session.

    For every session s that names the run of its day::

        run(s) = runs of the run plan on day(s)

    Runs are no decision of the model, so there is nothing to say to the solver.
    Guide: "Letting lifting ruin key run workouts".
    """

    title = "the run plan stays as it is"
    source = "guide: the run plan has priority"
    reach = Reach.DAYS
    ties_weeks = False

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that stands beside another run than the run plan's."""
        for day in problem.days:
            for session in plan.on(day.index):
                if session.run not in {"", day.run_words}:
                    found = f"{session.run}, the run plan has {day.run_words}"
                    yield OnDay(day.index), found

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``The run plan has easy on Mon 4 Jan, and that stays.``."""
        day = problem.days[where.day]
        return f"The run plan has {day.run_words} on {day.label}, and that stays."
