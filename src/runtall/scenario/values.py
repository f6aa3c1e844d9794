"""The single values of a scenario: what each may be, and what to say when it isn't.

pydantic finds the values and writes the JSON Schema; the words are ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from types import MappingProxyType
from typing import Annotated, Any
from unicodedata import category

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer
from pydantic_core import PydanticCustomError, core_schema

from runtall.documents.values import BadValue, read_date, read_time, read_zone
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.library import exercises
from runtall.errors.words import choose, shown
from runtall.scenario.run_words import RUN_WORDS, RunWord, read_run_word
from runtall.scenario.title_patterns import read_pattern

# Unicode categories of controls, halves of characters, line and paragraph separators.
NO_LINE = {"Cc", "Cs", "Zl", "Zp"}
# A number with its unit: 70 kg, 30 min.
UNITED = re.compile(r"(\d+(?:\.\d+)?) *([a-z-]+)")


def wrong(message: str, *at: str | int) -> PydanticCustomError:
    """Return a fault in the runner's words, ``at`` a place below the value that is checked."""
    return PydanticCustomError("fault", "{message}", {"message": message, "at": at})


def lacking(message: str, *at: str | int) -> PydanticCustomError:
    """Return a fault that lies in what isn't there."""
    return PydanticCustomError("lack", "{message}", {"message": message, "at": at})


@dataclass(frozen=True, eq=False)
class Value:
    """How a value is read, and what the JSON Schema says of it.

    Parameters
    ----------
    read
        Returns what the value means; a `BadValue` says what is wrong with it.
    described
        Its JSON Schema.
    """

    read: Callable[[Any], Any]
    described: Mapping[str, Any]

    def check(self, value: Any) -> Any:
        """Return what the value means; raise `wrong` otherwise."""
        try:
            return self.read(value)
        except BadValue as error:
            raise wrong(str(error)) from None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.described)


def number(
    low: float, high: float, unit: str = "", too_much: str = "", *, whole: bool = False
) -> Value:
    """Return a number within limits.

    Parameters
    ----------
    too_much
        What to say of the upper limit, where a reason helps.
    whole
        30.0 is as whole as 30.
    """
    allowed = f"allowed: {shown(low)} to {shown(high)} {unit}".rstrip()
    wanted = "a whole number" if whole else "a number"

    def read(value: Any) -> float:
        noted = UNITED.fullmatch(value) if isinstance(value, str) else None
        if noted and unit.startswith(noted[2]):
            value = float(noted[1])
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or (whole and value % 1):
            raise BadValue(f"{shown(value)} is not {wanted}; {allowed}")
        if not value <= high:
            limit = too_much or f"{shown(high)}; {allowed}"
            raise BadValue(f"{shown(value)} is more than {limit}")
        if value < low:
            raise BadValue(f"{shown(value)} is less than {shown(low)}; {allowed}")
        return int(value) if whole else float(value)

    kind = "integer" if whole else "number"
    return Value(read, {"type": kind, "minimum": low, "maximum": high})


def whole(low: int, high: int, unit: str = "", too_much: str = "") -> Value:
    """Return a whole number within limits; see `number`."""
    return number(low, high, unit, too_much, whole=True)


def one_of(
    words: tuple[str, ...],
    noun: str,
    meant: Mapping[str, str] = MappingProxyType({}),
    other: str = "",
    instead: Mapping[str, str] = MappingProxyType({}),
) -> Value:
    """Return one of some words.

    Parameters
    ----------
    meant
        Words that are one of them in disguise.
    other
        What else than a word is allowed in its place.
    instead
        What to say of words that people try.
    """

    def read(value: Any) -> str:
        if isinstance(value, str) and value in words:
            return value
        word = value if isinstance(value, str) else ""
        if told := instead.get(word.lower()):
            raise BadValue(f"{shown(word)} {told}")
        raise BadValue(f"{shown(value)} is not {noun}{choose(word, words, meant, other)}")

    every = {"enum": list(words)} if len(words) > 1 else {"const": words[0]}
    return Value(read, {**every, "type": "string"})


def text(longest: int = 200, pattern: str = "", example: str = "") -> Value:
    """Return a line of text without blanks around it, perhaps of a certain shape."""

    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise BadValue(f"{shown(value)} is not text; put it in quotes")
        line = value.strip()
        if not 1 <= len(line) <= longest:
            allowed = f"1 to {longest} characters are allowed"
            raise BadValue(f"{allowed}, and this has {len(line)}")
        if not re.search(pattern, line):
            raise BadValue(f"{shown(line)} does not look like {example}")
        if any(category(char) in NO_LINE for char in line):
            raise BadValue(f"{shown(line)} is more than a line of text")
        return line

    shape = {"pattern": pattern} if pattern else {}
    return Value(read, {"type": "string", "minLength": 1, "maxLength": longest} | shape)


