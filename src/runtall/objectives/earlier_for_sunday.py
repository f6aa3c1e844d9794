"""Long runs on a Sunday."""

from __future__ import annotations

from runtall.domain.exercise import BUT_VERY_LIGHT
from runtall.domain.problem import Day, Problem
from runtall.objectives._day_cost import DayCost

DAYS_BEFORE = 3


class EarlierForSunday(DayCost):
    """Where the long run is on a Sunday, the last session before it is on Wednesday at the latest.

    For every day d with a session that is not very light, where d + 3 is a Sunday with a long
    run or a long tune-up race: weight. Friday and Saturday are a matter of hard rules.

    Guide: "Sample weekly schedule", its last sentence.
    """

    title = "Wednesday rather than Thursday before a Sunday long run"
    source = "guide: sample week"
    weight = 3
    kinds = BUT_VERY_LIGHT

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the weight on each Thursday before such a Sunday."""
        if day.to_long != DAYS_BEFORE:
            return 0
        later = problem.days[day.index + DAYS_BEFORE]
        return weight if later.far and later.weekday == "sun" else 0
