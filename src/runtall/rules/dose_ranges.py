"""Sets stay in the range of their exercise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from runtall.domain.exercise import LIGHT_KINDS, Measure, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.progression.reduced_dose import SHORT_CARRY_M
from runtall.progression.strength import fewest, most
from runtall.rules._doses import AboutDoses, Dosed, doses


class DoseRanges(AboutDoses):
    """Reps, metres and seconds lie in the range of their exercise, or near it for a reason.

    For every set of an exercise with a range, and slack and overshoot for coarse weights::

        max(6, low - 2) <= reps <= high + 3     (5 for dumbbells up to 16 kg, 0 without weights)
        low <= metres, seconds <= high

    Light sessions stay below high; a very light one may carry 20 m.
    Guide: "A simple 2-day upper body plan".
    """

    title = "reps, metres and seconds in their range"
    source = "guide: 2-day plan"
    asks = "reps, metres and seconds stay in or near the exercise's range"

    def _bounds(self, dosed: Dosed) -> tuple[int, int]:
        exercise, kind = dosed.exercise, dosed.exposure.kind
        least, highest = fewest(exercise), exercise.high
        if kind is SessionKind.VERY_LIGHT and exercise.measure is Measure.METRES:
            least = min(least, SHORT_CARRY_M)
        if dosed.level is not None and kind not in LIGHT_KINDS:
            highest = most(exercise, dosed.level)
        return least, highest

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each entry that leaves its range."""
        for dosed in chain.from_iterable(doses(problem, plan).values()):
            least, highest = self._bounds(dosed)
            if not least <= dosed.amount <= highest:
                amount = f"{dosed.amount} {dosed.exercise.measure}"
                yield dosed.exposure, f"{amount}, {least} to {highest} allowed"
