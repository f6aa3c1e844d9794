"""The long table: one row for each run, with its date."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, time
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from runtall.domain.run_plan import Run, RunKind
from runtall.importers.base import DatedRun, RunFile, RunFileFault, whole_file
from runtall.importers.cells import (
    CellError,
    read_date,
    read_flag,
    read_kind,
    read_metres,
    read_minutes,
    read_time,
    read_title,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runtall.importers.base import Correct

COLUMNS = ("date", "kind", "title", "km", "mi", "min", "at", "optional")
OTHER_NAMES = {
    "distance_km": "km",
    "distance_mi": "mi",
    "duration_min": "min",
    "minutes": "min",
    "time": "at",
}
DELIMITERS = ",;\t|"
MOST_ROWS = 5_000
Value = TypeVar("Value")


def read_long_csv(text: str, correct: Correct) -> RunFile:
    """Read a table with the column ``date`` and any of the others.

    A date that comes twice is a day with two runs. Distances are kilometres (``km``) or miles
    (``mi``), ``min`` is minutes, ``at`` a local time.
    """
    lines = [line.rstrip("\r\n") for line in io.StringIO(text, newline="")]
    first = next((line for line in lines if line.strip()), "")
    if not first:
        return whole_file("the file is empty")
    delimiter = max(DELIMITERS, key=first.count)
    table = _Table(delimiter, lines)
    try:
        return table.read(text, correct)
    except csv.Error as error:
        return whole_file(f"this is not a table: {error}")


@dataclass(slots=True)
class _Row:
    """The cells of a row by column, with the line it begins in and each cell's index."""

    line: int
    cells: dict[str, tuple[int, str]]

    def text(self, name: str) -> str:
        return self.cells.get(name, (0, ""))[1]


@dataclass(slots=True)
class _Table:
    """One file on its way in."""

    delimiter: str
    lines: list[str]
    faults: list[RunFileFault] = field(default_factory=list)

    def read(self, text: str, correct: Correct) -> RunFile:
        rows = self.rows(text)
        header_line, header = next(rows, (1, []))
        names, warnings = self.names(header_line, header)
        if "date" not in names:
            return RunFile(faults=tuple(self.faults))
        runs = []
        for count, (line, cells) in enumerate(rows, start=1):
            if count > MOST_ROWS:
                self.fault(line, 1, "", f"more than {MOST_ROWS} rows; this is no run plan")
                break
            if any(cell.strip() for cell in cells[len(names) :]):
                message = f"{len(cells)} cells; the header has {len(names)}"
                self.fault(line, self.column(line, len(names)), "", message)
                continue
            found = {
                name: (index, cell.strip())
                for index, (name, cell) in enumerate(zip(names, cells, strict=False))
                if name
            }
            run = self.run(_Row(line, found), correct)
            if run:
                runs.append(run)
        if not runs and not self.faults:
            return whole_file("there are no runs below the header")
        runs.sort(key=lambda one: (one.date, one.run.at or time.min))
        return RunFile(tuple(runs), tuple(self.faults), warnings)

    def rows(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Rows that aren't blank, each with its first line."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter)
        line = 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1

    def names(self, line: int, header: list[str]) -> tuple[list[str], tuple[str, ...]]:
        """The column of each cell, empty where it isn't ours."""
        names: list[str] = []
        unread = []
        for index, cell in enumerate(header):
            word = cell.strip().lower()
            name = word if word in COLUMNS else OTHER_NAMES.get(word, "")
            close = get_close_matches(word[:60], COLUMNS, n=1, cutoff=0.75)
            if name and name in names:
                self.fault(line, self.column(line, index), name, "this column is given twice")
            elif not name and close:
                message = f'there is no such column; did you mean "{close[0]}"?'
                self.fault(line, self.column(line, index), shown(word)[1:-1], message)
            elif not name and word:
                unread.append(shown(word)[1:-1])
            names.append(name)
        if "date" not in names:
            message = f"there is no column date; the columns are {', '.join(COLUMNS)}"
            self.fault(line, 1, "", message)
        return names, (f"columns not read: {', '.join(unread)}",) if unread else ()

    def run(self, row: _Row, correct: Correct) -> DatedRun | None:
        """The run of a row; None if something is wrong with it."""
        n_faults = len(self.faults)
        day = self.date(row)
        title = self.cell(row, "title", read_title) or ""
        kind = self.kind(row, title, correct)
        distance = self.distance(row)
        minutes = self.cell(row, "min", read_minutes)
        at = self.cell(row, "at", read_time)
        optional = self.cell(row, "optional", read_flag) or False
        if day is None or kind is None or len(self.faults) > n_faults:
            return None
        if optional and kind[0] in {RunKind.REST, RunKind.RACE}:
            self.note(row, "optional", f"{kind[0].value} is never optional")
            return None
        if kind[0] is RunKind.REST:
            distance = minutes = at = None
        run = Run(kind[0], title, distance, minutes, at, optional or kind[1])
        return DatedRun(day, run, row.line)

    def date(self, row: _Row) -> date | None:
        if not row.text("date"):
            self.note(row, "date", "the date is missing")
        return self.cell(row, "date", read_date)

    def kind(self, row: _Row, title: str, correct: Correct) -> tuple[RunKind, bool] | None:
        stated = self.cell(row, "kind", read_kind)
        corrected = correct(title)
        if corrected is None and not row.text("kind"):
            kinds = ", ".join(RunKind)
            self.note(
                row, "kind", f"the kind is missing; allowed: {kinds}; or name it in runs.kinds"
            )
        return corrected or stated

    def distance(self, row: _Row) -> int | None:
        km = self.cell(row, "km", lambda text: read_metres(text, "km"))
        mi = self.cell(row, "mi", lambda text: read_metres(text, "mi"))
        if km is not None and mi is not None:
            self.note(row, "mi", "given beside km; give one of the two")
        return mi if km is None else km

    def cell(self, row: _Row, name: str, read: Callable[[str], Value]) -> Value | None:
        """The value of a cell; None where it is empty or wrong."""
        text = row.text(name)
        if not text:
            return None
        if self.delimiter != "," and name in {"km", "mi", "min"}:
            text = text.replace(",", ".")
        try:
            return read(text)
        except CellError as error:
            self.note(row, name, str(error))
            return None

    def note(self, row: _Row, name: str, message: str) -> None:
        index = row.cells.get(name, (0, ""))[0]
        self.fault(row.line, self.column(row.line, index), name, message)

    def fault(self, line: int, column: int, name: str, message: str) -> None:
        self.faults.append(RunFileFault(line, column, name, message))

    def column(self, line: int, index: int) -> int:
        """Column, from 1, in which a cell begins; 1 if the row spans several lines."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        quoted, seen = False, 0
        for place, char in enumerate(text):
            if seen == index:
                return place + 1
            if char == '"':
                quoted = not quoted
            elif char == self.delimiter and not quoted:
                seen += 1
        return len(text) + 1 if seen == index else 1
