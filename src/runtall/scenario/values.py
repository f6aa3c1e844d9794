"""The single values of a scenario: what each may be, and what to say when it isn't."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple
from unicodedata import category
from zoneinfo import ZoneInfo, available_timezones

from pydantic_core import PydanticCustomError, core_schema

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.run_plan import RunKind
from runtall.errors.words import choose, guess, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

YEARS = (1970, 2199)
LINE_BREAKING = {"Cc", "Zl", "Zp"}
"""Unicode categories of controls, line and paragraph separators."""
MOST_IN_PATTERN = 3
"""Repetitions in a regular expression: more can take forever."""


def wrong(message: str, *at: str | int) -> PydanticCustomError:
    """A fault in the runner's words, ``at`` a place below the value that is checked."""
    return PydanticCustomError("fault", "{message}", {"message": message, "at": at})


def lacking(message: str, *at: str | int) -> PydanticCustomError:
    """A fault that lies in what isn't there."""
    return PydanticCustomError("lack", "{message}", {"message": message, "at": at})


class Checked(ABC):
    """A value that checks itself and speaks our words when it is wrong."""

    @abstractmethod
    def check(self, value: Any) -> Any:
        """Return what the value means; raise `wrong` otherwise."""

    @abstractmethod
    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.json()


@dataclass(frozen=True)
class Number(Checked):
    """A number within limits.

    Parameters
    ----------
    too_much
        What to say of the upper limit, where a reason helps.
    """

    low: float
    high: float
    unit: str = ""
    whole: bool = False
    too_much: str = ""

    def check(self, value: Any) -> Any:
        """Return the number; 30.0 is as whole as 30."""
        if self.whole and isinstance(value, float) and value.is_integer():
            value = int(value)
        allowed = f"{shown(self.low)} to {shown(self.high)} {self.unit}".rstrip()
        if isinstance(value, bool) or not isinstance(value, int if self.whole else (int, float)):
            what = "a whole number" if self.whole else "a number"
            raise wrong(f"{shown(value)} is not {what}; allowed: {allowed}")
        if value > self.high:
            limit = self.too_much or f"{shown(self.high)}; allowed: {allowed}"
            raise wrong(f"{shown(value)} is more than {limit}")
        if not value >= self.low:
            raise wrong(f"{shown(value)} is less than {shown(self.low)}; allowed: {allowed}")
        return value

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        kind = "integer" if self.whole else "number"
        return {"type": kind, "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, eq=False)
class OneOf(Checked):
    """One of some words.

    Parameters
    ----------
    meant
        Words that are one of them in disguise.
    other
        What else than a word is allowed in its place.
    """

    words: tuple[str, ...]
    noun: str
    meant: Mapping[str, str] = field(default_factory=dict)
    other: str = ""

    def check(self, value: Any) -> str:
        """Return the word."""
        if isinstance(value, str) and value in self.words:
            return value
        word = value if isinstance(value, str) else ""
        raise wrong(
            f"{shown(value)} is not {self.noun}{choose(word, self.words, self.meant, self.other)}"
        )

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "enum": list(self.words)}


@dataclass(frozen=True)
class Text(Checked):
    """A line of text, perhaps of a certain shape."""

    longest: int = 200
    shape: str = ""
    example: str = ""

    def check(self, value: Any) -> str:
        """Return the text, without blanks around it."""
        if not isinstance(value, str):
            raise wrong(f"{shown(value)} is not text; put it in quotes")
        text = value.strip()
        if not text or len(text) > self.longest:
            raise wrong(f"1 to {self.longest} characters are allowed, and this has {len(text)}")
        if any(category(char) in LINE_BREAKING for char in text):
            raise wrong(f"{shown(text)} is more than a line of text")
        if self.shape and not re.fullmatch(self.shape, text):
            raise wrong(f"{shown(text)} does not look like {self.example}")
        return text

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return schema | ({"pattern": f"^{self.shape}$"} if self.shape else {})


