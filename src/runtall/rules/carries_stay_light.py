"""Carries that grow, but not in weight."""

from __future__ import annotations

from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.rules._doses import AboutSteps, Dosed, step


class CarriesStayLight(AboutSteps):
    """With shoulders that creep up or a tight neck, a carry never grows in weight.

    It grows in metres alone: `carries-keep-sets`.

    For two consecutive exposures of a carry that count, with loads L and M::

        M <= L        where one of these signs always shows, an answer of 3

    A heavier weight pulls the shoulders to the ears, and that is what shall go away.
    Guide: "Signs you could use more upper body strength", "Carries".
    """

    title = "no heavier carries where the shoulders creep up"
    source = "guide: signs, carries"
    can_be_off = True
    asks = "with shoulders that creep up or a tight neck a carry grows in metres only"

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return a step of load of a carry, where a sign forbids it."""
        stays = problem.request.athlete.keep_carries_light
        if not stays or now.exercise.pattern is not Pattern.CARRY or step(before, now) <= 0:
            return ""
        return "a heavier carry"
