"""The five-minute mobility add-on, and the block inside taper sessions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from runtall.domain.exercise import LIGHT_KINDS, Measure, SessionKind
from runtall.domain.library import read_record, records
from runtall.domain.phase import Phase
from runtall.progression.session_time import minutes

# Mobility inside a taper session: twice through the add-on.
ROUNDS = 2
BLOCK_MINUTES = 10
BANDS = "bands"
USUAL = frozenset({BANDS})


@dataclass(frozen=True, slots=True)
class MobilityItem:
    """One record of ``data/mobility.csv``.

    Parameters
    ----------
    measure, low, high
        Unit of a set (reps or seconds) and its range, per side where ``per_side``.
    seconds
        Time that the whole item takes at its low dose, changes of side included.
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
    needs: str
    cue: str


@cache
def all_mobility_items() -> tuple[MobilityItem, ...]:
    """Return every item there is, in order; of those with one position the best first."""
    return tuple(read_record(MobilityItem, row) for row in records("mobility.csv"))


def mobility_items(items: frozenset[str] = USUAL) -> tuple[MobilityItem, ...]:
    """Return the items of the add-on, in order: of each position what the equipment allows."""
    chosen: dict[int, MobilityItem] = {}
    for item in all_mobility_items():
        if not item.needs or item.needs in items:
            chosen.setdefault(item.position, item)
    return tuple(chosen.values())


def mobility_minutes() -> int:
    """Return whole minutes of the add-on."""
    return minutes(sum(item.seconds for item in mobility_items()))


def has_mobility_block(phase: Phase, kind: SessionKind) -> bool:
    """Return whether a session holds the taper's mobility block."""
    return phase is Phase.TAPER and kind in LIGHT_KINDS
