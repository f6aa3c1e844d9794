"""One or two reps more, five or ten metres."""

from __future__ import annotations

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.strength import STEP
from runtall.rules._doses import AboutSteps, Dosed, step


class SmallSteps(AboutSteps):
    """From one exposure to the next a set grows by two reps or ten metres at most.

    For two consecutive exposures that count, at the same load::

        reps grow by 1 or 2        metres and seconds grow by 5 to 10

    Guide: "Pick one progress method at a time".
    """

    title = "one or two reps, five or ten metres at a time"
    source = "guide: progress methods"
    can_be_off = True
    asks = "a set grows by 1 or 2 reps, or by 5 to 10 metres or seconds"

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return growth by too much or too little."""
        measure, more = now.exercise.measure, now.amount - before.amount
        small = STEP[measure] <= more <= 2 * STEP[measure]
        if small or more <= 0 or step(before, now) != 0:
            return ""
        return f"{before.amount} -> {now.amount} {measure}"
