"""The single values of a scenario: what each may be, and what to say when it isn't.

pydantic validates and writes the JSON Schema; the words are ours.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Annotated, Any, TypeVar
from unicodedata import category

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    PlainSerializer,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from runtall.documents.values import BadValue, read_date, read_time, read_zone
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.library import exercises
from runtall.errors.words import choose, shown
from runtall.scenario.run_words import RUN_WORDS, RunWord, read_run_word
from runtall.scenario.title_patterns import read_pattern

# Unicode categories of controls, line and paragraph separators.
LINE_BREAKING = {"Cc", "Zl", "Zp"}
Value = TypeVar("Value")


def wrong(message: str, *at: str | int) -> PydanticCustomError:
    """Return a fault in the runner's words, ``at`` a place below the value that is checked."""
    return PydanticCustomError("fault", "{message}", {"message": message, "at": at})


def lacking(message: str, *at: str | int) -> PydanticCustomError:
    """Return a fault that lies in what isn't there."""
    return PydanticCustomError("lack", "{message}", {"message": message, "at": at})


class Worded(ABC):
    """A type of pydantic's whose errors are told in our words."""

    @abstractmethod
    def schema(self, source: Any) -> core_schema.CoreSchema:
        """Return what pydantic validates by."""

    @abstractmethod
    def say(self, value: Any, error: str) -> str:
        """Return the words for an error of pydantic's of this type."""

    def check(self, value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
        """Return what the value means; raise `wrong` otherwise."""
        try:
            return validate(value)
        except ValidationError as found:
            raise wrong(self.say(value, found.errors()[0]["type"])) from None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_wrap_validator_function(self.check, self.schema(source))


@dataclass(frozen=True)
class Number(Worded):
    """A number within limits, whole where it is an ``int``.

    Parameters
    ----------
    too_much
        What to say of the upper limit, where a reason helps.
    """

    low: float
    high: float
    unit: str = ""
    too_much: str = ""

    def schema(self, source: Any) -> core_schema.CoreSchema:
        """Return a strict number with limits; 30.0 is as whole as 30."""
        if source is float:
            return core_schema.float_schema(ge=self.low, le=self.high, strict=True)
        whole = core_schema.int_schema(ge=int(self.low), le=int(self.high), strict=True)
        return core_schema.no_info_before_validator_function(_whole, whole)

    def say(self, value: Any, error: str) -> str:
        """Say what is allowed."""
        allowed = f"allowed: {shown(self.low)} to {shown(self.high)} {self.unit}".rstrip()
        if error == "less_than_equal":
            limit = self.too_much or f"{shown(self.high)}; {allowed}"
            return f"{shown(value)} is more than {limit}"
        if error == "greater_than_equal":
            return f"{shown(value)} is less than {shown(self.low)}; {allowed}"
        what = "a number" if error.startswith("float") else "a whole number"
        return f"{shown(value)} is not {what}; {allowed}"


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


@dataclass(frozen=True, eq=False)
class OneOf(Worded):
    """One of some words.

    Parameters
    ----------
    meant
        Words that are one of them in disguise.
    other
        What else than a word is allowed in its place.
    why_not
        Why other words, that exist, are not allowed.
    hints
        What to write in place of words that people try.
    """

    words: tuple[str, ...]
    noun: str
    meant: Mapping[str, str] = field(default_factory=dict)
    other: str = ""
    why_not: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)

    def schema(self, source: Any) -> core_schema.CoreSchema:
        """Return the words."""
        return core_schema.literal_schema(list(self.words))

    def say(self, value: Any, error: str) -> str:
        """Say which words there are, and which was meant."""
        word = value if isinstance(value, str) else ""
        if hint := self.hints.get(word.lower()):
            return f"{shown(word)} {hint}"
        if word in self.why_not:
            return f"{shown(word)} {self.why_not[word]}; allowed: {', '.join(self.words)}"
        return (
            f"{shown(value)} is not {self.noun}{choose(word, self.words, self.meant, self.other)}"
        )


@dataclass(frozen=True)
class Text(Worded):
    """A line of text without blanks around it, perhaps of a certain shape."""

    longest: int = 200
    pattern: str | None = None
    example: str = ""

    def schema(self, source: Any) -> core_schema.CoreSchema:
        """Return a text with limits."""
        return core_schema.no_info_after_validator_function(
            _one_line,
            core_schema.str_schema(
                min_length=1,
                max_length=self.longest,
                pattern=self.pattern,
                strip_whitespace=True,
                strict=True,
            ),
        )

    def say(self, value: Any, error: str) -> str:
        """Say what a text may be."""
        if error == "string_type":
            return f"{shown(value)} is not text; put it in quotes"
        text = value.strip()
        if error == "value_error":
            return f"{shown(text)} is more than a line of text"
        if error == "string_pattern_mismatch":
            return f"{shown(text)} does not look like {self.example}"
        return f"1 to {self.longest} characters are allowed, and this has {len(text)}"


def _one_line(text: str) -> str:
    if any(category(char) in LINE_BREAKING for char in text):
        raise ValueError
    return text


