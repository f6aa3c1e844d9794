"""The key ``runs``."""

from contextlib import suppress
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from runtall.documents.values import BadValue
from runtall.domain.choices import DATE_ORDERS, FORMATS, OWN_STRENGTH
from runtall.domain.run_plan import ALWAYS, RunKind
from runtall.scenario.run_words import NO_RUNS, RUN_WORDS, read_run_word, read_title_word
from runtall.scenario.schema.base import Section, Weekdays, as_list, key
from runtall.scenario.title_patterns import are_too_large
from runtall.scenario.values import (
    Clock,
    Day,
    DayOrWeekday,
    Kilometres,
    KindWord,
    Line,
    Miles,
    RunMinutes,
    TitlePattern,
    Value,
    WeekKey,
    lacking,
    one_of,
    wrong,
)

# Runs on one day.
MOST_RUNS = 3


class RunEntry(Section):
    """One run of a day."""

    kind: KindWord = Field(description="Kind of run; a ? behind it: it may be left out.")
    title: Line | None = key("The run plan's own words.")
    km: Kilometres | None = key("Planned distance in kilometres.")
    mi: Miles | None = key("Planned distance in miles.")
    minutes: RunMinutes | None = key("Planned minutes.", alias="min")
    at: Clock | None = key('Start, local time, such as "06:30".')
    optional: bool = key("The run may be left out, like a ? behind the kind.", False)

    @model_validator(mode="after")
    def _agrees(self) -> "RunEntry":
        if self.optional and self.kind.kind in ALWAYS:
            raise wrong(f"{self.kind.kind.value} is never optional", "optional")
        if self.kind.kind is RunKind.REST:
            for key, value in (("km", self.km), ("mi", self.mi), ("min", self.minutes)):
                if value is not None:
                    raise wrong("a rest day has no length", key)
        return self


RunShape = KindWord | RunEntry | list[KindWord | RunEntry]


def _as_runs(value: Any) -> Any:
    entries = [run if isinstance(run, dict) else _titled(run) for run in as_list(value)]
    if len(entries) > MOST_RUNS:
        raise wrong(f"{len(entries)} runs on one day are more than {MOST_RUNS}")
    rests = [index for index, entry in enumerate(entries) if _is_rest(entry.get("kind"))]
    if len(entries) > 1 and rests:
        raise wrong("a day with a run is no rest day", rests[0])
    return entries


def _titled(run: Any) -> dict[str, Any]:
    """Return the entry of a single word: a kind, or a title that says kind and length."""
    if not isinstance(run, str) or run.lower() in RUN_WORDS or _is_rest(run):
        return {"kind": run}
    from runtall.importers.words.lengths import distance, minutes  # only where it is needed

    metres = distance(run)
    lengths = {"km": metres and metres / 1000, "min": minutes(run)}
    return {"kind": run, "title": run} | {key: value for key, value in lengths.items() if value}


def _is_rest(kind: Any) -> bool:
    with suppress(BadValue):
        return read_run_word(kind).kind is RunKind.REST
    return False


KIND = {"type": "string", "enum": [*RUN_WORDS, *NO_RUNS]}
Kind = Annotated[tuple[str, bool], Value(read_title_word, KIND)]
OwnTitles = Annotated[
    list[Line], BeforeValidator(as_list, json_schema_input_type=Line | list[Line])
]
DayRuns = Annotated[list[RunEntry], BeforeValidator(_as_runs, json_schema_input_type=RunShape)]


class WeekTemplate(Weekdays[DayRuns]):
    """What is run on each weekday: a kind, a mapping, or a list of them for two runs a day."""


class Runs(Section):
    """The run plan: never changed by the solver. Days that nothing speaks of are rest."""

    week: WeekTemplate | None = key("The usual week; no key: rest.")
    weeks: dict[WeekKey, WeekTemplate] = key(
        "Other weekdays in single weeks, by number from 1.", {}
    )
    days: dict[Day, DayRuns] = key("Other runs on one date.", {})
    file: Line | None = key(
        "A run plan file instead of week, relative to the scenario: a calendar (.ics),"
        " a table (.csv, .xlsx, .ods), or a plan file of calendar-hack (.yaml, .json)."
    )
    format: Annotated[str, one_of(FORMATS, "a format of run plan files")] | None = key(
        "What the file is; left out or auto: what it looks like."
    )
    date_order: Annotated[str, one_of(DATE_ORDERS, "an order of day, month and year")] | None = key(
        "The order of day, month and year in the file's dates, where it can't tell it itself."
    )
    kinds: dict[TitlePattern, Kind] = key(
        "Regular expressions for titles of the file, and what they are: a kind of run, strength,"
        " or ignore for what is no training.",
        {},
    )

    own: dict[DayOrWeekday, OwnTitles] = key(
        "Strength sessions of your own by weekday or date, beside those of the file: a title, or a"
        " list. A date stands in place of its weekday; [] is none.",
        {},
    )
    own_strength: Annotated[str, one_of(OWN_STRENGTH, "a reading of own strength sessions")] = key(
        "What your own strength sessions are: auto, told by their titles; upper, like ours; legs,"
        " nothing that ours need to know; ignore, as if they weren't there.",
        "auto",
    )

    @model_validator(mode="after")
    def _agrees(self) -> "Runs":
        if self.week is not None and self.file is not None:
            raise wrong("given beside week; the usual week comes from one of the two", "file")
        if self.kinds and self.file is None:
            raise lacking("corrects titles of a run plan file, and there is no runs.file", "kinds")
        if are_too_large(self.kinds):
            raise wrong("so many and such large patterns would take too long", "kinds")
        if self.format and self.file is None:
            raise lacking("says what a run plan file is, and there is no runs.file", "format")
        if self.date_order and self.file is None:
            raise lacking("says how a file writes dates, and there is no runs.file", "date_order")
        if not (self.week or self.weeks or self.days or self.file):
            raise lacking("says nothing; give week, weeks, days or file")
        return self
