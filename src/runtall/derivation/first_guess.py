"""The first load of an exercise where none is known: a careful share of body mass."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from runtall.derivation.available_loads import available_loads, weighted
from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise
from runtall.domain.library import records

# Per cent of its guess that no first load exceeds.
MOST_PERCENT = 110
# Heaviest carries, thousandths of body mass in one hand.
CARRY_SHARE = {"suitcase_carry": 200, "farmer_carry": 165, "rack_carry": 200}
# From this age on the guess is the most careful one.
CAREFUL_AGE = 60


@cache
def _shares() -> Mapping[str, Mapping[str, int]]:
    """Return first loads by exercise and column, in thousandths of body mass, per hand."""
    return {
        row["exercise"]: {column: int(row[column]) for column in row if column[:2] in {"m_", "f_"}}
        for row in records("starting_loads.csv")
    }


def guess(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return the first load that an exercise should have, in grams per hand.

    The low end of the tables for new lifters, the middle for some experience, the top for trained
    ones; the low end of women's where sex isn't told, or at 60 and older.

    Returns
    -------
    int or None
        None without body mass, and for exercises that nobody guesses a load for.
    """
    shares = _shares().get(exercise.key)
    if athlete.body_mass_g is None or shares is None:
        return None
    careful = athlete.sex is None or (athlete.age or 0) >= CAREFUL_AGE
    column = "f_new" if careful else f"{athlete.sex}_{athlete.experience}"
    return athlete.body_mass_g * shares[column] // 1000


def most_at_first(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return the heaviest first load in grams; None where nothing limits it."""
    if exercise.key in athlete.loads:
        return None
    guessed = guess(exercise, athlete)
    if guessed is None:
        return None
    most = guessed * MOST_PERCENT // 100
    return min(most, most_carried(exercise, athlete) or most)


def most_carried(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return the heaviest carry in grams per hand; None where nothing limits it."""
    share = CARRY_SHARE.get(exercise.key)
    return athlete.body_mass_g * share // 1000 if athlete.body_mass_g and share else None


def possible(exercise: Exercise, equipment: Equipment, athlete: Athlete) -> bool:
    """Return whether an exercise can be done: with what is at hand, and light enough to begin."""
    if not exercise.possible_with(equipment.items):
        return False
    most = most_at_first(exercise, athlete)
    loads = available_loads(exercise, equipment, most)
    return most is None or not weighted(loads) or loads[0].force <= most
