"""A step to the next load: how it is earned, how large it may be, and where it lands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from runtall.derivation.available_loads import Level, height_cm, step_percent
from runtall.derivation.first_guess import most_carried
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import Exercise, Measure
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.line import strongest
from runtall.progression.strength import SLACK, fewest, predicted, strength

# A step of at most so many per cent is earned by one session at the top of the range.
SMALL_PERCENT = 10
# Reps under the top at which a new load lands at most, so that there is room to grow again.
UNDER_THE_TOP = 2
# Reps above the top that show the strength for a heavier weight, whatever the line says.
SHOWN = 2
# A carry gets at most so many per cent heavier, and a kettlebell so many grams.
CARRY_PERCENT = 25
BELL_STEP_G = 4_000
ONCE, TWICE = 1, 2
# Growing weeks before the peak that have to follow a step, so that what it holds is known well.
WEEKS_AFTER = 2
# Feet higher than this are for lifters with some experience.
HIGH_FEET_CM = 30


def times_at_top(exercise: Exercise, experience: Experience, before: Level, after: Level) -> int:
    """Return in how many sessions all sets have to reach the top of the range before a step.

    Twice for carries; once for a weight of at most ten per cent more; for a larger one, another
    height, band or variant twice for new lifters and once for others.
    """
    if exercise.measure is Measure.METRES:
        return TWICE
    weight = after.load_g is not None
    if weight and step_percent(before, after) <= SMALL_PERCENT:
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
    unknown = [level.lands for level in (after, before) if level.lands is not None]
    if unknown:
        return max(exercise.low, unknown[0])
    asked = strength(exercise, before, amount, rir)
    lands = predicted(exercise, asked, after, rir_after)
    if exercise.measure is Measure.REPS:
        return min(lands, exercise.high - UNDER_THE_TOP)
    return min(lands, exercise.high)


def bearable(exercise: Exercise, athlete: Athlete, before: Level, after: Level) -> bool:
    """Return whether a runner may ever take this step, however strong.

    Carries grow by a quarter at most, kettlebells by 4 kg, and up to a share of body mass. Feet
    go up for nobody whom pressing overhead irritates, and only 30 cm for new lifters.
    """
    if exercise.measure is Measure.METRES and after.load_g is not None:
        most = most_carried(exercise, athlete)
        if most is not None and after.load_g > most:
            return False
        bells = any("kettlebell" in item for need in exercise.needs for item in need)
        small_bell = bells and after.force - before.force <= BELL_STEP_G
        return small_bell or step_percent(before, after) <= CARRY_PERCENT
    if after.words.startswith("feet"):
        high = (height_cm(after) or 0) > HIGH_FEET_CM
        return not athlete.overhead_irritates and not (
            high and athlete.experience is Experience.NEW
        )
    return True


def held_to_line(exercise: Exercise, after: Level) -> bool:
    """Return whether a step stays under the line of strength: that of a weight that is lifted."""
    return exercise.measure is Measure.REPS and after.load_g is not None


@dataclass(frozen=True, slots=True)
class Chance:
    """A moment at which an exercise might take its next load.

    Parameters
    ----------
    before, amount, rir
        The last dose.
    at_top
        Sessions in which that load was done at the top of the range.
    after, rir_after
        The next load, if there is one, and the reps in reserve it would leave.
    first
        Strength of the first dose.
    weeks
        Weeks with strength training since then.
    weeks_to_grow
        Growing weeks after this one and before the peak.
    growths
        Exposures among them in which it may grow.
    taken
        Whether another exercise of the session takes a step.
    """

    before: Level
    amount: int
    rir: int
    at_top: int
    after: Level | None
    rir_after: int
    first: int
    weeks: int
    weeks_to_grow: int
    growths: int
    taken: bool


def held_in_peak(exercise: Exercise, lands: int, chance: Chance) -> bool:
    """Return whether an amount climbs so far before the peak that the new load is kept there.

    Peak weeks have reps in the range, with more in reserve: as many fewer than base ended with.
    """
    if exercise.measure is not Measure.REPS:
        return True
    less = max(0, CAREFUL_RIR - chance.rir_after)
    return lands + chance.growths - less >= exercise.low


def allowed(exercise: Exercise, athlete: Athlete, chance: Chance) -> int:
    """Return the strength that the next load may ask for: that of the line, or what was shown.

    The line holds a step back until the last dose stands two reps above the range. What was done
    then is no more than the next weight asks for, so nothing is gained by waiting: reps would only
    go on through the same line.
    """
    line = strongest(chance.first, athlete.experience, chance.weeks)
    if chance.amount < exercise.high + SHOWN:
        return line
    return max(line, strength(exercise, chance.before, chance.amount, chance.rir))


def lands_under_line(exercise: Exercise, athlete: Athlete, chance: Chance) -> int:
    """Return the amount at the next load, which there is.

    That of `landing`, or so many reps fewer as keep a weight within what is `allowed`: down to the
    bottom of the range, and under it by two at most, be it of the range or of what is possible.
    """
    assert chance.after is not None
    before, after = chance.before, chance.after
    lands = landing(exercise, before, chance.amount, chance.rir, after, chance.rir_after)
    if not held_to_line(exercise, after):
        return lands
    under = predicted(exercise, allowed(exercise, athlete, chance), after, chance.rir_after)
    least = min(exercise.low, max(fewest(exercise), lands - SLACK))
    return min(lands, max(least, under))


class Hindrance(StrEnum):
    """Why a step of load is not taken, the most lasting reason first."""

    NOTHING_MORE = "nothing_more"
    TOO_MUCH = "too_much"
    TOO_LARGE = "too_large"
    LATE = "late"
    UNEARNED = "unearned"
    LINE = "line"
    TAKEN = "taken"


def hindrance(exercise: Exercise, athlete: Athlete, chance: Chance) -> Hindrance | None:
    """Return what forbids a step of load; None where it may be taken."""
    before, after = chance.before, chance.after
    if after is None:
        return Hindrance.NOTHING_MORE
    if not bearable(exercise, athlete, before, after):
        return Hindrance.TOO_MUCH
    lands = lands_under_line(exercise, athlete, chance)
    if lands < fewest(exercise):
        return Hindrance.TOO_LARGE
    if chance.weeks_to_grow < WEEKS_AFTER or not held_in_peak(exercise, lands, chance):
        return Hindrance.LATE
    if chance.at_top < times_at_top(exercise, athlete.experience, before, after):
        return Hindrance.UNEARNED
    asked = strength(exercise, after, lands, chance.rir_after)
    if held_to_line(exercise, after) and asked > allowed(exercise, athlete, chance):
        return Hindrance.LINE
    return Hindrance.TAKEN if chance.taken else None
