"""Exercises that the runner rules out."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.problem import Problem
from runtall.rules._never_done import NeverDone


class AvoidedExercises(NeverDone):
    """No exercise that the runner wants to avoid.

    For every week w, kind k and slot s, and every avoided exercise e of its alternatives::

        does[w, k, s, e] = 0

    Guide: "Sample weekly schedule", a template to adapt.
    """

    title = "no exercise that the runner avoids"
    source = "guide: sample schedule"
    can_be_off = True
    reason = "what you want to avoid"

    def never(self, problem: Problem) -> Set[str]:
        """Return the avoided exercises."""
        return problem.request.avoid
