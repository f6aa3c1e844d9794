"""Weights that are too heavy for a first guess: what to ask the runner, and what to write then."""

from __future__ import annotations

from collections.abc import Mapping

from runtall.derivation.first_guess import FIRST_RIR
from runtall.domain.athlete import KnownLoad
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.library import exercises
from runtall.domain.units import distance_words, load_words
from runtall.progression.substitution import in_sentence


def first_set(exercise: Exercise, load_g: int) -> KnownLoad:
    """Return a weight as who can begin with it would tell it."""
    return KnownLoad(load_g, exercise.low if exercise.measure is Measure.REPS else 1, FIRST_RIR)


def question(weights: Mapping[str, int], units: str) -> str:
    """Return ``15 kg in the one-arm dumbbell row 8 times with 3 left``; grams by exercise."""
    return ", ".join(_can(exercises()[key], load_g, units) for key, load_g in weights.items())


def _can(exercise: Exercise, load_g: int, units: str) -> str:
    what = f"{load_words(load_g, units)} in the {in_sentence(exercise.name)}"
    if exercise.measure is Measure.REPS:
        return f"{what} {exercise.low} times with {FIRST_RIR} left"
    return f"{what} for {distance_words(exercise.low, units)}"


def to_write(weights: Mapping[str, int], units: str) -> str:
    """Return what a scenario says of who can do that: ``athlete: {loads: ...}``."""
    parts = []
    for key, load_g in weights.items():
        number, unit = load_words(load_g, units).split()
        told, reps = first_set(exercises()[key], load_g), ""
        if exercises()[key].measure is Measure.REPS:
            reps = f", reps: {told.reps}, rir: {told.rir}"
        parts.append(f"{key}: {{{unit}: {number}{reps}}}")
    return f"athlete: {{loads: {{{', '.join(parts)}}}}}"
