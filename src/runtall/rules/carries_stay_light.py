"""Carries that grow, but not in weight."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.rules._doses import AboutSteps, Dosed, step


def from_heaviest(found: tuple[Dosed, ...]) -> Iterator[tuple[Dosed, Dosed]]:
    """Yield each dose after the first that counts, with the heaviest before it that does."""
    counting = (dosed for dosed in found if dosed.exposure.counts)
    heaviest: Dosed | None = None
    for dosed in counting:
        if heaviest:
            yield heaviest, dosed
        if heaviest is None or step(heaviest, dosed) > 0:
            heaviest = dosed


class CarriesStayLight(AboutSteps):
    """With shoulders that creep up or a tight neck, a carry never grows in weight.

    It grows in metres alone: `carries-keep-sets`.

    For every exposure of a carry that counts, with load M, and the heaviest load L of those before
    it, which comes back after a gap::

        M <= L        where one of these signs always shows, an answer of 3

    A heavier weight pulls the shoulders to the ears, and that is what shall go away.
    Guide: "Signs you could use more upper body strength", "Carries".
    """

    title = "no heavier carries where the shoulders creep up"
    source = "guide: signs, carries"
    can_be_off = True
    steps = staticmethod(from_heaviest)
    asks = "with shoulders that creep up or a tight neck a carry grows in metres only"

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return a step of load of a carry, where a sign forbids it."""
        stays = problem.request.athlete.keep_carries_light
        if not stays or now.exercise.pattern is not Pattern.CARRY or step(before, now) <= 0:
            return ""
        return "a heavier carry"
