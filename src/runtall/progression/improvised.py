"""Exercises that a day's equipment allows only because a bag is always at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runtall.domain.exercise import Exercise

BAG = "bag"


def improvised(exercise: Exercise, items: frozenset[str]) -> str:
    """Say what to carry where none of the exercise's weights is at hand; else nothing.

    Parameters
    ----------
    items
        Equipment of the day.
    """
    if exercise.possible_with(items) and not exercise.possible_with(items - {BAG}):
        return "a loaded bag"
    return ""
