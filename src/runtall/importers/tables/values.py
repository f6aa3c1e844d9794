"""The row of a table as an entry: each cell by the name of its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from runtall.documents.values import BadValue
from runtall.domain.run_plan import ALWAYS
from runtall.errors.words import counted
from runtall.importers.base import NO_DATE, Entry, Notes
from runtall.importers.days.names import meaning
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import NO_RUNNING, classify
from runtall.importers.kinds.services import NO_TRAINING, TRAINING_TYPES
from runtall.importers.tables.cells import (
    KINDS,
    is_nothing,
    read_at,
    read_flag,
    read_kind,
    read_metres,
    read_minutes,
    read_text,
    read_title,
)
from runtall.importers.tables.header import Column
from runtall.importers.words.lengths import distance, minutes

# What is read of a cell, and how its reader is called where it can't be read.
READERS: Mapping[str, Callable[[str], Any]] = {
    "kind": read_kind,
    "title": read_title,
    "am": read_title,
    "pm": read_title,
    "type": str,
    "instead": read_title,
    "description": read_text,
    "at": read_at,
    "end_time": read_at,
    "optional": read_flag,
    "all_day": read_flag,
}
DIVIDER = re.compile(r"[-=*~_#>]{2,}")
SAYS_WHAT = {"kind", "type", "title", "description", "am", "pm"}


@dataclass(frozen=True, slots=True)
class Values:
    """Reads the rows of a table.

    Parameters
    ----------
    unit, time_unit
        What bare distances and durations count, where a header doesn't say it.
    strict
        The table is made for us: whatever can't be read is a fault, elsewhere it is left out.
    """

    grid: Grid
    columns: Sequence[Column]
    notes: Notes
    unit: str
    strict: bool
    time_unit: str = "min"

    def entries(self, row: Row, day: date | None, *, missing: bool = True) -> list[Entry]:
        """Return the entries of a row, for a day or for none; none if it is no training.

        Parameters
        ----------
        missing
            A date that isn't there is a fault.
        """
        values = self.values(row)
        kind, optional = values.get("kind") or ("", False)
        optional = optional or bool(values.get("optional"))
        says = "kind" if kind else values.get("type", "")
        kind = kind or TRAINING_TYPES.get(says.lower(), "")
        if self.strict:
            if day is None and missing and not self._filled(row, "date"):
                self._fault(row, self._column("date"), "the date is missing")
            if values.keys().isdisjoint(SAYS_WHAT):
                message = f"kind and title are missing; allowed kinds: {', '.join(KINDS)}"
                self._fault(row, self._column("kind"), message)
            for name in ("distance", "duration"):
                if len(given := self._filled(row, name)) > 1:
                    first = given[0].header.strip().lower()
                    message = f"given beside {first}; give one of the two"
                    self._fault(row, given[1], message, "beside")
            if optional and says == "kind" and kind in ALWAYS:
                self._fault(row, self._column("optional"), f"{kind} is never optional")
        if kind == NO_TRAINING or (day is None and missing):
            return []
        at, minutes = values.get("at"), values.get("duration")
        if values.get("all_day"):
            at = None
        elif at and values.get("end_time") and minutes is None:
            minutes = _between(at, values["end_time"])
        runs = says or values.get("distance") or minutes
        entry = Entry(
            date=day or NO_DATE,
            title=values.get("title") or ("" if runs else values.get("instead", "")),
            line=row.line,
            text=values.get("description", ""),
            kind=kind,
            says=says,
            distance_m=values.get("distance"),
            minutes=minutes,
            at=at,
            optional=optional,
            unit=self.unit,
        )
        halves = [values[half] for half in ("am", "pm") if values.get(half)]
        if halves and not entry.title:
            return self._of_halves(entry, halves)
        if entry.title or entry.text or entry.kind or entry.says:
            return [entry]
        title = self._length_words(row)
        return [replace(entry, title=title)] if title else []

    def _of_halves(self, entry: Entry, halves: Sequence[str]) -> list[Entry]:
        """Return the runs of morning and evening; the length of the day is that of both."""
        ran = [half for half in halves if classify(half).kind not in NO_RUNNING]
        far = _shares(entry.distance_m, [distance(half, self.unit) for half in ran])
        long = _shares(entry.minutes, [minutes(half) for half in ran])
        if any(sum(map(bool, shares)) > 1 for shares in (far, long)):
            told = "lengths of days with two runs are shared evenly between those"
            self.notes.warn(told, f"line {entry.line}")
        shared = {half: shares for half, *shares in zip(ran, far, long, strict=True)}
        return [
            replace(entry, title=half, distance_m=far, minutes=long)
            for half in halves
            for far, long in [shared.get(half, [None, None])]
        ]

    def _length_words(self, row: Row) -> str:
        """Return the length of a run that has no other words."""
        for column in self.columns:
            cell = row.cell(column.index)
            if column.name in {"distance", "duration"} and cell.strip("0.,: -"):
                unit = column.unit or (self.unit if column.name == "distance" else "min")
                return f"{cell} {unit}".strip() if cell[-1].isdigit() and ":" not in cell else cell
        return ""

    def values(self, row: Row) -> dict[str, Any]:
        """Read the cells that say something; None is what can't be read."""
        values: dict[str, Any] = {}
        for column in self.columns:
            text = row.cell(column.index)
            if not column.name or not text or (is_nothing(text) and column.name not in _MARKS):
                continue
            try:
                value = self._read(column, text)
            except BadValue as error:
                values.setdefault(column.name, None)
                if self.strict:
                    self._fault(row, column, str(error), "cell")
                else:
                    left = f"cells of {column.header} that can't be read are left out"
                    self.notes.warn(left, str(error))
                continue
            if column.name == "description" and values.get("description"):
                values["description"] += "\n" + value
            elif value is not None and values.get(column.name) is None:
                values[column.name] = value
        if self.strict and any(row.cells[len(self.columns) :]):
            message = f"{counted(len(row.cells), 'cell')}; the header has {len(self.columns)}"
            place = self.grid.column(row.line, len(self.columns))
            self.notes.fault(row.line, place, "", message, "cells")
        return values

    def _read(self, column: Column, text: str) -> Any:
        if column.name == "distance":
            unit = column.unit or self.unit
            if not unit and text[-1].isdigit():
                self.notes.warn(f"the numbers of {column.header} have no unit; call it km or mi")
            return read_metres(text, unit)
        if column.name == "duration":
            return read_minutes(text, column.unit or self.time_unit)
        reader = READERS.get(column.name)
        return reader(text) if reader else None

    def _filled(self, row: Row, name: str) -> list[Column]:
        return [one for one in self.columns if one.name == name and row.cell(one.index)]

    def _column(self, name: str) -> Column:
        """Return the column of a name; the first stands in for one that isn't there."""
        there = (one for one in self.columns if one.name == name)
        return replace(next(there, self.columns[0]), header=name)

    def _fault(self, row: Row, column: Column, message: str, kind: str = "") -> None:
        """Note what is wrong with a cell."""
        place = self.grid.column(row.line, column.index)
        name = column.header.strip().lower()
        self.notes.fault(row.line, place, name, message, kind or message)


