"""Exercises that a day's equipment allows only because a bag is always at hand."""

from __future__ import annotations

from runtall.domain.exercise import Exercise

BAG = "bag"


def improvised(exercise: Exercise, items: frozenset[str]) -> bool:
    """Return whether an exercise is done with a loaded bag, as none of its weights is at hand.

    Parameters
    ----------
    items
        Equipment of the day.
    """
    return exercise.possible_with(items) and not exercise.possible_with(items - {BAG})
