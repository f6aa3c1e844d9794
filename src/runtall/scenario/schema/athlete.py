"""The key ``athlete``."""

from typing import Annotated

from pydantic import Field, model_validator

from runtall.scenario.schema.base import Section, left_out
from runtall.scenario.values import (
    AnyExercise,
    Kilograms,
    LoadedExercise,
    Number,
    OneOf,
    Pounds,
    lacking,
)


class Load(Section):
    """What is lifted now in one exercise, per hand."""

    kg: Kilograms | None = Field(default=None, description="Weight in kilograms.")
    lb: Pounds | None = Field(default=None, description="Weight in pounds.")
    reps: Annotated[int, Number(1, 30, "reps")] | None = Field(
        default=None, description="Reps in a set; needed but for carries."
    )
    rir: Annotated[int, Number(0, 10, "reps")] = Field(
        default=2, description="Reps that were still in reserve."
    )

    @model_validator(mode="after")
    def _agrees(self) -> "Load":
        self.one_unit("kg", "lb")
        if self.kg is None and self.lb is None:
            raise lacking("has no weight; give kg or lb")
        return self


Answer = Annotated[int, Number(0, 3, "(never to always)")]


class Signs(Section):
    """How often each sign shows, 0 (never) to 3 (always)."""

    shoulders_creep_up: Answer = Field(
        default=0, description="Shoulders rise to the ears in long runs."
    )
    torso_twists: Answer = Field(default=0, description="The torso twists when tired.")
    hands_cross_midline: Answer = Field(
        default=0, description="Hands cross the middle of the body."
    )
    neck_tight: Answer = Field(default=0, description="The neck is tight after faster sessions.")
    fades_on_hills: Answer = Field(
        default=0, description="Fading on hills though the legs feel fine."
    )


class AthleteSection(Section):
    """Who trains."""

    experience: Annotated[str, OneOf(("new", "some", "trained"), "a level of experience")] = Field(
        default="new", description="Lifting so far: none, under six months, or more."
    )
    body_mass_kg: Annotated[float, Number(30, 250, "kg")] | None = Field(
        default=None, description="Body mass in kilograms, for first loads."
    )
    body_mass_lb: Annotated[float, Number(66, 550, "lb")] | None = Field(
        default=None, description="The same in pounds."
    )
    signs: Signs = left_out("Signs of a weak upper body.")
    posture_sags: bool = Field(
        default=True,
        description="Lifting makes the posture sag in a long run on the next day.",
    )
    overhead_irritates: bool = Field(
        default=False, description="Pressing overhead irritates the shoulders."
    )
    painful: list[AnyExercise] = Field(default=[], description="Exercises that hurt.")
    push_ups: Annotated[int, Number(0, 100, "push-ups")] | None = Field(
        default=None, description="Clean push-ups on the floor in one go."
    )
    loads: dict[LoadedExercise, Load] = Field(default={}, description="What is lifted now.")

    @model_validator(mode="after")
    def _agrees(self) -> "AthleteSection":
        self.one_unit("body_mass_kg", "body_mass_lb")
        return self
