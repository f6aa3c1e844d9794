"""The long table: one row for each run, with its date."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from runtall.domain.run_plan import RunKind
from runtall.importers.base import Entries, Entry, Notes, RunFileFault, whole_file
from runtall.importers.cells import (
    KINDS,
    CellError,
    read_date,
    read_flag,
    read_hours,
    read_kind,
    read_metres,
    read_minutes,
    read_text,
    read_time,
    read_title,
    shown,
)
from runtall.importers.csv_table import MOST_CELLS, Table, TableError
from runtall.importers.services import NO_TRAINING, TRAINING_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from runtall.importers.base import Context

COLUMNS = ("date", "kind", "title", "km", "mi", "min", "at", "optional")
"""Columns of a table made for runtall, as it writes them."""
MORE_COLUMNS = ("m", "hours", "type", "description")
"""Columns of other tables."""
OTHER_NAMES = {
    "day": "date",
    "distance_km": "km",
    "distance (km)": "km",
    "distance_mi": "mi",
    "distance (mi)": "mi",
    "miles": "mi",
    "distance_m": "m",
    "duration_min": "min",
    "minutes": "min",
    "time": "at",
    "start": "at",
    "name": "title",
    "workout": "title",
    "activity": "type",
    "details": "description",
    # TrainingPeaks
    "workoutday": "date",
    "workouttype": "type",
    "workoutdescription": "description",
    "plannedduration": "hours",
    "planneddistanceinmeters": "m",
}
LENGTHS = ("km", "mi", "m")
NUMBERS = {*LENGTHS, "min", "hours"}
Value = TypeVar("Value")


def is_long(header: list[str]) -> bool:
    """Whether a header has a column for the date."""
    return any(name == "date" or OTHER_NAMES.get(name) == "date" for name in header)


def read_long_csv(text: str, context: Context) -> Entries:
    """Read a table with the column ``date`` and any of the others.

    A date that comes twice is a day with two runs. Distances are kilometres (``km``), miles
    (``mi``) or metres (``m``), durations minutes (``min``) or decimal hours (``hours``), ``at``
    is a local time. Rows without a kind are known by their ``type``, title and description.
    """
    try:
        return _Reading(Table.of(text), context).read()
    except TableError as error:
        return whole_file(str(error))


@dataclass(slots=True)
class _Row:
    """The cells of a row by column, with the line it begins in and each cell's index."""

    line: int
    cells: dict[str, tuple[int, str]]

    def text(self, name: str) -> str:
        return self.cells.get(name, (0, ""))[1]


