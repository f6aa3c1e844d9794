"""Pushing takes no step of load while pulling shrinks."""

from __future__ import annotations

from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures.holding import pulls_fall
from runtall.rules._doses import AboutSteps, Dosed, step


class PushLoadWaits(AboutSteps):
    """A push takes no step of load in a week with fewer pull sets than the last one before it.

    For two consecutive exposures of a push that count, in weeks p and w, with loads L and M::

        M > L  =>  pull[w] >= pull[the last week before w that was not reduced]

    without the sets of light sessions, which train nothing.
    Guide: "Only training chest and arms", rows lead.
    """

    title = "no more load for a push while pull sets fall"
    source = "guide: rows and pulls lead"
    can_be_off = True
    asks = "a push takes no more load while the week has fewer pull sets than the one before"

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return a step of load of a push while pull sets fall."""
        if now.exercise.pattern is not Pattern.PUSH or step(before, now) <= 0:
            return ""
        falls = pulls_fall(problem, plan, now.exposure.day.week)
        return "more load, fewer pull sets" if falls else ""
