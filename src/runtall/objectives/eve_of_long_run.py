"""The day before the long run of a runner whose posture holds."""

from __future__ import annotations

from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.problem import Day, Problem
from runtall.objectives._day_cost import DayCost


class EveOfLongRun(DayCost):
    """Where lifting doesn't make the posture sag, a heavy session before a long run is dear.

    For every day d with a heavy session and a long run on d + 1::

        weight      unless the posture sags: then rest-before-long-run speaks

    Guide: "Place workouts where they do the least damage".
    """

    title = "no heavy session on the eve of a long run"
    source = "guide: placing workouts"
    weight = 40
    kinds = HEAVY_KINDS

    def cost(self, problem: Problem, day: Day, weight: int) -> int:
        """Return the weight on each eve of a runner whose posture holds."""
        holds = not problem.request.athlete.posture_sags
        return weight if holds and day.eve_of_long_run else 0
