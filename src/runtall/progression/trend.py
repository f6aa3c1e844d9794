"""The trend of strength without a test: estimated maxima of the four eligible lifts."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from runtall.progression.exposures import exposures
from runtall.progression.rep_max import rep_max

if TYPE_CHECKING:
    from runtall.domain.exercise import Exercise
    from runtall.domain.plan import Entry, Plan
    from runtall.domain.problem import Problem

CALIBRATION = 2
"""First exposures of a lift that say too little: its load is still a guess."""
WINDOW = 3
"""Estimates that are smoothed together; changes under five per cent are noise all the same."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The maximum that one entry lets expect.

    Parameters
    ----------
    day
        Index of the day.
    rep_max_g
        Grams per hand, from this entry alone.
    smoothed_g
        Median of this estimate and the two before it.
    """

    exercise: str
    day: int
    position: int
    rep_max_g: int
    smoothed_g: int


def estimate(exercise: Exercise, entry: Entry, formula: str = "epley") -> int | None:
    """Estimated maximum of an entry in grams; None where it isn't eligible."""
    if not exercise.estimates_max or None in {entry.load_g, entry.reps, entry.rir}:
        return None
    return rep_max(entry.load_g or 0, entry.reps or 0, entry.rir or 0, formula)


def trend(problem: Problem, plan: Plan, formula: str = "epley") -> tuple[Estimate, ...]:
    """Estimates of a plan's eligible lifts, by exercise and day."""
    result = []
    for key, found in exposures(problem, plan).items():
        values: list[int] = []
        for one in [one for one in found if one.counts][CALIBRATION:]:
            value = estimate(problem.exercises[key], one.entry, formula)
            if value is not None:
                values.append(value)
                smoothed = round(median(values[-WINDOW:]))
                place = one.entry.position
                result.append(Estimate(key, one.day.index, place, value, smoothed))
    return tuple(result)
