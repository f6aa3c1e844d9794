"""Whole grams and metres from what people write."""

from __future__ import annotations

GRAMS_IN_POUND = 453.59237
METRES_IN_MILE = 1609.344
METRES_IN_YARD = 0.9144


def grams(kg: float | None, lb: float | None) -> int | None:
    """Return weight in grams from kilograms or pounds, whichever is given."""
    if kg is not None:
        return round(kg * 1000)
    return None if lb is None else round(lb * GRAMS_IN_POUND)


def metres(km: float | None, mi: float | None) -> int | None:
    """Return distance in metres from kilometres or miles, whichever is given."""
    if km is not None:
        return round(km * 1000)
    return None if mi is None else round(mi * METRES_IN_MILE)