class _IsoDate(Checked):
    """A date such as 2027-04-25."""

    def check(self, value: Any) -> date:
        """Return the date."""
        text = value if isinstance(value, str) else ""
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise wrong(f"{shown(value)} is not a date; write year-month-day, such as 2027-04-25")
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise wrong(f"{text} is not in the calendar; such a date does not exist") from None
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise wrong(f"{text} is out of reach; allowed: years {YEARS[0]} to {YEARS[1]}")
        return day

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


class _TimeOfDay(Checked):
    """A time such as 18:30."""

    SHAPE = r"([01]?[0-9]|2[0-3]):[0-5][0-9]"

    def check(self, value: Any) -> time:
        """Return the time."""
        if not isinstance(value, str) or not re.fullmatch(self.SHAPE, value):
            raise wrong(f'{shown(value)} is not a time of day; allowed: "00:00" to "23:59"')
        hours, minutes = value.split(":")
        return time(int(hours), int(minutes))

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "pattern": f"^{self.SHAPE}$"}


class _Zone(Checked):
    """The IANA name of a time zone."""

    def check(self, value: Any) -> str:
        """Return the name."""
        if isinstance(value, str):
            try:
                return ZoneInfo(value).key
            except (LookupError, ValueError, OSError):
                pass
        name = value if isinstance(value, str) else ""
        zones = sorted(available_timezones())
        cities = {zone.rpartition("/")[2].lower(): zone for zone in zones}
        best = guess(name, zones if "/" in name else (), cities)
        raise wrong(
            f"{shown(value)} is not a time zone; allowed: IANA names such as Europe/London"
            + (f'; did you mean "{best}"?' if best else "")
        )

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "examples": ["Europe/London", "America/New_York"]}


class RunWord(NamedTuple):
    """A kind of run, and whether it may be left out."""

    kind: RunKind
    optional: bool


ALWAYS = (RunKind.REST, RunKind.RACE)
"""Kinds that are never optional."""
OTHER_RUN_WORDS = {
    "off": "rest", "day_off": "rest", "rest_day": "rest", "none": "rest",
    "tempo": "workout", "intervals": "workout", "interval": "workout", "speed": "workout",
    "threshold": "workout", "hills": "workout", "fartlek": "workout", "track": "workout",
    "mlr": "medium_long", "medium": "medium_long", "long_run": "long", "lsd": "long",
    "run": "easy", "jog": "easy", "easy_run": "easy", "base": "easy", "aerobic": "easy",
    "shakeout": "recovery", "bike": "cross", "swim": "cross", "cross_training": "cross",
    "marathon": "race", "half_marathon": "tuneup", "parkrun": "tuneup", "tune_up": "tuneup",
}  # fmt: skip


class _RunKindWord(Checked):
    """A kind of run, with ``?`` where it may be left out."""

    def check(self, value: Any) -> RunWord:
        """Return the kind and whether it is optional."""
        kinds = [kind.value for kind in RunKind]
        if not isinstance(value, str):
            raise wrong(f"{shown(value)} is not a kind of run; allowed: {', '.join(kinds)}")
        word, mark, _ = value.partition("?")
        if word not in kinds or value not in {word, word + "?"}:
            raise wrong(
                f"{shown(value)} is not a kind of run"
                + choose(value.rstrip("?"), kinds, OTHER_RUN_WORDS)
            )
        if mark and word in ALWAYS:
            raise wrong(f"{shown(value)}: {word} is never optional; write {word}")
        return RunWord(RunKind(word), bool(mark))

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        optional = [f"{kind}?" for kind in RunKind if kind not in ALWAYS]
        return {"type": "string", "enum": [*RunKind, *optional]}


