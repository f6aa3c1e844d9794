"""What an exercise is for, and the range that its sets stay in, in words and numbers of files."""

from __future__ import annotations

from dataclasses import dataclass

from runtall.domain.exercise import Area, Exercise, Measure

DIRECT = 2
AREA_WORDS = {
    Area.UPPER_BACK: "upper back",
    Area.SHOULDERS: "shoulders",
    Area.CHEST_TRICEPS: "chest and triceps",
    Area.ANTI_ROTATION: "core",
    Area.ANTI_EXTENSION: "core",
}


@dataclass(frozen=True, slots=True)
class About:
    """The area of an exercise, and its range in the one unit that it is counted in."""

    area: str
    reps_low: int | None = None
    reps_high: int | None = None
    distance_low_m: int | None = None
    distance_high_m: int | None = None
    hold_low_s: int | None = None
    hold_high_s: int | None = None


RANGE = {
    Measure.REPS: ("reps_low", "reps_high"),
    Measure.METRES: ("distance_low_m", "distance_high_m"),
    Measure.SECONDS: ("hold_low_s", "hold_high_s"),
}


def about(exercise: Exercise) -> About:
    """Return what the table says about an exercise, whatever is done of it."""
    both = zip(RANGE[exercise.measure], (exercise.low, exercise.high), strict=True)
    return About(area_words(exercise), **dict(both))


def area_words(exercise: Exercise) -> str:
    """Return the areas that an exercise trains directly, else all of them: ``upper back``."""
    direct = [area for area, credit in exercise.areas.items() if credit == DIRECT]
    return " + ".join(dict.fromkeys(AREA_WORDS[area] for area in direct or exercise.areas))
