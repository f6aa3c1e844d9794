"""Plan files of calendar-hack: YAML or JSON, weeks of seven workouts, no dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from runtall.documents.source import Path, Source
from runtall.documents.yaml import read_yaml
from runtall.domain.calendar import MOST_WEEKS
from runtall.errors.words import counted, shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.tables.cells import read_text
from runtall.importers.weeks.layout import lay_out
from runtall.importers.weeks.weeks import Week
from runtall.importers.words.lengths import FURTHEST_M
from runtall.importers.words.units import METRES

FORM = "a plan file of calendar-hack"
# Characters; a plan has a hundred thousand at most.
LARGEST = 400_000
UNITS = ("mi", "km")
DAYS = 7
# A distance within a title: ``{5}``, ``{10:16}``, ``{8-9:13-14}``.
MARK = re.compile(
    r"\{(?P<low>\d{1,6}(?:\.\d+)?)(?:-(?P<high>\d{1,6}(?:\.\d+)?))?(?::[\d.]+(?:-[\d.]+)?)?\}"
)


def read_plan_file(text: str, context: Context) -> Entries:
    """Read ``units`` and ``schedule``; the race date says on which days they fall."""
    if len(text) > LARGEST:
        raise no_run_plan(f"more than {LARGEST} characters; a plan file has far fewer")
    source = read_yaml("", text, "units: mi, and schedule: a list of weeks")
    if "schedule" not in source.data:
        raise no_run_plan("there is no key schedule, a list of weeks")
    reading = _Reading(source)
    weeks = list(reading.weeks())
    reading.notes.end()
    entries = lay_out(weeks, None, context, reading.notes, usual_start=0)
    return Entries(tuple(entries), FORM, reading.notes.remarks())


@dataclass(slots=True)
class _Reading:
    """One file on its way in."""

    source: Source
    notes: Notes = field(default_factory=Notes)

    def weeks(self) -> Iterator[Week]:
        """Read every week."""
        unit = self.source.data.get("units")
        if unit not in UNITS:
            given = "units is missing" if unit is None else f"{shown(unit)} is no unit"
            self.fault(("units",), f"{given}; allowed: {', '.join(UNITS)}")
            unit = "mi"
        schedule = self.source.data["schedule"]
        weeks = schedule if isinstance(schedule, list) else []
        if not 0 < len(weeks) <= MOST_WEEKS:
            self.fault(
                ("schedule",),
                f"{counted(len(weeks), 'week')}; allowed: a list of 1 to {MOST_WEEKS}",
            )
        for week, content in enumerate(weeks[:MOST_WEEKS]):
            path: Path = ("schedule", week, "workouts")
            workouts = content.get("workouts") if isinstance(content, dict) else None
            days = workouts if isinstance(workouts, list) else []
            if len(days) != DAYS:
                self.fault(path, f"{counted(len(days), 'day')}; a week has {DAYS}")
            read = [
                self.day((*path, index), day if isinstance(day, dict) else {}, unit)
                for index, day in enumerate(days)
            ]
            line = read[0].line if read else 0
            yield Week(line, days={index: [day] for index, day in enumerate(read) if day.title})

    def day(self, path: Path, keys: dict[str, Any], units: str) -> Entry:
        """Read a day."""
        title = expand(_text(keys.get("title")), units)
        if not title.strip():
            self.fault((*path, "title"), "the title is missing")
        return Entry(
            date=NO_DATE,
            title=title,
            line=self.source.positions[path][0],
            text=expand(read_text(_text(keys.get("description"))), units),
            distance_m=self.distance((*path, "distance"), keys.get("distance"), units),
            unit=units,
        )

    def distance(self, path: Path, value: Any, units: str) -> int | None:
        """Read a number, or the far end of a range; 0 means that it isn't known."""
        if value is None:
            return None
        numbers = value if isinstance(value, list) else [value]
        possible = (type(number) in {int, float} and 0 <= number < 1e6 for number in numbers)
        if not 0 < len(numbers) <= 2 or not all(possible):
            self.fault(path, "no distance; allowed: a number or [from, to]")
            return None
        metres = round(max(numbers) * METRES[units])
        if metres > FURTHEST_M:
            self.fault(path, f"{max(numbers)} {units} are more than a day holds")
        return metres or None

    def fault(self, path: Path, message: str) -> None:
        """Note something wrong at a path, or where it should be."""
        missing = "" if path in self.source.positions else str(path[-1])
        found = self.source.fault(path, message, missing)
        self.notes.fault(found.line, found.column, found.key, found.message)


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def expand(text: str, units: str) -> str:
    """Write the distances of a title in the plan's own units.

    The first number is the plan's, the one behind the colon the same in the other unit; the
    plan's is kept, as the other is often rounded far away.
    """

    def words(match: re.Match[str]) -> str:
        high = f"-{match['high']}" if match["high"] else ""
        return f"{match['low'].removesuffix('.0')}{high} {units}"

    return MARK.sub(words, text)
