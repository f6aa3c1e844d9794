"""Where a substitute stands in for what a slot usually has."""

from __future__ import annotations

from runtall.domain.exercise import Slot
from runtall.domain.problem import Day


def stands_in(day: Day, slot: Slot, rank: int) -> bool:
    """Return whether a day leaves an alternative other than the first none of those before it."""
    return rank > 0 and day.possible.isdisjoint(slot.alternatives[:rank])
