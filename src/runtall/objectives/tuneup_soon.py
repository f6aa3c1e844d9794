"""Fresh for a tune-up race."""

from __future__ import annotations

from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.problem import Day, Problem
from runtall.objectives._day_cost import DayCost

DAYS_BEFORE = 2


class TuneupSoon(DayCost):
    """No heavy session two days before a tune-up race.

    For every day d with a heavy session and a tune-up race on d + 2: weight.

    Ours; the day before is a hard rule, tuneup-eve.
    """

    title = "no heavy session two days before a tune-up"
    source = "ours; guide: key run workouts"
    weight = 12
    kinds = HEAVY_KINDS

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the weight two days before each tune-up."""
        return weight if day.to_tuneup == DAYS_BEFORE else 0
