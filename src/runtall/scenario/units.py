"""Whole grams and metres from what people write."""

from __future__ import annotations

GRAMS_IN_POUND = 453.59237
METRES_IN_MILE = 1609.344
METRES_IN_YARD = 0.9144


def thousandths(metric: float | None, imperial: float | None, in_imperial: float) -> int | None:
    """Return grams or metres from kilograms or kilometres, or else from pounds or miles."""
    if metric is not None:
        return round(metric * 1000)
    return None if imperial is None else round(imperial * in_imperial)
