"""Only loads that the runner has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.rules._doses import AboutDoses, doses


class OwnedLoads(AboutDoses):
    """Every load exists: a weight at hand on that day, a band, or a level of the exercise.

    For every entry with a dose, with the loads available for its exercise and day::

        load in loads       or the runner chooses it

    Guide: "A simple 2-day upper body plan".
    """

    title = "only loads that the runner has"
    source = "guide: 2-day plan"
    asks = "every load is one that is there on that day"

    def _words(self, entry: Entry) -> str:
        if entry.load_g is not None:
            return f"{entry.load_g / 1000:g} kg"
        return repr(entry.load) if entry.load else "no load"

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each load that doesn't exist."""
        for dosed in chain.from_iterable(doses(problem, plan).values()):
            if dosed.level is None:
                exposure = dosed.exposure
                yield exposure, f"{self._words(exposure.entry)} on {exposure.day.label}"
