"""The key ``athlete``."""

from typing import Annotated

from pydantic import model_validator

from runtall.scenario.schema.base import ExerciseList, Section, key, left_out
from runtall.scenario.values import (
    Kilograms,
    LoadedExercise,
    Pounds,
    lacking,
    number,
    one_of,
    whole,
)


class Load(Section):
    """What is lifted now in one exercise, per hand."""

    kg: Kilograms | None = key("Weight in kilograms.")
    lb: Pounds | None = key("Weight in pounds.")
    reps: Annotated[int, whole(1, 30, "reps")] | None = key(
        "Reps in a set; needed but for carries."
    )
    rir: Annotated[int, whole(0, 10, "reps")] = key("Reps that were still in reserve.", 2)

    @model_validator(mode="after")
    def _agrees(self) -> "Load":
        if self.kg is None and self.lb is None:
            raise lacking("has no weight; give kg or lb")
        return self


Answer = Annotated[int, whole(0, 3, "(never to always)")]


class Signs(Section):
    """How often each sign shows, 0 (never) to 3 (always)."""

    shoulders_creep_up: Answer = key("Shoulders rise to the ears in long runs.", 0)
    torso_twists: Answer = key("The torso twists when tired.", 0)
    hands_cross_midline: Answer = key("Hands cross the middle of the body.", 0)
    neck_tight: Answer = key("The neck is tight after faster sessions.", 0)
    fades_on_hills: Answer = key("Fading on hills though the legs feel fine.", 0)


LEVELS = ("new", "some", "trained")
LEVELS_MEANT = dict.fromkeys(("none", "never", "no", "beginner", "novice"), "new") | {
    "little": "some", "intermediate": "some", "advanced": "trained", "experienced": "trained"
}  # fmt: skip
SEX_MEANT = {"female": "f", "woman": "f", "w": "f", "male": "m", "man": "m"}


class AthleteSection(Section):
    """Who trains."""

    experience: Annotated[str, one_of(LEVELS, "a level of experience", LEVELS_MEANT)] = key(
        "Lifting so far: none, under six months, or more.", "new"
    )
    body_mass_kg: Annotated[float, number(30, 250, "kg")] | None = key(
        "Body mass in kilograms, for first loads."
    )
    body_mass_lb: Annotated[float, number(66, 550, "lb")] | None = key("The same in pounds.")
    signs: Signs = left_out("Signs of a weak upper body.")
    posture_sags: bool = key("Lifting makes the posture sag in a long run on the next day.", True)
    overhead_irritates: bool = key("Pressing overhead irritates the shoulders.", False)
    painful: ExerciseList = key("Exercises that hurt.", [])
    push_ups: Annotated[int, whole(0, 100, "push-ups")] | None = key(
        "Clean push-ups on the floor in one go: where push-ups begin; no weight follows."
    )
    loads: dict[LoadedExercise, Load] = key("What is lifted now.", {})
    sex: Annotated[str, one_of(("f", "m"), "a sex", SEX_MEANT)] | None = key(
        "For first loads; left out: the most careful guess."
    )
    age: Annotated[int, whole(14, 100, "years")] | None = key(
        "Years; from 60 on first loads are the most careful ones."
    )
