"""How long a session takes (2.3): one model of time for the rules and for the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runtall.domain.exercise import Exercise
    from runtall.domain.plan import Entry

WARM_UP_S = 300
RAMP_UP_S = 60
SETUP_S = 40


def set_cost_s(exercise: Exercise) -> int:
    """Seconds that one more set takes at the top of the range, its rest included."""
    return exercise.set_seconds(exercise.high) + exercise.rest_s


def exercise_cost_s(exercise: Exercise) -> int:
    """Seconds that an exercise takes beside its sets: set-up, less the rest nobody needs."""
    return SETUP_S - exercise.rest_s


def longest_s(entries: Iterable[Entry], library: Mapping[str, Exercise]) -> int:
    """Seconds of a session at the top of every range; what the cap is held against."""
    return (
        WARM_UP_S
        + RAMP_UP_S
        + sum(
            exercise_cost_s(library[entry.exercise])
            + entry.sets * set_cost_s(library[entry.exercise])
            for entry in entries
            if entry.sets
        )
    )


def planned_s(entries: Iterable[Entry], library: Mapping[str, Exercise]) -> int:
    """Seconds of a session with the reps, metres or seconds that it prescribes."""
    total = WARM_UP_S + RAMP_UP_S
    for entry in entries:
        exercise = library[entry.exercise]
        amount = entry.reps or entry.distance_m or entry.hold_s or exercise.low
        total += exercise_cost_s(exercise)
        total += entry.sets * (exercise.set_seconds(amount) + exercise.rest_s)
    return total


def minutes(seconds: int) -> int:
    """Whole minutes, rounded up: what a calendar is blocked for."""
    return -(-seconds // 60)
