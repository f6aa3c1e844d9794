"""The first load of an exercise: from what is lifted now, or a careful first guess."""

from __future__ import annotations

import math
from dataclasses import dataclass

from runtall.derivation.available_loads import (
    CHOICE,
    Loads,
    at_most,
    height_cm,
    levels,
    nearest,
    weighted,
)
from runtall.derivation.first_guess import guess, guessed_share, known, most_at_first
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import Exercise
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.path import State
from runtall.progression.strength import predicted, strength
from runtall.progression.texts import say

# What the guide has light: it begins with the level of who has lifted less.
LIGHT = frozenset({"face_pull"})
LESS = {Experience.TRAINED: Experience.SOME}
# Levels whose force is a share of body mass that is left to pull, in per cent.
ASSISTANCE = "assistance"
# Per cent that rounding to the nearest weight may change without a word.
WORTH_A_WORD = 10
# Height for the hands in push-ups, in cm: where nothing is known, and by the most in one go on
# the floor. On the floor a first set has six tenths of that.
FIRST_HEIGHT = {Experience.NEW: 45, Experience.SOME: 30, Experience.TRAINED: 0}
HEIGHT_FOR = ((0, 75), (3, 60), (6, 45), (9, 30), (math.inf, 0))
PUSH_UP_SHARE = 60
MOST_FIRST_PUSH_UPS = 12


@dataclass(frozen=True, slots=True)
class Start:
    """Where an exercise begins: the loads to go by, the first of them, and what to say of it."""

    loads: Loads
    state: State
    note: str = ""


def start_of(exercise: Exercise, loads: Loads, athlete: Athlete) -> Start:
    """Return where a runner begins with an exercise.

    Parameters
    ----------
    loads
        Loads that exist at the usual place.

    Returns
    -------
    Start
        At the bottom of the range the heaviest load that asks for no more than the one told, or
        the load nearest to the one guessed. Body mass alone
        says little, so such loads lie at the careful end of the tables and are marked as a
        first guess. With neither body mass nor a known load the runner chooses.
    """
    if not weighted(loads):
        return _unweighted(exercise, loads, athlete)
    wanted = known(exercise, athlete)
    if wanted is not None:
        level = at_most(loads, wanted)
        return _weighted(exercise, athlete, loads, wanted, level, say("load_known"))
    guessed = guess(exercise, athlete)
    if guessed is None:
        return Start((CHOICE,), State(0, exercise.low), say("load_choice"))
    heaviest = at_most(loads, most_at_first(exercise, athlete) or guessed)
    level = nearest(loads[: heaviest + 1], guessed)
    return _weighted(exercise, athlete, loads, guessed, level, say("load_guess"))


def _weighted(
    exercise: Exercise, athlete: Athlete, loads: Loads, wanted: int, level: int, words: str
) -> Start:
    """Return a weight, and how far it is from the one worked out."""
    off = round(100 * loads[level].force / wanted) - 100
    if abs(off) >= WORTH_A_WORD:
        if level < nearest(loads, wanted):
            words += " It is on the light side: your next weight up is too heavy for a guess."
        else:
            side = "heavier" if off > 0 else "lighter"
            than = "what you told" if exercise.key in athlete.loads else "the guess"
            words += f" Your nearest weight is {abs(off)} % {side} than {than}."
    return Start(loads, State(level, exercise.low), words)


def _unweighted(exercise: Exercise, loads: Loads, athlete: Athlete) -> Start:
    if len(loads) == 1:
        return Start(loads, State(0, exercise.low))
    if exercise.key == "push_up":
        return _push_ups(exercise, loads, athlete)
    share = guessed_share(exercise, athlete)
    if exercise.levels == ASSISTANCE and share is not None:
        return Start(loads, State(at_most(loads, share // 10), exercise.low), say("level_guess"))
    lifted = athlete.experience
    if exercise.key in LIGHT:
        lifted = LESS.get(lifted, Experience.NEW)
    starts = [
        loads.index(level)
        for level, experience in levels(exercise.levels)
        if lifted.value in experience and level in loads
    ]
    words = say("level_guess") if len(starts) == 1 and loads[starts[0]].words else ""
    return Start(loads, State(max(starts, default=0), exercise.low), words)


def _push_ups(exercise: Exercise, loads: Loads, athlete: Athlete) -> Start:
    """Return where push-ups begin: the height for what is done on the floor, or the next easier."""
    in_one_go = athlete.push_ups
    if in_one_go is None:
        wanted, reps, words = FIRST_HEIGHT[athlete.experience], exercise.low, say("level_guess")
    else:
        wanted = next(cm for most, cm in HEIGHT_FOR if in_one_go <= most)
        reps = min(MOST_FIRST_PUSH_UPS, in_one_go * PUSH_UP_SHARE // 100)
        words = say("load_known")
    hands = {height_cm(level) or 0: i for i, level in enumerate(loads) if "feet" not in level.words}
    height = min((cm for cm in hands if cm >= wanted), default=max(hands))
    level = loads[hands[height]]
    amount = reps if wanted == 0 and in_one_go is not None else exercise.low
    if height != wanted and level.lands is None:
        # No such height: as many on the next easier one as ask for the same.
        every = (level for level, _ in levels(exercise.levels) if "feet" not in level.words)
        missing = next(level for level in every if height_cm(level) == wanted)
        asked = strength(exercise, missing, amount, CAREFUL_RIR)
        amount = min(MOST_FIRST_PUSH_UPS, predicted(exercise, asked, level, CAREFUL_RIR))
    amount = max(exercise.low, level.lands or 0, amount)
    return Start(loads, State(hands[height], amount), words)
