"""Exercises that a day's equipment allows only because a bag is always at hand."""

from __future__ import annotations

from dataclasses import replace

from runtall.derivation.available_loads import Loads, available_loads
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise
from runtall.progression.texts import say


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


def bag_words(exercise: Exercise, equipment: Equipment, loads: Loads, units: str) -> str:
    """Say that a bag is packed, and why; empty where there is a weight."""
    if not improvised(exercise, equipment, loads):
        return ""
    weights = equipment.dumbbells_g or equipment.kettlebells_g
    reason = (
        "your lightest weight is more than you begin with" if weights else "no weight is at hand"
    )
    return say("bag", reason=reason, water=say(f"water_{units}"))
