"""No new load shortly before the peak."""

from __future__ import annotations

from runtall.domain.problem import Problem
from runtall.progression.load_step import weeks_after
from runtall.rules._doses import AboutLoadSteps, LoadStep


class StepsBeforePeak(AboutLoadSteps):
    """The last growing week before the peak has no heavier lift, the last two no other step.

    For two consecutive exposures that count, in weeks p < w, with loads L and M::

        M > L  =>  the exercise is done in at least n growing weeks after w

    with n = 1 for lifts with weights, and 2 for carries, heights, bands and variants, so that
    whatever the peak holds was done twice at least. Reps and metres go on.
    Guide: "Peak weeks", nothing new.
    """

    title = "no new load shortly before the peak"
    source = "guide: phases; the weeks are ours"
    can_be_off = True
    asks = (
        "no heavier lift in the last growing week, no heavier carry, other height, band or variant "
        "in the last two"
    )

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return a step that comes too late."""
        left, after = taken.chance.weeks_left, taken.now.level
        if after is None or left >= (least := weeks_after(taken.before.exercise, after)):
            return ""
        return f"more load with {left} growing weeks left, {least} at least"
