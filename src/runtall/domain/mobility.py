"""The items of the mobility add-on."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Measure
from runtall.domain.library import read_record, records

BANDS = "bands"
USUAL = frozenset({BANDS})


class MobilityItem(NamedTuple):
    """One record of ``data/mobility.csv``.

    Parameters
    ----------
    measure, low, high
        Unit of a set (reps or seconds) and its range, per side where ``per_side``.
    seconds, most_seconds
        Time that the whole item takes at its low dose and at its high one, changes of side
        included.
    needs
        Item of equipment; empty: none.
    """

    position: int
    key: str
    name: str
    measure: Measure
    low: int
    high: int
    sets: int
    per_side: bool
    seconds: int
    most_seconds: int
    needs: str
    cue: str


@cache
def _records() -> tuple[MobilityItem, ...]:
    return tuple(read_record(MobilityItem, row) for row in records("mobility.csv"))


def all_mobility_items(athlete: Athlete | None = None) -> tuple[MobilityItem, ...]:
    """Return every item, in order, of those with one position the best first.

    Where a sign asks for it, at their high doses.
    """
    if athlete is None or not athlete.stretches_long:
        return _records()
    return tuple(item._replace(low=item.high, seconds=item.most_seconds) for item in _records())


def mobility_items(
    athlete: Athlete | None = None, items: frozenset[str] = USUAL
) -> tuple[MobilityItem, ...]:
    """Return the items of the add-on, in order: of each position what the equipment allows."""
    chosen: dict[int, MobilityItem] = {}
    for item in all_mobility_items(athlete):
        if not item.needs or item.needs in items:
            chosen.setdefault(item.position, item)
    return tuple(chosen.values())


def mobility_minutes(athlete: Athlete | None = None) -> int:
    """Return whole minutes of the add-on, rounded up; other equipment takes no longer."""
    return -(-sum(item.seconds for item in mobility_items(athlete)) // 60)
