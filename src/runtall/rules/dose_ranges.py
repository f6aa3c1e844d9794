"""Sets stay in the range of their exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.exercise import LIGHT_KINDS, Measure, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.progression.reduced_dose import SHORT_CARRY_M
from runtall.progression.strength import fewest, most
from runtall.rules._doses import AboutDoses, Dosed, doses, step


class DoseRanges(AboutDoses):
    """Reps, metres and seconds lie in the range of their exercise, or near it for a reason.

    For every set of an exercise with a range, and slack and overshoot for coarse weights::

        max(6, low - 2) <= reps <= high + 3     (5 for dumbbells up to 16 kg, 0 without weights)
        low <= metres, seconds <= high

    Light sessions stay below high; a very light one may carry 20 m. Less weight than before never
    goes beyond high in a reduced week, elsewhere or after a gap; nor does what isn't heavier fall
    under low there, unless it was there since the last full dose, or after a gap.
    Guide: "A simple 2-day upper body plan".
    """

    title = "reps, metres and seconds in their range"
    source = "guide: 2-day plan"
    asks = "reps, metres and seconds stay in or near the exercise's range"
    ties_weeks = True

    def _bounds(self, dosed: Dosed, before: Sequence[Dosed]) -> tuple[int, int]:
        """Return least and most, from the last dose that counts and what has been done since."""
        exercise, kind = dosed.exercise, dosed.exposure.kind
        least, highest = fewest(exercise), exercise.high
        if dosed.level is not None and kind not in LIGHT_KINDS:
            highest = most(exercise, dosed.level)
        if before and not dosed.exposure.counts:
            heavier = step(before[0], dosed)
            if heavier < 0:
                highest = min(highest, exercise.high)
            if heavier <= 0 and _reduced(dosed.exposure):
                few = min(other.amount for other in before)
                least = max(least, min(exercise.low, few))
        if kind is SessionKind.VERY_LIGHT and exercise.measure is Measure.METRES:
            least = min(least, SHORT_CARRY_M)
        return least, highest

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each entry that leaves its range."""
        for found in doses(problem, plan).values():
            before: list[Dosed] = []
            for dosed in found:
                least, highest = self._bounds(dosed, before)
                if not least <= dosed.amount <= highest:
                    amount = f"{dosed.amount} {dosed.exercise.measure}"
                    yield dosed.exposure, f"{amount}, {least} to {highest} allowed"
                if dosed.exposure.counts:
                    before = []
                if before or dosed.exposure.counts:
                    before.append(dosed)


def _reduced(exposure: Exposure) -> bool:
    """Return whether an exposure is made easy, but not by few reps as soon after a gap."""
    easy = exposure.cut or exposure.elsewhere or exposure.kind in LIGHT_KINDS
    return easy and not exposure.ease
