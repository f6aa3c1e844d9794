"""Fresh for the long run."""

from __future__ import annotations

from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.problem import Day, Problem
from runtall.objectives._day_cost import DayCost

DAYS_BEFORE = 2
NEW_WEEKS = 2
TIMES_WHILE_NEW = 3


class FreshForLongRun(DayCost):
    """No heavy session two days before a long run, least of all while lifting is new.

    For every day d with a heavy session and a long run or long tune-up race on d + 2::

        weight,  3 * weight in weeks 1 and 2

    Soreness is worst one to three days after unaccustomed work.
    Guide: "Keep soreness low".
    """

    title = "no heavy session two days before a long run"
    source = "guide: soreness"
    weight = 2
    kinds = HEAVY_KINDS

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the weight two days before a long run, and more at first."""
        if day.to_long != DAYS_BEFORE or not problem.days[day.index + DAYS_BEFORE].far:
            return 0
        return weight * (TIMES_WHILE_NEW if day.week <= NEW_WEEKS else 1)
