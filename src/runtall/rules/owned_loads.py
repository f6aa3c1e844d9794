"""Only loads that the runner has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.rules._doses import AboutDoses, doses, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.where import Violation, Where
    from runtall.rules._doses import Dosed


class OwnedLoads(AboutDoses):
    """Every load exists: a weight of that day's rack, a band, or a step of a ladder.

    For every entry with a dose, with the rack of its exercise and day::

        load in rack        or the runner chooses it

    Guide: "A simple 2-day upper body plan".
    """

    id = "owned-loads"
    title = "only loads that the runner has"
    source = "guide: 2-day plan"
    can_be_off = False

    def _words(self, one: Dosed) -> str:
        entry = one.exposure.entry
        if entry.load_g is not None:
            return f"{entry.load_g / 1000:g} kg"
        return repr(entry.load) if entry.load else "no load"

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each load that doesn't exist."""
        for found in doses(problem, plan).values():
            for one in found:
                if one.level is None:
                    words = f"{self._words(one)} on {one.exposure.day.label}"
                    yield self._broken(problem, one.exposure, words)

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3, D1 session: every load is one that is there on that day.``."""
        return f"{place(where)}: every load is one that is there on that day."
