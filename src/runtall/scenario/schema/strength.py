"""The key ``strength``."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, Tag, model_validator

from runtall.domain.calendar import WEEKDAYS
from runtall.scenario.schema.base import ExerciseList, Section, key, left_out, shapes, word_list
from runtall.scenario.values import (
    SessionMinutes,
    SessionWord,
    Weekday,
    WeekNumber,
    WorkingExercise,
    lacking,
    whole,
    wrong,
)

OneOrTwo = Annotated[int, whole(1, 2, "sessions")]


class Sessions(Section):
    """Sessions a week by phase."""

    base: OneOrTwo = key("In base weeks.", 2)
    peak: Annotated[
        Annotated[OneOrTwo, Tag("number")]
        | Annotated[list[OneOrTwo], Field(min_length=2, max_length=2), Tag("list")],
        shapes("1, 2, or the fewest and the most, such as [1, 2]"),
    ] = key("In peak weeks: so many, or the fewest and the most.", [1, 2])
    taper: Annotated[int, whole(0, 1, "sessions")] = key("In taper weeks.", 1)

    @model_validator(mode="after")
    def _agrees(self) -> "Sessions":
        if isinstance(self.peak, list) and self.peak[0] > self.peak[1]:
            raise wrong("the fewest come first: [1, 2]", "peak")
        return self


def _as_entries(value: Any) -> Any:
    """Return one entry as a list, or what a mapping says of several: ``{D1: mon, thu: D2}``."""
    if not isinstance(value, dict):
        return value
    if value.keys() & {"session", "day", "week"}:
        return [value]
    if not all(isinstance(part, str) for part in (*value, *value.values())):
        return value
    pairs = ((b, a) if a in WEEKDAYS else (a, b) for a, b in value.items())
    return [{"session": session, "day": day} for session, day in pairs]


class FixEntry(Section):
    """A session on a fixed weekday, in one week or in all."""

    session: SessionWord = Field(description="Kind of session.")
    day: Weekday = Field(description="Weekday.")
    week: WeekNumber | None = key("Only in this week, from 1.")


class BanEntry(Section):
    """A weekday, a kind of session, a week, or a meeting of them that is ruled out."""

    day: Weekday | None = key("Weekday; left out: any.")
    session: SessionWord | None = key("Kind of session; left out: any.")
    week: WeekNumber | None = key("Week, from 1; left out: any.")

    @model_validator(mode="after")
    def _agrees(self) -> "BanEntry":
        if self.day is None and self.session is None and self.week is None:
            raise lacking("rules out nothing; give day, session or week")
        return self


class Exercises(Section):
    """Exercises to leave out or to favour."""

    avoid: ExerciseList = key("Never these.", [])
    prefer: Annotated[
        list[WorkingExercise],
        BeforeValidator(word_list, json_schema_input_type=WorkingExercise | list[WorkingExercise]),
    ] = key("These where they fit, best first.", [])


class Strength(Section):
    """What the strength sessions are to be."""

    sessions: Sessions = left_out("Sessions a week by phase.")
    minutes: SessionMinutes = key("Longest session.", 40)
    fix: Annotated[list[FixEntry], BeforeValidator(_as_entries)] = key(
        "Sessions locked to a weekday.", []
    )
    ban: Annotated[list[BanEntry], BeforeValidator(_as_entries)] = key(
        "Days and sessions ruled out.", []
    )
    exercises: Exercises = left_out("Exercises to leave out or favour.")
    mobility_per_week: Annotated[int, whole(0, 7, "a week")] = key(
        "Five-minute mobility add-ons a week.", 2
    )
