"""Fresh for a tune-up race."""

from __future__ import annotations

from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.problem import Day, Problem
from runtall.objectives._day_cost import DayCost

DAYS_BEFORE = 2


class TuneupSoon(DayCost):
    """No heavy session two days before a tune-up race.

    For every day d with a heavy session and, on d + 2, a tune-up race of 15 km or an hour or
    more: weight, beside what fresh-for-long-run has for any long run. Before a shorter race half of
    it: as much as makes the eve of a workout the better day.

    Ours; the day before is a hard rule, tuneup-eve.
    """

    title = "no heavy session two days before a tune-up race"
    source = "ours; guide: key run workouts"
    weight = 12
    kinds = HEAVY_KINDS

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the weight two days before each long tune-up, half of it before a short one."""
        if day.to_tuneup != DAYS_BEFORE:
            return 0
        return weight if problem.days[day.index + DAYS_BEFORE].far else weight // 2
