"""The one-rep-max column's seam: the estimate itself is a matter of progression."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runtall.domain.exercise import Exercise
    from runtall.domain.plan import Entry

MOST_REPS = 12
MOST_RIR = 3


def estimate(exercise: Exercise, entry: Entry) -> int | None:
    """Epley's estimate of the heaviest single rep, w (1 + n / 30) with n = reps + reserve.

    Returns
    -------
    int or None
        Grams per hand; None where R74 allows no estimate: another exercise than the four lifts,
        no load, more than 12 reps with those in reserve, or more than 3 in reserve.
    """
    if not exercise.estimates_max or entry.load_g is None or entry.reps is None:
        return None
    if entry.rir is None or entry.rir > MOST_RIR or entry.reps + entry.rir > MOST_REPS:
        return None
    to_failure = entry.reps + entry.rir
    return entry.load_g if to_failure == 1 else round(entry.load_g * (30 + to_failure) / 30)
