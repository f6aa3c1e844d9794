"""What becomes of a load that has been reached: in deload, peak, taper and on days away."""

from __future__ import annotations

from runtall.derivation.available_loads import (
    Level,
    at_most,
    difference,
    height_cm,
    levels,
    share_of,
    weighted,
)
from runtall.domain.exercise import LIGHT_KINDS, Exercise, Measure, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.exposures import Exposure
from runtall.progression.path import State
from runtall.progression.strength import LIGHT_OVERSHOOT, STEP, fewest, predicted, strength

# How hard push-ups on the floor are; with the feet up they are harder.
FLOOR = next(level.force for level, _ in levels("push_up") if height_cm(level) == 0)
# Heaviest loads of light sessions, per cent of the working load; and of all in the taper, where
# fewer sets and more in reserve make the last ones easier.
SHARE = {SessionKind.LIGHT: 80, SessionKind.VERY_LIGHT: 60}
TAPER_SHARE = 80
# Of a working weight, in thousandths: so little is no work.
HALF = 500
# Per cent of the reps, metres or seconds that an easier week in base has.
EASIER_SHARE = 80
# Longest carry of a very light session.
SHORT_CARRY_M = 20


def reduced_dose(
    exercise: Exercise, working: Level, amount: int, rir: int, now: Exposure, whole: Level
) -> State:
    """Return load and amount of an exposure that doesn't grow, from what was reached before.

    Parameters
    ----------
    working, amount, rir
        Load, amount and reps in reserve when it was last done at full, or after a gap.
    whole
        The load of before a gap: a light weight is a share of it, no share of a share.

    Returns
    -------
    State
        On that day's loads: the same load, the nearest lighter one, or the lightest there is.
        Light sessions have the bottom of the range, peak weeks its lower half, weeks after a gap
        its lower quarter, weeks elsewhere what was done, or the top at less load; from reps above
        the range peak weeks have all of it, weeks after a gap half. Deload weeks have four fifths
        of what was done, or the lower quarter of a lighter load, in the range. And never more than
        was done before, less what more reserve takes, though but in the peak no less than the
        bottom for it; a light session may have more reps at less load. Where that is under the
        range, or elsewhere under the fewest reps, it is one weight less; so it is in a deload in
        which as many sets as before have no rep to lose.
    """
    level = at_most(now.loads, working.force)
    if now.kind in LIGHT_KINDS and weighted(now.loads) == weighted((working,)):
        easiest = min(working, whole, key=lambda one: one.force)
        level = min(level, light_level(now, whole if weighted((working,)) else easiest))
    carried, here = amount, now.loads[level]
    # After a gap a weight that is hardly lighter than before it is no reason for more reps.
    slight = now.back is not None and here.force > share_of(whole.force, 10 * now.back.load)
    asked = strength(exercise, working, amount, rir)
    if difference(working, here) > 0:
        carried = min(amount, predicted(exercise, asked, here, now.rir))
    elif (now.kind in LIGHT_KINDS or now.elsewhere) and here.force < working.force and not slight:
        # Few reps at the working load are no reason for few at a lighter one.
        carried = max(amount, predicted(exercise, asked, here, now.rir))
        if now.kind in LIGHT_KINDS and not now.back:
            # As peak weeks have that load: fewer sets are easy enough.
            careful = predicted(exercise, asked, here, CAREFUL_RIR)
            carried = max(carried, min(careful, exercise.low))
    elif exercise.measure is Measure.REPS and here.force >= working.force:
        carried -= max(0, now.rir - rir)
        easy = now.kind in LIGHT_KINDS or now.day.phase is not Phase.PEAK
        easy = easy and not _goes_up(now, here, level)
        if not now.back and easy and not _goes_down(exercise, now, level):
            # Fewer sets are easy enough at the bottom of the range.
            carried = max(carried, min(amount, exercise.low))
    # Elsewhere a load just taken is kept with a rep or two under the range.
    least = fewest(exercise) if now.elsewhere else exercise.low
    under = exercise.measure is Measure.REPS and carried < least
    under |= amount <= exercise.low and _goes_down(exercise, now, level)
    # Heights and variants whose fewest reps are in the range stay.
    stays = here.load_g is None and fewest(exercise) >= exercise.low
    stays = stays and not _goes_down(exercise, now, level)
    stays = stays and not _goes_up(now, here, level)
    if under and level and not now.back and not stays:
        # The range comes before the load: one step less, or more where one is worth no rep. After a
        # gap reps are few on purpose.
        amounts = {i: predicted(exercise, asked, now.loads[i], now.rir) for i in range(level)}
        level = max((i for i in amounts if amounts[i] >= least), default=level - 1)
        carried = amounts[level]
    lighter = now.loads[level].force < working.force
    ceiling = max(fewest(exercise), min(carried, _ceiling(exercise, now, amount, lighter=lighter)))
    easier = now.day.phase is not Phase.BASE or now.usual or now.elsewhere or bool(now.back)
    easier |= ceiling < amount or now.loads[level] != working
    if not easier and ceiling - STEP[exercise.measure] >= exercise.low:
        ceiling -= STEP[exercise.measure]
    if now.kind is SessionKind.VERY_LIGHT and exercise.measure is Measure.METRES:
        ceiling = min(ceiling, SHORT_CARRY_M)
    return State(level, ceiling)