# Columns in which a cross says yes.
_MARKS = {"optional", "all_day", "distance", "duration", "kind", "at"}


def _between(start: time, end: time) -> int | None:
    """Return the minutes from one time to another of the same day."""
    first, last = (datetime.combine(date.min, one) for one in (start, end))
    minutes = round((last - first).total_seconds() / 60)
    return minutes if minutes > 0 else None


def _shares(whole: int | None, told: Sequence[int | None]) -> list[int | None]:
    """Return what is left of a length for each run whose title doesn't tell its own."""
    left = (whole or 0) - sum(filter(None, told))
    unsaid = told.count(None)
    return [round(left / unsaid) if left > 0 and own is None else None for own in told]


def is_aside(row: Row) -> bool:
    """Return whether a row adds something up, or parts the others: ``--- review ---``."""
    if DIVIDER.match(row.only_cell):
        return True
    words = [cell for cell in row.cells if cell and not is_nothing(cell)]
    # "2 @ MP (5 total)" is a run.
    return any(meaning(word)[0] == "total" for word in words[:2] if not word[0].isdigit())


def goes_on(entry: Entry) -> bool:
    """Return whether an entry is more words for the one above it, and no run of its own."""
    return bool(entry.title) and not (entry.distance_m or entry.minutes or entry.says or entry.kind)


def with_words(entry: Entry, more: Entry) -> Entry:
    """Return an entry with the words of another behind its own."""
    title = ", ".join(filter(None, (entry.title, more.title)))
    far, long = entry.distance_m or more.distance_m, entry.minutes or more.minutes
    return replace(entry, title=title, distance_m=far, minutes=long)
