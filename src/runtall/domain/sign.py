"""The signs of a weak upper body, and what each asks of a plan."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from runtall.domain.library import read_record, records


class Sign(NamedTuple):
    """One record of ``data/signs.csv``.

    Parameters
    ----------
    key, words
        Its name in a scenario, and what a runner notices.
    cause
        How a card says for whom something is done.
    grows
        Names of the slots that are first in line to grow, in this order within a session.
    beside
        Those of them that grow so that pulls keep ahead: a card names no sign for them.
    thirds
        The slots that get three sets where the answer is highest, one for each kind of session.
    instead_of, exercise
        A slot of the merged session, and what it takes in place of its own exercise; empty: none.
    mobility
        Whether it asks for mobility, and how much.
    light_carries
        Carries grow in metres, and neither in sets nor in weight.
    long_stretches
        Mobility is done at the upper end of its ranges.
    """

    key: str
    words: str
    cause: str
    grows: tuple[str, ...]
    beside: tuple[str, ...]
    thirds: tuple[str, ...]
    instead_of: str
    exercise: str
    mobility: int
    light_carries: bool
    long_stretches: bool


@cache
def signs() -> tuple[Sign, ...]:
    """Return every sign, in the guide's order."""
    return tuple(read_record(Sign, row, key=row["sign"]) for row in records("signs.csv"))
