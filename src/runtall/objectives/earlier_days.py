"""Tie-break: earlier days."""

from __future__ import annotations

from runtall.domain.problem import Day, Problem
from runtall.domain.tier import Tier
from runtall.objectives._day_cost import DayCost

DAYS = 7


class EarlierDays(DayCost):
    """Between plans that are as good, the one with the earlier days.

    For every session: weight * place of its day in the week, 0 to 6.

    Ours: it makes equal plans come out the same everywhere.
    """

    title = "earlier days"
    source = "tie-break"
    tier = Tier.TIE_BREAK

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the day's place in its week, times the weight."""
        return weight * (day.index % DAYS)
