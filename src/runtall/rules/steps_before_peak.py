"""No new load shortly before the peak."""

from __future__ import annotations

from runtall.domain.problem import Problem
from runtall.rules._doses import AboutLoadSteps, LoadStep


class StepsBeforePeak(AboutLoadSteps):
    """In the last two growing weeks before the peak no load, height, band or variant is new.

    For two consecutive exposures that count, in weeks p < w, with loads L and M::

        M > L  =>  at least two growing weeks come after w

    so that whatever the peak holds was lifted before. Reps and metres go on.
    Guide: "Peak weeks", nothing new.
    """

    title = "no new load in the last two growing weeks"
    source = "guide: phases; two weeks are ours"
    can_be_off = True
    asks = "no heavier load, harder height, band or variant in the last two growing weeks"

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return a step that comes too late."""
        return "more load in one of the last two growing weeks" if taken.chance.late else ""
