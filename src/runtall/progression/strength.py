"""One curve for estimate and prescription: what a set asks for, and what another load allows.

Reps follow Epley's line, so that the two directions never drift apart. For metres and seconds it
is load times amount.
"""

from __future__ import annotations

from runtall.derivation.available_loads import Level
from runtall.domain.epley import EPLEY
from runtall.domain.exercise import Exercise, Measure

# No set is shorter: nothing here is a test of strength.
FEWEST_REPS = 6
# Reps below the range that a new load may land on.
SLACK = 2
# Reps above the range where the next load is still too heavy.
OVERSHOOT = 3
LIGHT_OVERSHOOT = 5
# Up to this weight a step of dumbbells is large, and the overshoot too.
LIGHT_G = 16_000
# The smallest growth of a set; the largest is twice as much.
STEP = {Measure.REPS: 1, Measure.METRES: 5, Measure.SECONDS: 5}


def strength(exercise: Exercise, level: Level, amount: int, rir: int) -> int:
    """Return how much a set asks for, in units that compare sets of one exercise."""
    if exercise.measure is Measure.REPS:
        return level.force * (EPLEY + amount + rir)
    return level.force * amount


def predicted(exercise: Exercise, asked: int, level: Level, rir: int) -> int:
    """Return the amount at another load that asks for no more; metres and seconds by fives."""
    if exercise.measure is Measure.REPS:
        return asked // level.force - EPLEY - rir
    return asked // level.force // STEP[exercise.measure] * STEP[exercise.measure]


def fewest(exercise: Exercise) -> int:
    """Return the smallest amount of a set: the range's bottom, or two reps below after a step."""
    if exercise.measure is Measure.REPS:
        return max(FEWEST_REPS, exercise.low - SLACK)
    return exercise.low


def most(exercise: Exercise, level: Level) -> int:
    """Return the largest amount of a set: the range's top, or a few reps above with a weight."""
    if exercise.measure is not Measure.REPS or level.load_g is None:
        return exercise.high
    dumbbell = any(item.startswith("dumbbell") for need in exercise.needs for item in need)
    light = dumbbell and level.load_g <= LIGHT_G
    return exercise.high + (LIGHT_OVERSHOOT if light else OVERSHOOT)
