"""A step to the next load: how it is earned, how large it may be, and where it lands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from runtall.derivation.available_loads import Level, height_cm, step_percent
from runtall.derivation.first_guess import most_carried
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import Exercise, Measure
from runtall.progression.effort import BASE_RIR
from runtall.progression.strength import fewest, predicted, strength

# A step of at most so many per cent is earned by one session at the top of the range.
SMALL_PERCENT = 10
# Reps under the top at which a new load lands at most, so that there is room to grow again.
UNDER_THE_TOP = 2
# Push-ups that earn lower hands where nobody knows by how much these are harder.
ENOUGH_PUSH_UPS = 12
# A carry gets at most so many per cent heavier, and a kettlebell so many grams.
CARRY_PERCENT = 25
BELL_STEP_G = 4_000
# A card asks a runner to try at most so many per cent more; on the hands of push-ups, too.
FAR_PERCENT = 25
ONCE, TWICE = 1, 2
# Growing weeks that have to follow a step before the peak, so that what it holds is known well.
WEEKS_AFTER = 2
# Feet higher than this are for lifters with some experience; and they leave the floor only after so
# many sets there, each at the top of the range.
HIGH_FEET_CM = 30
SETS_ON_FLOOR = 3


def enough(exercise: Exercise, before: Level, after: Level) -> int:
    """Return the amount of a set that earns a step of load.

    The top of the range; for hands that go lower as many push-ups as are worth the bottom of the
    range there, by the shares of body mass, or 12 where no share is known.
    """
    if not before.words.startswith("hands"):
        return exercise.high
    if after.lands is not None:
        return ENOUGH_PUSH_UPS
    least = strength(exercise, after, exercise.low, BASE_RIR)
    amounts = range(exercise.low, exercise.high)
    return next(
        (a for a in amounts if strength(exercise, before, a, BASE_RIR) >= least), exercise.high
    )


def same_kind(before: Level, after: Level) -> bool:
    """Return whether a step changes nothing but the load: a weight, or a band from farther away."""
    farther = bool(before.words) and after.words.startswith(before.words)
    return after.load_g is not None or farther


def times_at_top(exercise: Exercise, experience: Experience, before: Level, after: Level) -> int:
    """Return in how many sessions all sets have to be `enough` before a step.

    Twice for carries; once for a weight of at most ten per cent more, and for a band from farther
    away; for a larger weight, another band, height or variant twice for new lifters and once for
    others.
    """
    if exercise.measure is Measure.METRES:
        return TWICE
    weight = after.load_g is not None
    small = weight and step_percent(before, after) <= SMALL_PERCENT
    farther = not weight and same_kind(before, after)
    if small or farther:
        return ONCE
    return TWICE if experience is Experience.NEW else ONCE


def landing(
    exercise: Exercise, before: Level, amount: int, rir: int, after: Level, rir_after: int
) -> int:
    """Return the amount at the next load that asks for no more strength than the last dose.

    Reps by Epley's line, at most two under the top; metres so that load times metres doesn't
    rise. Bands, variants and holds, of which nobody knows by how much they are harder, begin at
    the bottom of the range.
    """
    if after.lands is not None:
        return max(exercise.low, after.lands)
    asked = strength(exercise, before, amount, rir)
    lands = predicted(exercise, asked, after, rir_after)
    if exercise.measure is Measure.REPS:
        return min(lands, exercise.high - UNDER_THE_TOP)
    return min(lands, exercise.high)


def bearable(exercise: Exercise, athlete: Athlete, after: Level) -> bool:
    """Return whether a runner may ever take a load, however strong.

    Carries grow up to a share of body mass. Feet go up for nobody whom pressing overhead irritates,
    and only 30 cm for new lifters.
    """
    if exercise.measure is Measure.METRES and after.load_g is not None:
        return after.load_g <= (most_carried(exercise, athlete) or after.load_g)
    if after.words.startswith("feet"):
        high = (height_cm(after) or 0) > HIGH_FEET_CM
        return not athlete.overhead_irritates and not (
            high and athlete.experience is Experience.NEW
        )
    return True


def too_large(exercise: Exercise, before: Level, after: Level) -> bool:
    """Return whether a carry would get heavier by more than a quarter; of kettlebells, by 4 kg."""
    if exercise.measure is not Measure.METRES or after.load_g is None:
        return False
    small_bell = before.bell and after.bell and after.force - before.force <= BELL_STEP_G
    return not small_bell and step_percent(before, after) > CARRY_PERCENT


def is_far(exercise: Exercise, athlete: Athlete, before: Level, after: Level) -> bool:
    """Return whether a load is none to ask a runner up to: too much, or too far from the last one.

    A weight is too far that is more than a quarter heavier: no reps of the range earn it.
    """
    if not bearable(exercise, athlete, after):
        return True
    if exercise.measure is Measure.METRES or after.load_g is None or before.load_g is None:
        return too_large(exercise, before, after)
    return step_percent(before, after) > FAR_PERCENT


def few_sets(before: Level, after: Level, sets: int) -> bool:
    """Return whether feet would go up after too few sets on the floor."""
    return height_cm(before) == 0 and after.words.startswith("feet") and sets < SETS_ON_FLOOR


@dataclass(frozen=True, slots=True)
class Chance:
    """A moment at which an exercise might take its next load.

    Parameters
    ----------
    before, amount, rir
        The last dose.
    at_top
        Sessions in which `enough` was done with that load.
    after, rir_after
        The next load, if there is one, and the reps in reserve it would leave.
    weeks_left
        Growing weeks after this one and before the peak in which it is done at full.
    growths
        Exposures among them in which it may grow.
    taken
        Whether another exercise of the session takes a step.
    sets
        Sets of the last dose.
    """

    before: Level
    amount: int
    rir: int
    at_top: int
    after: Level | None
    rir_after: int
    weeks_left: int
    growths: int
    taken: bool
    sets: int = SETS_ON_FLOOR


def climbs_back(exercise: Exercise, lands: int, chance: Chance) -> bool:
    """Return whether as many weeks of growth remain before the peak as reps miss in the range."""
    reps = exercise.measure is Measure.REPS
    return not reps or lands + chance.growths >= exercise.low


class Hindrance(StrEnum):
    """Why a step of load is not taken, the most lasting reason first."""

    NOTHING_MORE = "nothing_more"
    TOO_MUCH = "too_much"
    TOO_LARGE = "too_large"
    LATE = "late"
    FEW_SETS = "few_sets"
    UNEARNED = "unearned"
    TAKEN = "taken"


def hindrance(exercise: Exercise, athlete: Athlete, chance: Chance) -> Hindrance | None:
    """Return what forbids a step of load; None where it may be taken."""
    before, after = chance.before, chance.after
    if after is None:
        return Hindrance.NOTHING_MORE
    if not bearable(exercise, athlete, after):
        return Hindrance.TOO_MUCH
    lands = landing(exercise, before, chance.amount, chance.rir, after, chance.rir_after)
    if lands < fewest(exercise) or too_large(exercise, before, after):
        return Hindrance.TOO_LARGE
    late = chance.weeks_left < WEEKS_AFTER
    if late or not climbs_back(exercise, lands, chance):
        return Hindrance.LATE
    if few_sets(before, after, chance.sets):
        return Hindrance.FEW_SETS
    if chance.at_top < times_at_top(exercise, athlete.experience, before, after):
        return Hindrance.UNEARNED
    return Hindrance.TAKEN if chance.taken else None