def _goes_up(now: Exposure, here: Level, level: int) -> bool:
    """Return whether the hands go up: beside a heavy session the same height can't leave more."""
    light = now.kind in LIGHT_KINDS and now.day.phase is not Phase.TAPER
    return light and level > 0 and height_cm(here) is not None


def _goes_down(exercise: Exercise, now: Exposure, level: int) -> bool:
    """Return whether a deload takes less load where it can't take reps: some session lost no set.

    All sessions of a week have the same load. Half of it is no work, and of core it is breath and
    posture that are kept in reserve.
    """
    if not now.cut or now.fewer_sets or not level or exercise.pattern is Pattern.CORE:
        return False
    return now.loads[level - 1].force > share_of(now.loads[level].force, HALF)


def light_level(now: Exposure, working: Level) -> int:
    """Return the index of the heaviest load of a light session.

    Never half a working weight or less, which is no work at all: where a coarse rack has none
    between, the next one. Before the taper only if that is lighter than the working one.
    """
    level = at_most(now.loads, most_force(working, share(now.kind, now.day.phase)))
    if working.load_g is None:
        return level
    enough = (i for i, other in enumerate(now.loads) if other.force > share_of(working.force, HALF))
    more = next(enough, level)
    lighter = now.loads[more].force < working.force
    return max(level, more) if lighter or now.day.phase is Phase.TAPER else level


def share(kind: SessionKind, phase: Phase) -> int:
    """Return the most that a light session has of a working load, in per cent."""
    return TAPER_SHARE if phase is Phase.TAPER else SHARE[kind]


def most_force(working: Level, percent: int) -> int:
    """Return the hardest load of a light session: a share of weight or band, feet on the floor.

    Hands stay as high as they are: the fewest reps are easy enough there.
    """
    if height_cm(working) is None:
        return share_of(working.force, 10 * percent)
    return min(working.force, FLOOR)


def _ceiling(exercise: Exercise, now: Exposure, amount: int, *, lighter: bool) -> int:
    width, step = exercise.high - exercise.low, STEP[exercise.measure]
    # Who has gone beyond the range does not come back to the middle of it for weeks.
    beyond = amount > exercise.high
    if now.kind in LIGHT_KINDS:
        return exercise.low
    if now.day.phase is Phase.BASE:
        if now.elsewhere and not now.back:
            # What goes beyond the range does so for the weight that is too heavy a step from it.
            return exercise.high + (0 if lighter else LIGHT_OVERSHOOT)
        if not (now.usual or now.back or lighter):
            less = -(-amount * EASIER_SHARE // (100 * step)) * step
            return min(exercise.high, max(exercise.low, less))
        return exercise.low + width // (2 if beyond else 4) // step * step
    return exercise.low + width // (1 if beyond else 2) // step * step
