"""The rows of a ``plan.csv``, as spreadsheets and data frames save them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from runtall.domain.calendar import Calendar
from runtall.exporters.columns import COLUMNS
from runtall.exporters.fields import collecting, truth, weight, whole
from runtall.exporters.plan_csv import unguarded
from runtall.exporters.spreadsheets import (
    iso_date,
    month_first,
    plain_number,
    plain_truth,
    separator,
)
from runtall.exporters.unreadable import SEPARATOR, UNEVEN, UnreadablePlan

NEEDED = tuple(column.name for column in COLUMNS if column.needed)
# Without one of them rules on doses would be tested on nothing.
DOSES = tuple(
    column.name
    for column in COLUMNS
    if column.about == "entry" and column.read is not str and column.decided > column.needed
)
# Undo what spreadsheets make of the cells of these columns.
PLAIN: dict[object, Callable[[str], str]] = {
    **dict.fromkeys((whole, weight), plain_number),
    truth: plain_truth,
}
PLAIN_CELLS = {column.name: PLAIN.get(column.read, str) for column in COLUMNS}
# More than any plan has.
MOST_ROWS = 10_000
T = TypeVar("T")


class Row(NamedTuple):
    """One row, and the faults that reading it brings up."""

    line: int
    cells: dict[str, str]
    faults: list[str]

    def take(self, column: str, read: Callable[[str], T]) -> T | None:
        """Read a cell; None if it is empty or faulty."""
        if text := self.cells.get(column):
            with collecting(self.faults, f"line {self.line}, {column}: "):
                return read(text)
        return None

    def need(self, column: str, read: Callable[[str], T]) -> T | None:
        """Read a cell that must not be empty; None if it is faulty."""
        if not self.cells.get(column):
            self.faults.append(f"line {self.line}, {column}: is empty")
        return self.take(column, read)


class Rows(NamedTuple):
    """A table, and what is wrong with single rows of it."""

    rows: Sequence[Row]
    faults: list[str]


def rows_of(table: Iterable[dict[str, str]]) -> Rows:
    """Return the rows of a table that wasn't written yet, as they will be read."""
    faults: list[str] = []
    return Rows([Row(line, cells, faults) for line, cells in enumerate(table, start=2)], faults)


def read_rows(text: str, calendar: Calendar) -> Rows:
    """Read the rows of a table, with numbers and dates as `plan_csv` writes them.

    Raises
    ------
    UnreadablePlan
        If it is no table of a plan.
    """
    text = text.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    try:
        header = next(reader, [])
        twice = sorted({column for column in header if header.count(column) > 1 and column})
        faults = [f"line 1: the column {column!r} is there twice" for column in twice]
        if faults := [*lacking(header, NEEDED), *faults]:
            raise UnreadablePlan(*faults)
        lines = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
        if len(lines) > MOST_ROWS:
            raise UnreadablePlan(f"has {len(lines)} rows; a plan has {MOST_ROWS} at most")
    except csv.Error as error:
        raise UnreadablePlan(f"line {reader.line_num}: {error}{SEPARATOR}") from error
    column = header.index("date")
    dates = [cells[column].strip() for _, cells in lines if len(cells) == len(header)]
    try:
        american = month_first(dates, calendar)
    except ValueError as error:
        raise UnreadablePlan(f"date: {error}") from error
    rows = []
    for line, cells in lines:
        if len(cells) != len(header):
            faults.append(f"line {line}: has {len(cells)} {UNEVEN} {len(header)}")
            continue
        both = zip(header, cells, strict=True)
        texts = {
            name: PLAIN_CELLS[name](unguarded(cell).strip())
            for name, cell in both
            if name in PLAIN_CELLS
        }
        texts["date"] = iso_date(texts["date"], month_first=american)
        rows.append(Row(line, texts, faults))
    return Rows(_in_order(rows), faults)


def _in_order(rows: Sequence[Row]) -> list[Row]:
    """Return rows by day, and those of a session by position: a spreadsheet may sort otherwise."""
    whose = [(row.cells.get("session_id"), row.cells["session"]) for row in rows]
    order = {key: number for number, key in enumerate(dict.fromkeys(whose))}

    def place(row: Row) -> tuple[str, int, int]:
        key = row.cells.get("session_id"), row.cells["session"]
        position = re.fullmatch("[0-9]{1,6}", row.cells.get("position", ""))
        return row.cells["date"], order[key], int(position[0]) if position else 0

    return sorted(rows, key=place)


def lacking(header: Collection[str], wanted: Iterable[str]) -> Iterator[str]:
    """Say in one line which of some columns are not there, and what a plan needs."""
    if names := ", ".join(repr(name) for name in wanted if name not in header):
        yield f"line 1: there is no column {names}; needed are {', '.join(NEEDED + DOSES)}"