def read_day(value: object) -> date:
    """Read 2027-04-25; of a date that is written otherwise say how it is written here."""
    try:
        return read_date(value)
    except BadValue:
        from runtall.importers.days.dates import written

        read = written(value) if isinstance(value, str) else None
        parts = read.orders.values() if read and read.at is None else ()
        meant = sorted({date(year, month, day) for year, month, day in parts if year})
        if not meant:
            raise
        text = f"{shown(value)}: here a date is written {' or '.join(map(str, meant))}"
        raise BadValue(text) from None


def read_day_or_weekday(value: object) -> date | str:
    """Read a date, or the weekday that stands for all its dates."""
    if isinstance(value, str) and not any(char.isdigit() for char in value):
        if value in WEEKDAYS:
            return value
        raise BadValue(f"{shown(value)} is not a weekday{choose(value, WEEKDAYS, other='a date')}")
    return read_day(value)


def read_start(value: object) -> date:
    """Read the day from which on something is planned."""
    if isinstance(value, str) and not any(char.isdigit() for char in value):
        raise BadValue(
            f"{shown(value)} is not a date; write one such as 2027-02-11, or leave the key out to"
            " plan from week 1 on"
        )
    return read_day(value)


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


def _exercise_keys(fits: Callable[[str], bool] = lambda key: True, why_not: str = "") -> Value:
    names = {
        exercise.name.lower().replace(" ", "_").replace("-", "_"): key
        for key, exercise in exercises().items()
    }
    keys = tuple(key for key in exercises() if fits(key))
    presses = [key for key in keys if exercises()[key].pattern is Pattern.PUSH]
    others = dict.fromkeys(exercises(), f"{why_not}; allowed: {', '.join(keys)}")
    hints = dict.fromkeys(("shoulder", "shoulders"), SHOULDER.format(", ".join(presses)))
    return one_of(keys, "an exercise", names, instead=others | hints)


ISO = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
CLOCK = {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9](:00)?$"}
ZONE = {"type": "string", "examples": ["Europe/London", "America/New_York"]}
# Editors offer the kinds; a title that says one is good, too.
TITLE = {"type": "string", "description": "a title that says one"}
KIND = {"anyOf": [{"type": "string", "enum": list(RUN_WORDS)}, TITLE]}

DAY_OR_WEEKDAY = {"anyOf": [ISO, {"type": "string", "enum": list(WEEKDAYS)}]}

Day = Annotated[date, Value(read_day, ISO)]
DayOrWeekday = Annotated[date | str, Value(read_day_or_weekday, DAY_OR_WEEKDAY)]
Start = Annotated[date, Value(read_start, ISO)]
Clock = Annotated[time, Value(read_time, CLOCK), PlainSerializer(lambda moment: f"{moment:%H:%M}")]
Zone = Annotated[str, Value(read_zone, ZONE)]
Weekday = Annotated[str, one_of(WEEKDAYS, "a weekday")]
SESSIONS_MEANT = {"pull": "D1", "pull_day": "D1", "push": "D2", "push_day": "D2", "both": "merged"}
SessionWord = Annotated[str, one_of(tuple(SessionKind), "a kind of session", SESSIONS_MEANT)]
KindWord = Annotated[RunWord, Value(read_run_word, KIND)]
TitlePattern = Annotated[str, Value(read_pattern, {"type": "string", "format": "regex"})]
WeekKey = Annotated[int, Value(read_week_key, {"type": "string", "pattern": "^[0-9]{1,2}$"})]
AnyExercise = Annotated[str, _exercise_keys()]
WorkingExercise = Annotated[
    str,
    _exercise_keys(lambda key: exercises()[key].working, "belongs to the warm-up and has no sets"),
]
LoadedExercise = Annotated[str, _exercise_keys(has_load, "is done without weights")]
Line = Annotated[str, text()]
Link = Annotated[str, text(2000, r"^https?://\S+$", "a link such as https://example.org")]
WeekNumber = Annotated[int, whole(1, 53, "weeks")]
SessionMinutes = Annotated[int, whole(1, 40, "minutes", "the 40 minutes a session may last")]
RunMinutes = Annotated[int, whole(1, 1440, "minutes")]
Kilometres = Annotated[float, number(0.1, 250, "km")]
Miles = Annotated[float, number(0.1, 150, "mi")]
Weight = Annotated[float, number(0.1, 660)]
Kilograms = Annotated[float, number(0.1, 300, "kg")]
Pounds = Annotated[float, number(0.1, 660, "lb")]