class _TitlePattern(Checked):
    """A regular expression for titles of runs."""

    def check(self, value: Any) -> str:
        """Return it, if it compiles and can't take forever."""
        text = value if isinstance(value, str) else ""
        bare = re.sub(r"\\.", "", text)
        if re.search(r"\)[*+{]", bare) or len(re.findall("[*+{]", bare)) > MOST_IN_PATTERN:
            raise wrong(
                f"{shown(value)} repeats too much; a title needs at most {MOST_IN_PATTERN} of"
                " * + { and none after a bracket"
            )
        try:
            compile_pattern(text)
        except (re.error, OverflowError, RecursionError) as error:
            raise wrong(f"{shown(value)} is not a regular expression: {error}") from None
        return text

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "format": "regex"}


def compile_pattern(text: str) -> re.Pattern[str]:
    """Compile a title pattern; case doesn't matter."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(text, re.IGNORECASE)


class _WeekKey(Checked):
    """The number of a week as a key."""

    def check(self, value: Any) -> int:
        """Return the number."""
        if not isinstance(value, str) or not re.fullmatch("[0-9]{1,2}", value):
            raise wrong(f"{shown(value)} is not the number of a week; allowed: 1 to 53")
        return int(value)

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "pattern": "^[0-9]{1,2}$"}


@dataclass(frozen=True)
class ExerciseKey(Checked):
    """The key of an exercise; ``fits`` says which, ``must`` what it has to be."""

    fits: Callable[[str], bool] = lambda key: True
    must: str = ""

    def check(self, value: Any) -> str:
        """Return the key."""
        if not isinstance(value, str) or value not in exercises():
            word = value if isinstance(value, str) else ""
            names = {
                exercise.name.lower().replace(" ", "_").replace("-", "_"): key
                for key, exercise in exercises().items()
            }
            raise wrong(f"{shown(value)} is not an exercise{choose(word, self.keys(), names)}")
        if not self.fits(value):
            raise wrong(f"{shown(value)} {self.must}; allowed: {', '.join(self.keys())}")
        return value

    def keys(self) -> list[str]:
        """Keys that are allowed."""
        return [key for key in exercises() if self.fits(key)]

    def json(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "enum": self.keys()}


WEIGHTED = frozenset({"dumbbell", "kettlebell", "cable", "pulldown", "barbell_landmine", "bag"})


def has_load(key: str) -> bool:
    """Whether some way of doing the exercise has a weight to write down."""
    items = {item.removesuffix("_pair") for need in exercises()[key].needs for item in need}
    return bool(items & WEIGHTED)


def _works(key: str) -> bool:
    return exercises()[key].working


Day = Annotated[date, _IsoDate()]
Clock = Annotated[time, _TimeOfDay()]
Zone = Annotated[str, _Zone()]
Weekday = Annotated[str, OneOf(WEEKDAYS, "a weekday")]
SessionKind = Annotated[str, OneOf(tuple(SessionKind), "a kind of session")]
KindWord = Annotated[RunWord, _RunKindWord()]
TitlePattern = Annotated[str, _TitlePattern()]
WeekKey = Annotated[int, _WeekKey()]
AnyExercise = Annotated[str, ExerciseKey()]
WorkingExercise = Annotated[str, ExerciseKey(_works, "belongs to the warm-up and has no sets")]
LoadedExercise = Annotated[str, ExerciseKey(has_load, "is done without weights")]
Line = Annotated[str, Text()]
Link = Annotated[str, Text(2000, r"https?://\S+", "a link such as https://example.org")]
WeekNumber = Annotated[int, Number(1, 53, "weeks", whole=True)]
SessionMinutes = Annotated[
    int, Number(10, 40, "minutes", whole=True, too_much="the 40 minutes a session may last")
]
RunMinutes = Annotated[int, Number(1, 1440, "minutes", whole=True)]
Kilometres = Annotated[float, Number(0.1, 250, "km")]
Miles = Annotated[float, Number(0.1, 150, "mi")]
Weight = Annotated[float, Number(0.1, 660)]
Kilograms = Annotated[float, Number(0.1, 300, "kg")]
Pounds = Annotated[float, Number(0.1, 660, "lb")]
