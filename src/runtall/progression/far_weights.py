"""What makes a step to a far heavier weight safe where a first guess was too light."""

from __future__ import annotations

from runtall.derivation.available_loads import Level
from runtall.domain.athlete import Athlete
from runtall.domain.epley import EPLEY
from runtall.domain.exercise import Exercise, Measure, Pattern
from runtall.domain.units import load_words
from runtall.progression.effort import BASE_RIR
from runtall.progression.load_step import bearable
from runtall.progression.strength import strength
from runtall.progression.texts import say

# More in one go than this nobody tries, and the formula of loads and reps doesn't hold.
MOST = 30


def far_words(
    exercise: Exercise, athlete: Athlete, level: Level, heavier: Level, units: str
) -> str:
    """Say with how many reps in one go a far heavier weight may be taken at once.

    It is taken at the bottom of the range, where a plan begins that is told of it, which with two
    left asks for no more than so many do: ``Far too easy, good for 20? Then 20 kg for 6``.
    Nobody can judge how many are left where these are more than a few.

    Returns
    -------
    str
        That more reps come first where so many are more than anybody tries, or farther in a carry,
        which gets no heavier at once; empty where the next weight stays out of reach.
    """
    carry = exercise.pattern is Pattern.CARRY
    if not bearable(exercise, athlete, heavier) or (carry and athlete.keep_carries_light):
        return ""
    asked = strength(exercise, heavier, exercise.low, BASE_RIR)
    whole = -(-asked // level.force) - EPLEY
    if exercise.measure is not Measure.REPS or whole > MOST:
        return say("far_metres" if exercise.measure is Measure.METRES else "far")
    load = load_words(heavier.load_g or 0, units)
    words = say("far_whole", whole=f"{whole}", load=load, amount=f"{exercise.low}")
    return f"{words} {say('far_add')}"
