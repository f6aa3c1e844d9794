"""The first load of an exercise where none is known: careful, by all that the runner told.

A share of body mass begins, and what is told of lifts that are alike moves it. Push-ups say where
push-ups begin, and nothing of weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isqrt
from statistics import median_low

from runtall.derivation.available_loads import at_most, available_loads, share_of, weighted
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.epley import load_for
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise, Measure, Pattern
from runtall.domain.library import exercises, records

# Per cent of its guess that no first load exceeds.
MOST_PERCENT = 110
# Per cent of its guess under which a weight is no work: another tool comes first.
LEAST_PERCENT = 70
# Heaviest carries, and first presses overhead, thousandths of body mass in one hand; and first
# pull-ups, all with some help.
CARRY_SHARE = {"suitcase_carry": 200, "farmer_carry": 165, "rack_carry": 200}
OVERHEAD_SHARE = {"db_overhead_press": 80}
FIRST_SHARE = {**CARRY_SHARE, **OVERHEAD_SHARE, "assisted_pull_up": 900}
# Carries with hanging arms: who has lifted walks with what he tells that he rows.
ROWED, HANGING = "one_arm_db_row", frozenset({"suitcase_carry", "farmer_carry"})
# From this age on the guess is the most careful one.
CAREFUL_AGE = 60
# Reps that first sets leave.
FIRST_RIR = 3

# The column of the tables for the most careful guess.
MOST_CAREFUL = "f_new"

# How far a told load moves the guess for another lift, in thousandths.
LEAST_MOVED, MOST_MOVED = 750, 1_500
# Patterns whose told loads say something of others.
AKIN = {
    Pattern.PULL: {Pattern.PULL},
    Pattern.PUSH: {Pattern.PUSH},
    Pattern.CARRY: {Pattern.CARRY},
    # A Pallof press is held by the arms and shoulders that row and press.
    Pattern.CORE: {Pattern.PULL, Pattern.PUSH},
}


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
    ones; the low end of women's where sex isn't told, or at 60 and older. Carries follow a row
    that is told, and loads told of lifts that are alike move a guess by the square root of how far
    they are from their own.

    Returns
    -------
    int or None
        None without body mass, and for exercises that nobody guesses a load for.
    """
    guessed = _by_body(exercise, athlete)
    if guessed is None:
        return None
    guessed = guessed * _moved_by(exercise, athlete) // 1000
    return min(guessed, _most(FIRST_SHARE, exercise, athlete) or guessed)


def guessed_share(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return what a first guess is of body mass, in thousandths, whatever that is.

    Returns
    -------
    int or None
        None for exercises that nobody guesses a load for.
    """
    shares = _shares().get(exercise.key)
    if shares is None:
        return None
    share = shares[_column(athlete)] * _moved_by(exercise, athlete) // 1000
    return min(share, FIRST_SHARE.get(exercise.key, share))


def known(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return grams for the bottom of the range with three left, from what is told of the lift.

    What is told for the bottom of the range with two left is taken as it is, one rep nearer to
    failure than the card asks for.
    """
    told = athlete.loads.get(exercise.key)
    if told is None or exercise.measure is not Measure.REPS:
        return told.load_g if told else None
    to_failure = told.reps + told.rir
    least = told.load_g if to_failure >= exercise.low + FIRST_RIR - 1 else 0
    return max(least, load_for(told.load_g, to_failure, exercise.low + FIRST_RIR))


def _by_body(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return the guess by body mass and experience; of carries by a row that is told, too."""
    shares = _shares().get(exercise.key)
    if athlete.body_mass_g is None or shares is None:
        return None
    guessed = athlete.body_mass_g * shares[_column(athlete)] // 1000
    if exercise.key in HANGING and athlete.experience is not Experience.NEW:
        return max(guessed, known(exercises()[ROWED], athlete) or 0)
    return guessed


def _column(athlete: Athlete) -> str:
    """Return which column of the tables is a runner's."""
    careful = athlete.sex is None or (athlete.age or 0) >= CAREFUL_AGE
    return MOST_CAREFUL if careful else f"{athlete.sex}_{athlete.experience}"


def _moved_by(exercise: Exercise, athlete: Athlete) -> int:
    """Return by how much what is told of other lifts moves a guess, in thousandths.

    The root of told to guessed, of several lifts the middle one's, from three quarters to half as
    much again: who rows twice the guess begins other pulls at 1.4 of theirs.
    """
    library = exercises()
    alike = [
        library[key] for key in athlete.loads if library[key].pattern in AKIN[exercise.pattern]
    ]
    ratios = [
        1000 * told // guessed
        for other in alike
        if (told := known(other, athlete)) and (guessed := _by_body(other, athlete))
    ]
    moved = isqrt(1000 * median_low(ratios)) if ratios else 1000
    return min(max(moved, LEAST_MOVED), MOST_MOVED)


def most_at_first(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return the heaviest first load in grams; None where nothing limits it."""
    if exercise.key in athlete.loads:
        return None
    guessed = guess(exercise, athlete)
    if guessed is None:
        return None
    most = share_of(guessed, 10 * MOST_PERCENT)
    return min(most, _most(FIRST_SHARE, exercise, athlete) or most)


def most_carried(exercise: Exercise, athlete: Athlete) -> int | None:
    """Return the heaviest carry in grams per hand; None where nothing limits it."""
    return _most(CARRY_SHARE, exercise, athlete)


def _most(shares: Mapping[str, int], exercise: Exercise, athlete: Athlete) -> int | None:
    share = shares.get(exercise.key)
    return share_of(athlete.body_mass_g, share) if athlete.body_mass_g and share else None


def possible(exercise: Exercise, equipment: Equipment, athlete: Athlete) -> bool:
    """Return whether an exercise can be done: with what is at hand, and light enough to begin."""
    if not exercise.possible_with(equipment.items):
        return False
    most = most_at_first(exercise, athlete)
    loads = available_loads(exercise, equipment, most)
    return most is None or not weighted(loads) or loads[0].force <= most


def too_light(exercise: Exercise, equipment: Equipment, athlete: Athlete) -> bool:
    """Return whether all weights that an exercise may begin with are far under its guess."""
    guessed, most = guess(exercise, athlete), most_at_first(exercise, athlete)
    if guessed is None or most is None or not exercise.possible_with(equipment.items):
        return False
    loads = available_loads(exercise, equipment, most)
    heaviest = loads[at_most(loads, most)]
    return weighted(loads) and 100 * heaviest.force < LEAST_PERCENT * guessed


def too_heavy(exercise: Exercise, equipment: Equipment, athlete: Athlete) -> int | None:
    """Return the lightest weight at hand in grams where nobody knows that it isn't too heavy.

    A band or a bag may take its place; None where it is light enough to begin with, or where it is
    more than anybody of that body mass ever takes.
    """
    most = most_at_first(exercise, athlete)
    if most is None or not exercise.possible_with(equipment.items):
        return None
    lightest = available_loads(exercise, equipment)[0]
    allowed = _most(FIRST_SHARE, exercise, athlete) or lightest.force
    return lightest.load_g if most < lightest.force <= allowed else None
