"""What an exercise is for, and the range that its sets stay in, in words and numbers of files."""

from __future__ import annotations

from runtall.domain.exercise import Area, Exercise, Measure

DIRECT = 2
AREA_WORDS = {
    Area.UPPER_BACK: "upper back",
    Area.SHOULDERS: "shoulders",
    Area.CHEST_TRICEPS: "chest and triceps",
    Area.ANTI_ROTATION: "core",
    Area.ANTI_EXTENSION: "core",
}


RANGE = {
    Measure.REPS: ("reps_low", "reps_high"),
    Measure.METRES: ("distance_low_m", "distance_high_m"),
    Measure.SECONDS: ("hold_low_s", "hold_high_s"),
}


def about(exercise: Exercise) -> dict[str, str | int]:
    """Return what the table says about an exercise by column, whatever is done of it."""
    low, high = RANGE[exercise.measure]
    return {"area": area_words(exercise), low: exercise.low, high: exercise.high}


def area_words(exercise: Exercise) -> str:
    """Return the areas that an exercise trains directly, else all of them: ``upper back``."""
    direct = [area for area, credit in exercise.areas.items() if credit == DIRECT]
    return " + ".join(dict.fromkeys(AREA_WORDS[area] for area in direct or exercise.areas))
