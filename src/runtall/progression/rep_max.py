"""The one-rep maximum that a set lets expect, never tested by lifting it."""

from __future__ import annotations

from runtall.domain.epley import EPLEY
from runtall.domain.exercise import Exercise
from runtall.domain.plan import Entry

# Above this many reps to failure, done or left, published formulas drift apart.
MOST_REPS = 12
# With more in reserve than this, nobody knows how many are left.
MOST_RIR = 3


def rep_max(load_g: int, reps: int, rir: int) -> int | None:
    """Estimate the one-rep maximum by Epley's line.

    Parameters
    ----------
    load_g
        Weight in grams.
    reps, rir
        Reps of the set, and reps that were left.

    Returns
    -------
    int or None
        Grams; None where the set is too long or too easy to tell: more than 12 reps to
        failure, or more than 3 in reserve.
    """
    to_failure = reps + rir
    if reps < 1 or to_failure > MOST_REPS or rir > MOST_RIR:
        return None
    return load_g if to_failure == 1 else round(load_g * (1 + to_failure / EPLEY))


def estimate(exercise: Exercise, entry: Entry) -> int | None:
    """Return the maximum that an entry lets expect, in grams; None where it isn't eligible."""
    if not exercise.estimates_max or None in {entry.load_g, entry.reps, entry.rir}:
        return None
    return rep_max(entry.load_g or 0, entry.reps or 0, entry.rir or 0)
