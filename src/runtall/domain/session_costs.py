"""What a session's parts take in time."""

from __future__ import annotations

from runtall.domain.exercise import Exercise

WARM_UP_S = 300
RAMP_UP_S = 60
SETUP_S = 40
# The guide's sessions take half an hour at least, and 40 minutes at most.
HALF_AN_HOUR_S, MOST_S = 1800, 2400


def set_cost_s(exercise: Exercise) -> int:
    """Return the seconds that one more set takes at the top of the range, its rest included."""
    return exercise.set_seconds(exercise.high) + exercise.rest_s


def easy_set_cost_s(exercise: Exercise) -> int:
    """Return the same at the bottom of the range, as in the taper."""
    return exercise.set_seconds(exercise.low) + exercise.rest_s


def exercise_cost_s(exercise: Exercise) -> int:
    """Return the seconds of an exercise beside its sets: set-up, less the rest nobody needs."""
    return SETUP_S - exercise.rest_s
