"""Fresh for a tune-up race."""

from __future__ import annotations

from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.problem import Day, Problem
from runtall.objectives._day_cost import DayCost

DAYS_BEFORE = 2


class TuneupSoon(DayCost):
    """No heavy session two days before a tune-up race.

    For every day d with a heavy session and a tune-up race on d + 2: weight, which makes the day
    after a long run the better one. A long race has the cost of fresh-for-long-run besides.

    Ours; the day before is a hard rule, tuneup-eve.
    """

    title = "no heavy session two days before a tune-up race"
    source = "ours; guide: key run workouts"
    weight = 24
    kinds = HEAVY_KINDS

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the weight two days before each tune-up race."""
        return weight if day.to_tuneup == DAYS_BEFORE else 0
