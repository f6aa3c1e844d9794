"""Pushing takes no step of load while pulling shrinks."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure, pulls_fall
from runtall.rules._doses import AboutDoses, at_full, doses, step


class PushLoadWaits(AboutDoses):
    """A push takes no step of load in a week with fewer pull sets than the last one before it.

    For two consecutive exposures of a push that count, in weeks p and w, with loads L and M::

        M > L  =>  pull[w] >= pull[the last week before w that was not eased]

    Guide: "Only training chest and arms", rows lead.
    """

    title = "no more load for a push while pull sets fall"
    source = "guide: rows and pulls lead"
    can_be_off = True
    asks = "a push takes no more load while the week has fewer pull sets than the one before"
    ties_weeks = True

    def faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each step of load of a push while pull sets fall."""
        for key, found in doses(problem, plan).items():
            if problem.exercises[key].pattern is Pattern.PUSH:
                for before, now in at_full(found):
                    if step(before, now) > 0 and pulls_fall(problem, plan, now.exposure.day.week):
                        yield now.exposure, "more load, fewer pull sets"
