"""The first load of an exercise: from what is lifted now, or a careful first guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.library import records
from runtall.progression.available_loads import CHOICE, Level, Loads, levels, nearest, weighted
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.path import State
from runtall.progression.strength import fewest, predicted, strength
from runtall.progression.texts import say

FLOOR = "on the floor"
# Per cent that rounding to the nearest weight may change without a word.
WORTH_A_WORD = 3
# A first load this much above the one worked out, per cent, is worth a warning.
TOO_HEAVY = 110


@dataclass(frozen=True, slots=True)
class Start:
    """Where an exercise begins: the loads to go by, the first of them, and what to say of it."""

    loads: Loads
    state: State
    note: str = ""


@cache
def shares() -> Mapping[str, Mapping[Experience, int]]:
    """Return first loads by exercise and experience, in thousandths of body mass, per hand."""
    rows = records("starting_loads.csv")
    return {row["exercise"]: {level: int(row[level]) for level in Experience} for row in rows}


def start_of(exercise: Exercise, loads: Loads, athlete: Athlete) -> Start:
    """Return where a runner begins with an exercise.

    Parameters
    ----------
    loads
        Loads that exist at the usual place.

    Returns
    -------
    Start
        The load nearest to the one worked out, at the bottom of the range. Body mass alone
        says little (sex is unknown here), so such loads lie at the careful end of the tables
        and are marked as a first guess. With neither body mass nor a known load the runner
        chooses.
    """
    if not weighted(loads):
        return _unweighted(exercise, loads, athlete)
    known = athlete.loads.get(exercise.key)
    if known is not None:
        return _weighted(exercise, loads, _from_known(exercise, known), say("load_known"))
    share = shares().get(exercise.key)
    if athlete.body_mass_g is None or share is None:
        return Start((CHOICE,), State(0, exercise.low), say("load_choice"))
    guess = athlete.body_mass_g * share[athlete.experience] // 1000
    return _weighted(exercise, loads, guess, say("load_guess"))


def _from_known(exercise: Exercise, known: KnownLoad) -> int:
    """Return grams for the bottom of the range at three in reserve, by the one curve."""
    if exercise.measure is not Measure.REPS:
        return known.load_g
    now = strength(exercise, Level(known.load_g), known.reps, known.rir)
    return now // strength(exercise, Level(1), exercise.low, CAREFUL_RIR)


def _weighted(exercise: Exercise, loads: Loads, wanted: int, words: str) -> Start:
    """Return the nearest weight that exists, and how far it is from the one worked out."""
    level = nearest(loads, wanted)
    amount = exercise.low
    off = round(100 * loads[level].force / wanted) - 100
    if 100 * loads[level].force >= TOO_HEAVY * wanted:
        asked = strength(exercise, Level(wanted), exercise.low, CAREFUL_RIR)
        lands = predicted(exercise, asked, loads[level], CAREFUL_RIR)
        amount = max(fewest(exercise), min(amount, lands))
        words = f"{words} {say('load_heavy')}"
    elif abs(off) >= WORTH_A_WORD:
        side = "above" if off > 0 else "below"
        words = f"{words} The nearest you have is {abs(off)} % {side} it."
    return Start(loads, State(level, amount), words)


def _unweighted(exercise: Exercise, loads: Loads, athlete: Athlete) -> Start:
    if len(loads) == 1:
        return Start(loads, State(0, exercise.low))
    if exercise.key == "push_up" and athlete.push_ups is not None:
        floor = next(level for level in loads if level.words == FLOOR)
        now = strength(exercise, floor, athlete.push_ups, 0)
        wanted = now // strength(exercise, Level(1), exercise.low, CAREFUL_RIR)
        # None at all says only that the floor is too hard.
        reached = [i for i, level in enumerate(loads) if level.force <= wanted and athlete.push_ups]
        return Start(loads, State(max(reached, default=0), exercise.low), say("load_known"))
    starts = [
        index
        for index, (_, experience) in enumerate(levels(exercise.levels))
        if athlete.experience.value in experience
    ]
    words = say("level_guess") if len(starts) == 1 and loads[starts[0]].words else ""
    return Start(loads, State(max(starts, default=0), exercise.low), words)
