"""The long table: one row for each run, with its date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any

from runtall.documents.values import BadValue, read_date, read_time
from runtall.domain.library import records
from runtall.domain.run_plan import ALWAYS
from runtall.errors.words import printable
from runtall.importers.base import Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.cells import (
    KINDS,
    read_flag,
    read_hours,
    read_kind,
    read_metres,
    read_minutes,
    read_text,
    read_title,
)
from runtall.importers.csv_table import Table
from runtall.importers.services import NO_TRAINING, TRAINING_TYPES

# Columns of a table made for runtall, as it writes them.
COLUMNS = ("date", "kind", "title", "km", "mi", "min", "at", "optional")
# What other tables call the same columns.
OTHER_NAMES = {row["name"]: row["column"] for row in records("column_names.csv")}
LENGTHS = ("km", "mi", "m")
NUMBERS = {*LENGTHS, "min", "hours"}
# How the cells of each column are read.
READ: Mapping[str, Callable[[str], Any]] = {
    "date": read_date,
    "kind": read_kind,
    "title": read_title,
    **{unit: partial(read_metres, unit=unit) for unit in LENGTHS},
    "min": read_minutes,
    "hours": read_hours,
    "at": read_time,
    "optional": read_flag,
    "type": str,
    "description": read_text,
}


def is_long(header: list[str]) -> bool:
    """Return whether a header has a column for the date."""
    return any(name == "date" or OTHER_NAMES.get(name) == "date" for name in header)


def read_long_csv(text: str, context: Context) -> Entries:
    """Read a table with the column ``date`` and any of the others.

    A date that comes twice is a day with two runs. Distances are kilometres (``km``), miles
    (``mi``) or metres (``m``), durations minutes (``min``) or decimal hours (``hours``), ``at``
    is a local time. Rows without a kind are known by their ``type``, title and description.
    """
    table, notes = Table.of(text), Notes()
    (header_line, header), *rows = table.rows()
    of_training_peaks = "workoutday" in table.header()
    names = _names(table, header_line, header, notes, known=of_training_peaks)
    if "date" not in names:
        notes.end()
    reading = _Rows(table, names, notes)
    entries = [reading.entry(line, cells) for line, cells in rows]
    notes.end()
    if not any(entries):
        raise no_run_plan("there are no runs below the header")
    return Entries(
        entries=tuple(filter(None, entries)),
        format="a TrainingPeaks table" if of_training_peaks else "a table, one row a run",
        warnings=notes.remarks(),
        feed=of_training_peaks,
    )


def _names(table: Table, line: int, header: list[str], notes: Notes, *, known: bool) -> list[str]:
    """Return the column of each cell, empty where it isn't ours; of known tables all are right."""
    names: list[str] = []
    unread = []
    for index, cell in enumerate(header):
        word = cell.strip().lower()
        name = word if word in READ else OTHER_NAMES.get(word, "")
        plain, message = printable(word[:60]), ""
        if name in names and name:
            message = "this column is given twice"
        elif not name and word:
            close = [] if known else get_close_matches(word[:60], COLUMNS, n=1, cutoff=0.75)
            message = f'there is no such column; did you mean "{close[0]}"?' if close else ""
            unread += [] if close else [plain]
        if message:
            notes.fault(line, table.column(line, index), name or plain, message)
        names.append(name)
    if "date" not in names:
        notes.fault(line, 1, "", f"there is no column date; the columns are {', '.join(COLUMNS)}")
    if unread and not known:
        notes.warn(f"columns not read: {', '.join(unread)}")
    return names


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows on their way in, each cell by the name of its column."""

    table: Table
    names: list[str]
    notes: Notes

    def entry(self, line: int, cells: list[str]) -> Entry | None:
        """Return the entry of a row; None if it is no training, or if its date is missing."""
        fault = partial(self.fault, line)
        values = self.values(line, cells)
        kind, optional = values.get("kind") or ("", False)
        says = "kind" if kind else values.get("type", "")
        if says and not kind:
            kind = TRAINING_TYPES.get(says.lower(), "")
        optional = values.get("optional") or optional
        lengths = [name for name in LENGTHS if name in values]
        if "date" not in values:
            fault("date", "the date is missing")
        if values.keys().isdisjoint({"kind", "type", "title", "description"}):
            fault("kind", f"kind and title are missing; allowed kinds: {', '.join(KINDS)}")
        if len(lengths) > 1:
            fault(lengths[1], f"given beside {lengths[0]}; give one of the two")
        if {"min", "hours"} <= values.keys():
            fault("hours", "given beside min; give one of the two")
        if optional and says == "kind" and kind in ALWAYS:
            fault("optional", f"{kind} is never optional")
        if kind == NO_TRAINING or not values.get("date"):
            return None
        return Entry(
            date=values["date"],
            title=values.get("title", ""),
            line=line,
            text=values.get("description", ""),
            kind=kind,
            says=says,
            distance_m=values[lengths[0]] if lengths else None,
            minutes=values.get("min", values.get("hours")),
            at=values.get("at"),
            optional=bool(optional),
        )

    def values(self, line: int, cells: list[str]) -> dict[str, Any]:
        """Read the cells that aren't empty; None is what can't be read."""
        values: dict[str, Any] = {}
        for name, cell in zip(self.names, cells, strict=False):
            text = cell.strip()
            if not name or not text:
                continue
            if self.table.delimiter != "," and name in NUMBERS:
                text = text.replace(",", ".")
            try:
                values[name] = READ[name](text)
            except BadValue as error:
                values[name] = None
                self.fault(line, name, str(error))
        if any(cell.strip() for cell in cells[len(self.names) :]):
            self.fault(line, "", f"{len(cells)} cells; the header has {len(self.names)}")
        return values

    def fault(self, line: int, name: str, message: str) -> None:
        """Note what is wrong with a cell, or with those beyond the header."""
        index = self.names.index(name) if name in self.names else 0
        column = self.table.column(line, index if name else len(self.names))
        self.notes.fault(line, column, name, message)
