"""The day before a tune-up race."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import HEAVY_KINDS, SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.rules._forbidden_days import NOTHING, ForbiddenDays


class TuneupEve(ForbiddenDays):
    """No session that is more than light on the day before a tune-up race.

    For every day d with a tune-up race on d + 1::

        heavy[d] = 0

    Guide: key runs have priority.
    """

    title = "nothing heavy on the eve of a tune-up race"
    source = "guide: the run plan has priority"
    sentence = "{day} is the day before a tune-up race: a light session at most."

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return the heavy kinds on each eve."""
        return HEAVY_KINDS if day.next_kind is RunKind.TUNEUP else NOTHING
