"""No new load shortly before the peak."""

from __future__ import annotations

from runtall.domain.problem import Problem
from runtall.progression.load_step import WEEKS_AFTER
from runtall.rules._doses import AboutLoadSteps, LoadStep


class StepsBeforePeak(AboutLoadSteps):
    """The last two growing weeks before the peak have no new load.

    For two consecutive exposures that count, in weeks p < w, with loads L and M::

        M > L  =>  the exercise is done in at least 2 growing weeks after w

    so that whatever the peak holds is known well. Reps and metres go on.
    Guide: "Peak weeks", nothing new.
    """

    title = "no new load shortly before the peak"
    source = "guide: phases; the weeks are ours"
    can_be_off = True
    asks = "no heavier weight, other height, band or variant in the last two growing weeks"

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return a step that comes too late."""
        left = taken.chance.weeks_left
        if left >= WEEKS_AFTER:
            return ""
        return f"more load with {left} growing weeks left, {WEEKS_AFTER} at least"
