"""Sets stay in the range of their exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import LIGHT_KINDS, Measure, SessionKind
from runtall.progression.easing import SHORT_CARRY_M
from runtall.progression.strength import fewest, most
from runtall.rules._doses import AboutDoses, doses, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.where import Violation, Where
    from runtall.rules._doses import Dosed


class DoseRanges(AboutDoses):
    """Reps, metres and seconds lie in the range of their exercise, or near it for a reason.

    For every set of an exercise with a range, and slack and overshoot for coarse weights::

        max(6, low - 2) <= reps <= high + 3     (5 for dumbbells under 16 kg, 0 without weights)
        low <= metres, seconds <= high

    Light sessions stay below high; a very light one may carry 20 m.
    Guide: "A simple 2-day upper body plan".
    """

    id = "dose-ranges"
    title = "reps, metres and seconds in their range"
    source = "guide: 2-day plan"
    can_be_off = False

    def _bounds(self, one: Dosed) -> tuple[int, int]:
        least, highest = fewest(one.exercise), one.exercise.high
        if one.exposure.kind is SessionKind.VERY_LIGHT and one.exercise.measure is Measure.METRES:
            least = min(least, SHORT_CARRY_M)
        if one.level is not None and one.exposure.kind not in LIGHT_KINDS:
            highest = most(one.exercise, one.level)
        return least, highest

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each entry that leaves its range."""
        for found in doses(problem, plan).values():
            for one in found:
                least, highest = self._bounds(one)
                if not least <= one.amount <= highest:
                    words = f"{one.amount} {one.exercise.measure}, {least} to {highest} allowed"
                    yield self._broken(problem, one.exposure, words)

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3, D1 session: reps, metres and seconds stay in the exercise's range.``."""
        return f"{place(where)}: reps, metres and seconds stay in or near the exercise's range."