@dataclass(slots=True)
class _Reading:
    """One file on its way in."""

    table: Table
    context: Context
    notes: Notes = field(default_factory=Notes)

    def read(self) -> Entries:
        rows = self.table.rows()
        header_line, header = next(rows, (1, []))
        of_training_peaks = "workoutday" in self.table.header()
        names = self.names(header_line, header, known=of_training_peaks)
        if "date" not in names:
            return Entries(faults=tuple(self.notes.faults))
        entries = []
        for line, cells in rows:
            if any(cell.strip() for cell in cells[len(names) :]):
                message = f"{len(cells)} cells; the header has {len(names)}"
                self.notes.fault(line, self.table.column(line, len(names)), "", message)
                continue
            found = {
                name: (index, cell.strip())
                for index, (name, cell) in enumerate(zip(names, cells, strict=False))
                if name
            }
            entry = self.entry(_Row(line, found))
            if entry:
                entries.append(entry)
        if not entries and not self.notes.faults:
            return whole_file("there are no runs below the header")
        return Entries(
            entries=tuple(entries),
            format="a TrainingPeaks table" if of_training_peaks else "a table, one row a run",
            faults=self.faults(),
            warnings=self.notes.said(),
            feed=of_training_peaks,
        )

    def faults(self) -> tuple[RunFileFault, ...]:
        """The faults, or the first of very many."""
        faults = self.notes.faults
        if len(faults) <= MOST_CELLS:
            return tuple(faults)
        more = f"and {len(faults) - MOST_CELLS} faults more from here on"
        last = faults[MOST_CELLS]
        return (*faults[:MOST_CELLS], RunFileFault(last.line, last.column, "", more))

    def names(self, line: int, header: list[str], *, known: bool) -> list[str]:
        """The column of each cell, empty where it isn't ours; of known tables all are right."""
        names: list[str] = []
        unread = []
        for index, cell in enumerate(header):
            word = cell.strip().lower()
            name = word if word in COLUMNS + MORE_COLUMNS else OTHER_NAMES.get(word, "")
            close = get_close_matches(word[:60], COLUMNS, n=1, cutoff=0.75)
            if name and name in names:
                self.fault(line, index, name, "this column is given twice")
            elif not name and close and not known:
                message = f'there is no such column; did you mean "{close[0]}"?'
                self.fault(line, index, shown(word)[1:-1], message)
            elif not name and word:
                unread.append(shown(word)[1:-1])
            names.append(name)
        if "date" not in names:
            message = f"there is no column date; the columns are {', '.join(COLUMNS)}"
            self.notes.fault(line, 1, "", message)
        if unread and not known:
            self.notes.warn(f"columns not read: {', '.join(unread)}")
        return names

    def entry(self, row: _Row) -> Entry | None:
        """The entry of a row; None if something is wrong with it, or if it is no training."""
        n_faults = len(self.notes.faults)
        day = self.date(row)
        title = self.cell(row, "title", read_title) or ""
        kind, says, optional = self.kind(row)
        distance = self.distance(row)
        minutes = self.minutes(row)
        at = self.cell(row, "at", read_time)
        optional = self.cell(row, "optional", read_flag) or optional
        if optional and kind in {RunKind.REST, RunKind.RACE} and says == "kind":
            self.note(row, "optional", f"{kind} is never optional")
        if day is None or len(self.notes.faults) > n_faults or kind == NO_TRAINING:
            return None
        text = read_text(row.text("description"))
        return Entry(day, title, row.line, text, kind, says, distance, minutes, at, optional)

    def date(self, row: _Row) -> date | None:
        if not row.text("date"):
            self.note(row, "date", "the date is missing")
        return self.cell(row, "date", read_date)

    def kind(self, row: _Row) -> tuple[str, str, bool]:
        """Kind, the column that gives it, and whether the run is optional."""
        stated = self.cell(row, "kind", read_kind)
        if stated:
            return stated[0], "kind", stated[1]
        service = row.text("type")
        if service:
            return TRAINING_TYPES.get(service.lower(), ""), service, False
        if not any(map(row.text, ("kind", "title", "description"))):
            kinds = ", ".join(KINDS)
            self.note(row, "kind", f"kind and title are missing; allowed kinds: {kinds}")
        return "", "", False

    def distance(self, row: _Row) -> int | None:
        given = [name for name in LENGTHS if row.text(name)]
        found = [self.cell(row, name, partial(read_metres, unit=name)) for name in given]
        if len(given) > 1:
            self.note(row, given[1], f"given beside {given[0]}; give one of the two")
        return found[0] if found else None

    def minutes(self, row: _Row) -> int | None:
        if row.text("min") and row.text("hours"):
            self.note(row, "hours", "given beside min; give one of the two")
        minutes = self.cell(row, "min", read_minutes)
        return self.cell(row, "hours", read_hours) if minutes is None else minutes

    def cell(self, row: _Row, name: str, read: Callable[[str], Value]) -> Value | None:
        """The value of a cell; None where it is empty or wrong."""
        text = row.text(name)
        if not text:
            return None
        if self.table.delimiter != "," and name in NUMBERS:
            text = text.replace(",", ".")
        try:
            return read(text)
        except CellError as error:
            self.note(row, name, str(error))
            return None

    def note(self, row: _Row, name: str, message: str) -> None:
        self.fault(row.line, row.cells.get(name, (0, ""))[0], name, message)

    def fault(self, line: int, index: int, name: str, message: str) -> None:
        self.notes.fault(line, self.table.column(line, index), name, message)
