"""The key ``availability``."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, Tag, model_validator

from runtall.scenario.schema.base import Section, Weekdays, as_list, key, shapes
from runtall.scenario.schema.equipment import EquipmentSection
from runtall.scenario.values import Clock, Day, Line, SessionMinutes, Value, one_of, wrong


class DayAccess(Section):
    """When there is time on a weekday; every key may be left out."""

    minutes: SessionMinutes | None = key("Minutes there are.")
    opens: Clock | None = key("Not before this local time.", alias="from")
    closes: Clock | None = key("Done by this local time.", alias="to")

    @model_validator(mode="after")
    def _agrees(self) -> "DayAccess":
        if self.opens and self.closes and self.opens >= self.closes:
            raise wrong(f"{self.closes:%H:%M} is not after from, {self.opens:%H:%M}", "to")
        return self


# Minutes and times as people note them: "30 min", "18:30-20:00", "from 18:30", "6pm to 7pm".
MINUTES = r"(\d+) *(?:m|min|minutes)"
TIME = r"(\d+:\d\d(?: *[ap]m)?|\d+ *[ap]m)"
TIMES = rf"(?:(?:from|after) *)?{TIME}?(?: *(?:-|\u2013|to|until|before|by) *{TIME}?)?"
NOTE = {
    "type": "string",
    "pattern": rf"^({MINUTES}|(?=.*\d){TIMES})$",
    "examples": ["18:30-20:00"],
}


def _as_access(value: Any) -> Any:
    """Return what a note of minutes or times is as a mapping."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"minutes": value}
    note = value if isinstance(value, str) else ""
    if minutes := re.fullmatch(MINUTES, note):
        return {"minutes": int(minutes[1])}
    times = re.fullmatch(TIMES, note.lower())
    if not times or not any(times.groups()):
        return value
    return {"from": _clock(times[1]), "to": _clock(times[2])}


def _clock(note: str | None) -> str | None:
    """Return a time of day as 24 hours count it."""
    half = re.fullmatch(r"(1[0-2]|0?[1-9])(?::(\d\d))? *([ap])m", note or "")
    return f"{int(half[1]) % 12 + 12 * (half[3] == 'p')}:{half[2] or '00'}" if half else note


A_WINDOW = (
    'minutes such as 30, times such as "18:30-20:00", a mapping with any of minutes, from, to'
)
MEANT = {"yes": "on", "free": "on", "no": "off", "busy": "off", "rest": "off"}
DayWord = Annotated[str, one_of(("off", "on"), "a day's availability", MEANT, A_WINDOW)]
Note = Annotated[str, Value(str, NOTE)]
DayChoice = Annotated[
    Annotated[
        Annotated[DayWord, Tag("word")] | Annotated[DayAccess, Tag("mapping")],
        shapes(f"off, on, {A_WINDOW}"),
    ],
    BeforeValidator(_as_access, json_schema_input_type=DayWord | SessionMinutes | Note | DayAccess),
]


class DateRange(Section):
    """Some days, both ends included."""

    start: Day = Field(alias="from", description="First day.")
    end: Day = Field(alias="to", description="Last day.")

    @model_validator(mode="after")
    def _agrees(self) -> "DateRange":
        if self.start > self.end:
            raise wrong(f"{self.end} is before from, {self.start}", "to")
        return self


BETWEEN = r" +(?:to|until|-) +| *(?:\.\.|/) *"


def _as_range(value: Any) -> Any:
    """Return a date, or two with "to", a dash or dots between, as a mapping."""
    if isinstance(value, dict):
        return value
    ends = re.split(BETWEEN, value, maxsplit=1) if isinstance(value, str) else [value]
    return {"from": ends[0], "to": ends[-1]}


# What comes with a fever, in people's words, and whether there was one.
FEVER = ("fever", "flu", "influenza", "temperature", "feverish")
FEVER_C, FEVER_F = 38, 100.4
WHETHER = {"yes": True, "no": False, "none": False, "high": True}


def _as_illness(value: Any) -> Any:
    """Return days of illness as a mapping, with a fever that a word behind or a key names."""
    words = re.fullmatch(rf"(?i)(\d.*?)[ ,:(]*\b(?:with |a )*({'|'.join(FEVER)})\)?", str(value))
    if words and not isinstance(value, dict):
        return {**_as_range(words[1]), "fever": True}
    found = _as_range(value)
    said = [name for name in FEVER if name in found]
    if len(said) != 1:
        return found
    fever = found[said[0]]
    if isinstance(fever, str):
        fever = WHETHER.get(fever.lower(), fever)
    elif isinstance(fever, float | int) and not isinstance(fever, bool):
        fever = fever >= (FEVER_C if fever < FEVER_F / 2 else FEVER_F)
    return {**{name: one for name, one in found.items() if name != said[0]}, "fever": fever}


DayOrRange = Annotated[
    DateRange, BeforeValidator(_as_range, json_schema_input_type=Day | DateRange)
]


class Illness(DateRange):
    """Days of illness, both ends included."""

    fever: bool | None = key(
        "Whether there was a fever: the way back is longer. Left out: taken as none, and said so."
    )


class Away(DateRange):
    """Days away from the usual equipment."""

    equipment: EquipmentSection = Field(
        description="All there is on these days; what isn't named isn't there."
    )


class Availability(Weekdays[DayChoice]):
    """When and with what there is time to train; left out: always."""

    off: Annotated[
        list[DayOrRange],
        BeforeValidator(as_list, json_schema_input_type=DayOrRange | list[DayOrRange]),
    ] = key("Dates, or first and last ones, without training.", [])
    ill: Annotated[
        list[
            Annotated[Illness, BeforeValidator(_as_illness, json_schema_input_type=Day | Illness)]
        ],
        BeforeValidator(as_list, json_schema_input_type=Day | Illness | list[Day | Illness]),
    ] = key(
        "Days of fever or of illness below the neck: off, and so is the day after them (48 hours),"
        " five days with `fever: true`; then half a session first.",
        [],
    )
    away: Annotated[
        list[Away], BeforeValidator(as_list, json_schema_input_type=Away | list[Away])
    ] = key("Days with other equipment.", [])
    days: dict[Day, DayChoice] = key("Single dates, in place of their weekdays.", {})
    busy: Line | None = key(
        "A calendar (.ics) of other things to do, relative to the scenario: its events take their"
        " time."
    )
