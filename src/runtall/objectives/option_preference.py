"""After an easy run before a day off, and that before a speed day."""

from __future__ import annotations

from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.objectives._day_cost import DayCost

# How many times the weight each option costs.
TIMES = {"B": 1, "C": 10}
# And a medium-long run of option A: after that the runner is tired.
MEDIUM_LONG = 2


class OptionPreference(DayCost):
    """A session follows an easy run, else lies on a day without a run, else after a workout.

    For every session, by the option of its day::

        A: 0, or 2 * weight after a medium-long run        B: weight        C: 10 * weight

    Guide: options A, B and C in this order.
    """

    title = "option A before B before C"
    source = "guide: options A, B, C"
    weight = 3

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return what the day's option costs."""
        if day.kind is RunKind.MEDIUM_LONG:
            return MEDIUM_LONG * weight
        return TIMES.get(day.option, 0) * weight