def via(read: Callable[[Any], Value]) -> BeforeValidator:
    """Read a value by a function that says itself what is wrong with it."""

    def reading(value: Any) -> Value:
        try:
            return read(value)
        except BadValue as error:
            raise wrong(str(error)) from None

    return BeforeValidator(reading)


def read_day(value: object) -> date:
    """Read 2027-04-25; of a date that is written otherwise say how it is written here."""
    try:
        return read_date(value)
    except BadValue:
        from runtall.importers.tables.dates import written

        read = written(value) if isinstance(value, str) else None
        parts = read.orders.values() if read and read.at is None else ()
        meant = sorted({date(year, month, day) for year, month, day in parts if year})
        if not meant:
            raise
        text = f"{shown(value)}: here a date is written {' or '.join(map(str, meant))}"
        raise BadValue(text) from None


def read_start(value: object) -> date:
    """Read the day from which on something is planned."""
    if isinstance(value, str) and not any(char.isdigit() for char in value):
        raise BadValue(
            f"{shown(value)} is not a date; write one such as 2027-02-11, or leave the key out to"
            " plan from week 1 on"
        )
    return read_day(value)


def text_schema(**more: Any) -> WithJsonSchema:
    """Describe a text for the JSON Schema."""
    return WithJsonSchema({"type": "string", **more})


def read_week_key(value: object) -> int:
    """Read the number of a week as a key."""
    if isinstance(value, str) and re.fullmatch("[0-9]{1,2}", value):
        return int(value)
    raise BadValue(f"{shown(value)} is not the number of a week; allowed: 1 to 53")


WEIGHTED = frozenset({"dumbbell", "kettlebell", "cable", "pulldown", "barbell_landmine", "bag"})


def has_load(key: str) -> bool:
    """Return whether some way of doing the exercise has a weight to write down."""
    items = {item.removesuffix("_pair") for need in exercises()[key].needs for item in need}
    return bool(items & WEIGHTED)


SHOULDER = (
    "is no exercise; name the presses: {}. For pain overhead only, write"
    " athlete: {{overhead_irritates: true}}"
)


def _exercise_keys(fits: Callable[[str], bool] = lambda key: True, why_not: str = "") -> OneOf:
    names = {
        exercise.name.lower().replace(" ", "_").replace("-", "_"): key
        for key, exercise in exercises().items()
    }
    keys = tuple(key for key in exercises() if fits(key))
    others = {key: why_not for key in exercises() if key not in keys}
    presses = [key for key in keys if exercises()[key].pattern is Pattern.PUSH]
    hints = dict.fromkeys(("shoulder", "shoulders"), SHOULDER.format(", ".join(presses)))
    return OneOf(keys, "an exercise", names, why_not=others, hints=hints)


ISO = text_schema(format="date", pattern=r"^\d{4}-\d{2}-\d{2}$")
Day = Annotated[date, via(read_day), ISO]
Start = Annotated[date, via(read_start), ISO]
Clock = Annotated[
    time,
    via(read_time),
    PlainSerializer(lambda moment: f"{moment:%H:%M}"),
    text_schema(pattern="^([01]?[0-9]|2[0-3]):[0-5][0-9](:00)?$"),
]
Zone = Annotated[str, via(read_zone), text_schema(examples=["Europe/London", "America/New_York"])]
Weekday = Annotated[str, OneOf(WEEKDAYS, "a weekday")]
SessionWord = Annotated[str, OneOf(tuple(kind.value for kind in SessionKind), "a kind of session")]
TITLE = {"type": "string", "description": "a title that says one"}
KindWord = Annotated[
    RunWord,
    via(read_run_word),
    # Editors offer the kinds; a title that says one is good, too.
    WithJsonSchema({"anyOf": [{"type": "string", "enum": list(RUN_WORDS)}, TITLE]}),
]
TitlePattern = Annotated[str, via(read_pattern), text_schema(format="regex")]
WeekKey = Annotated[int, via(read_week_key), text_schema(pattern="^[0-9]{1,2}$")]
AnyExercise = Annotated[str, _exercise_keys()]
WorkingExercise = Annotated[
    str,
    _exercise_keys(lambda key: exercises()[key].working, "belongs to the warm-up and has no sets"),
]
LoadedExercise = Annotated[str, _exercise_keys(has_load, "is done without weights")]
Line = Annotated[str, Text()]
Link = Annotated[str, Text(2000, r"^https?://\S+$", "a link such as https://example.org")]
WeekNumber = Annotated[int, Number(1, 53, "weeks")]
SessionMinutes = Annotated[int, Number(1, 40, "minutes", "the 40 minutes a session may last")]
RunMinutes = Annotated[int, Number(1, 1440, "minutes")]
Kilometres = Annotated[float, Number(0.1, 250, "km")]
Miles = Annotated[float, Number(0.1, 150, "mi")]
Weight = Annotated[float, Number(0.1, 660)]
Kilograms = Annotated[float, Number(0.1, 300, "kg")]
Pounds = Annotated[float, Number(0.1, 660, "lb")]
