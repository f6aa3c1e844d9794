"""The one-rep maximum that a set lets expect, never tested by lifting it."""

from __future__ import annotations

from math import exp
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_REPS = 12
"""Above this many reps to failure, done or left, the formulas drift apart."""
MOST_RIR = 3
"""With more in reserve than this, nobody knows how many are left."""
EPLEY = 30
"""One rep is a thirtieth of the load, by Epley's line."""

FORMULAS: Mapping[str, Callable[[int], float]] = MappingProxyType(
    {
        "epley": lambda n: 1 + n / EPLEY,
        "brzycki": lambda n: 36 / (37 - n),
        "lombardi": lambda n: n**0.10,
        "mayhew": lambda n: 100 / (52.2 + 41.9 * exp(-0.055 * n)),
        "oconner": lambda n: 1 + 0.025 * n,
        "wathan": lambda n: 100 / (48.8 + 53.8 * exp(-0.075 * n)),
        "lander": lambda n: 100 / (101.3 - 2.67123 * n),
    }
)
"""Maximum as a multiple of the load, by reps to failure: published formulas."""


def rep_max(load_g: int, reps: int, rir: int, formula: str = "epley") -> int | None:
    """Estimate the one-rep maximum.

    Parameters
    ----------
    load_g
        Weight in grams.
    reps, rir
        Reps of the set, and reps that were left.
    formula
        A key of `FORMULAS`.

    Returns
    -------
    int or None
        Grams; None where the set is too long or too easy to tell: more than 12 reps to
        failure, or more than 3 in reserve.
    """
    to_failure = reps + rir
    if reps < 1 or to_failure > MOST_REPS or rir > MOST_RIR:
        return None
    if to_failure == 1:
        return load_g
    return round(load_g * FORMULAS[formula](to_failure))
