"""Exercises in turns only in short sessions, and only where one rests the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.pairs import may_pair, wants_pairs
from runtall.rules._doses import AboutDoses


class Turns(AboutDoses):
    """Two exercises take turns only in sessions of half an hour, and never with the same grip.

    For every entry that names a partner: the partner names it back, the day leaves half an
    hour or less, and the two share neither pattern nor grip nor equipment.
    Guide: "Two short sessions".
    """

    title = "turns only in short sessions, where one rests the other"
    source = "guide: short sessions"
    can_be_off = True
    asks = (
        "exercises take turns only in half an hour or less, and only where they share no pattern, "
        "grip or equipment"
    )

    def _fault(self, problem: Problem, plan: Plan, exposure: Exposure) -> str:
        entry, day, library = exposure.entry, exposure.day, problem.exercises
        entries = {other.position: other for other in plan.sessions[exposure.session_index].entries}
        other = entries.get(entry.pair or 0)
        if other is None or other.pair != entry.position:
            return f"in turns with {entry.pair}, which isn't with it"
        if not wants_pairs(day, exposure.kind):
            return "in turns, though there is more than half an hour"
        partner = library.get(other.exercise)
        if partner is None or not may_pair(library[entry.exercise], partner, day.items):
            return f"in turns with {entry.pair}, which tires the same or uses the same"
        return ""

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each entry whose partner doesn't fit."""
        for exposure in chain.from_iterable(exposures(problem, plan).values()):
            if exposure.entry.pair is not None:
                yield exposure, self._fault(problem, plan, exposure)
