"""The first days after an illness."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Day, Problem
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class AfterIllness(ForbiddenDays):
    """Nothing for 48 hours after an illness, and on the five days after one with fever.

    For the day d after the last one of an illness, or the five days after one with fever::

        lifts[d] = 0        mobility[d] = 0

    As between two sessions, 48 hours are a day without one: ill until Tuesday, Thursday is open.
    The days of the illness itself are days off. What the first session back may hold is the rule
    coming-back. Ours, by general guidance; the guide speaks of sore muscles alone.
    """

    title = "nothing right after an illness"
    source = "ours: illness, general guidance"
    sentence = "{day} is too soon after the illness: 48 hours, five days where there was a fever."

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind on each such day."""
        return ANY if day.recovering else NOTHING

    def without_mobility(self, day: Day) -> bool:
        """Return whether it is one of them."""
        return day.recovering
