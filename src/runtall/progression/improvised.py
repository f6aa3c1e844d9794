"""Exercises that a day's equipment allows only because a bag is always at hand."""

from __future__ import annotations

from dataclasses import replace

from runtall.derivation.available_loads import Loads, available_loads
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise


def improvised(exercise: Exercise, equipment: Equipment, loads: Loads) -> bool:
    """Return whether an exercise is done with a loaded bag, as no weight that fits is at hand.

    Parameters
    ----------
    equipment
        What there is on the day.
    loads
        The loads that the exercise has there.
    """
    bag = tuple(level.load_g for level in loads) == equipment.bag_g != ()
    return bag and available_loads(exercise, replace(equipment, bag_g=())) != loads
