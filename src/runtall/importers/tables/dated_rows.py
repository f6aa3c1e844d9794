"""Rows with dates: each a run, or more words for the run above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from runtall.errors.words import shown
from runtall.importers.base import Context, Entry
from runtall.importers.tables.date_columns import NO_SUCH, Hints, read_dates
from runtall.importers.tables.dates import written
from runtall.importers.tables.grid import Row
from runtall.importers.tables.header import Column
from runtall.importers.tables.runs_table import RunsTable
from runtall.importers.tables.values import goes_on, is_sum, with_words

UTC_NAMES = {"z", "utc", "gmt"}


def dated_rows(table: RunsTable, context: Context) -> list[Entry]:
    """Return the entries of a table with a column of dates."""
    column = table.column("date")
    if column is None:
        return []
    cells = table.cells(column)
    reading = _Rows(table, column, lenient=not table.strict and _are_dates(cells))
    days = _local(table, cells, table.days(column, cells, context), context)
    for row, cell, day, end in zip(table.rows, cells, days, _ends(table, context), strict=True):
        reading.take(row, cell, day, end)
    table.notes.end()
    return reading.entries


def _local(
    table: RunsTable, cells: Sequence[str], days: Sequence[date | None], context: Context
) -> list[date | None]:
    """Return the days as the runner's calendar has them, where their times are in UTC."""
    found: list[date | None] = []
    for cell, day in zip(cells, days, strict=True):
        read = written(cell)
        if day is not None and read and read.zone in UTC_NAMES and read.at not in {None, time(0)}:
            if context.timezone is None:
                table.notes.warn("times are in UTC; give the time zone, or runs may be a day off")
            else:
                moment = datetime.combine(day, read.at or time(0), UTC)
                day = moment.astimezone(ZoneInfo(context.timezone)).date()
        found.append(day)
    return found


def _are_dates(cells: Sequence[str]) -> bool:
    """Return whether what isn't a date among them is something else on purpose."""
    filled = [cell for cell in cells if cell]
    return 2 * sum(written(cell) is None for cell in filled) <= len(filled)


def _ends(table: RunsTable, context: Context) -> list[date | None]:
    """Return the last days of events that may take several."""
    column = table.column("end_date")
    if column is None:
        return [None] * len(table.rows)
    return read_dates(table.cells(column), Hints(context.date_order, context.race_date)).days


@dataclass(slots=True)
class _Rows:
    """The rows on their way in.

    Parameters
    ----------
    lenient
        Cells that are no dates are notes, not mistakes.
    """

    table: RunsTable
    column: Column
    lenient: bool
    entries: list[Entry] = field(default_factory=list)

    def take(self, row: Row, cell: str, day: date | None, end: date | None) -> None:
        """Keep the runs of a row, or say why there are none."""
        if day is None and not self.table.strict and (not cell or self._is_note(cell)):
            if cell or row.gap or not self._goes_on(row):
                self.table.notes.warn("rows without a date left out", row.example)
            return
        if day is None and cell:
            self._fault(row, cell)
        if end is not None and day is not None and end - day > timedelta(days=1):
            example = f"{day} in line {row.line}"
            self.table.notes.warn("events of several days left out", example)
            return
        self.entries += self.table.values.entries(row, day)

    def _is_note(self, cell: str) -> bool:
        return self.lenient and written(cell) is None

    def _goes_on(self, row: Row) -> bool:
        """Add a row without a date to the day above; False where it has nothing for it."""
        if not self.entries or is_sum(row):
            return False
        found = self.table.values.entries(row, self.entries[-1].date)
        for more in found:
            if goes_on(more):
                self.entries[-1] = with_words(self.entries[-1], more)
            else:
                self.entries.append(more)
        return bool(found)

    def _fault(self, row: Row, cell: str) -> None:
        """Say what is wrong with a date."""
        read = written(cell)
        if read is None:
            message = f"{shown(cell)} is not a date; write year-month-day, such as 2027-04-25"
        elif read.orders:
            message = f"{shown(cell)} is written in another order than the dates above it"
        else:
            message = NO_SUCH.format(cell)
        header = self.column.header
        name = header.strip().lower() if self.table.strict else header
        place = self.table.grid.column(row.line, self.column.index)
        self.table.notes.fault(row.line, place, name, message, "date")
