"""Rows with a week and a weekday, or the number of a day, instead of a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from runtall.domain.calendar import WEEKDAYS
from runtall.importers.base import Context, Entry
from runtall.importers.tables.dates import written
from runtall.importers.tables.grid import Row
from runtall.importers.tables.header import MOSTLY, Column
from runtall.importers.tables.layout import Week, lay_out
from runtall.importers.tables.runs_table import RunsTable
from runtall.importers.tables.values import goes_on, is_sum, with_words
from runtall.importers.tables.week_numbers import start_of_week, week_number
from runtall.importers.tables.words import weekdays_of


def weekday_rows(table: RunsTable, context: Context) -> list[Entry]:
    """Return the entries of a table with weekdays, laid out from its race or its dates."""
    label = table.column("week", "to_go", "week_end")
    labels, days = table.cells(label), _days(table)
    start = _first_weekday(days, labels, context.week_starts) if _has_names(table) else None
    starts = _starts(table, label, labels, context)
    reading = _Weeks(table, start, labelled=label is not None)
    past = label is not None and label.name == "to_go"
    for row, day, text, first in zip(table.rows, days, labels, starts, strict=True):
        if day is None:
            reading.go_on(row, text)
            continue
        if first is not None and start is not None:
            first -= timedelta(days=(first.weekday() - start) % 7)
        number = week_number(text)
        reading.take(row, day, text, Week(row.line, -number if number and past else number, first))
    table.notes.end()
    return lay_out(reading.weeks, start, context, table.notes)


def _has_names(table: RunsTable) -> bool:
    return table.column("weekday") is not None


def _days(table: RunsTable) -> list[int | None]:
    """Return each row's weekday, or the number of its day from 0."""
    if _has_names(table):
        return weekdays_of(table.cells(table.column("weekday")))
    numbers = table.cells(table.column("number"))
    return [int(cell) - 1 if cell.isdecimal() and int(cell) else None for cell in numbers]


def _starts(
    table: RunsTable, label: Column | None, labels: Sequence[str], context: Context
) -> list[date | None]:
    """Return the dates of a column of weeks, if it has dates."""
    cells = [start_of_week(cell) for cell in labels]
    filled = [cell for cell in cells if cell]
    dates = sum(bool(written(cell)) for cell in filled)
    if label is None or not dates or dates < MOSTLY * len(filled):
        return [None] * len(labels)
    return table.days(label, cells, context)


@dataclass(slots=True)
class _Weeks:
    """The weeks on their way in.

    Parameters
    ----------
    start
        Weekday that they begin with; None: days are numbered.
    labelled
        A column says when a new one begins; else it begins where weekdays go back.
    """

    table: RunsTable
    start: int | None
    labelled: bool
    weeks: list[Week] = field(default_factory=list)
    label: str = ""
    before: int = -1

    def take(self, row: Row, day: int, label: str, week: Week) -> None:
        """Keep the runs of a row in its week."""
        offset = day % 7 if self.start is None else (day - self.start) % 7
        if not self.weeks or self._begins(day, offset, label):
            self.weeks.append(week)
        self.label = label or self.label
        self.before = day if self.start is None else offset
        found = self.table.values.entries(row, None, missing=False)
        self.weeks[-1].days.setdefault(offset, []).extend(found)

    def _begins(self, day: int, offset: int, label: str) -> bool:
        if self.start is None and day // 7 != self.before // 7:
            return True
        return label not in {"", self.label} if self.labelled else offset < self.before % 7

    def go_on(self, row: Row, label: str) -> None:
        """Add a row without a weekday to the run above, or leave it out."""
        days = list(self.weeks[-1].days.values()) if self.weeks else []
        found = (
            [] if row.gap or is_sum(row) else self.table.values.entries(row, None, missing=False)
        )
        if found and goes_on(found[0]) and days and days[-1]:
            days[-1][-1] = with_words(days[-1][-1], found[0])
        elif found or not week_number(label):
            self.table.notes.warn("rows without a weekday left out", row.example)


def _first_weekday(days: Sequence[int | None], labels: Sequence[str], usual: str) -> int:
    """Return the weekday that the weeks of a table begin with: none goes back within a week."""
    blocks: list[list[int]] = [[]]
    before = ""
    for day, label in zip(days, labels, strict=True):
        if label and label != before:
            blocks.append([])
            before = label
        if day is not None:
            blocks[-1].append(day)

    def backwards(start: int) -> int:
        return sum(
            (second - start) % 7 < (first - start) % 7
            for block in blocks
            for first, second in pairwise(block)
        )

    return min((WEEKDAYS.index(usual), 0, 6, 5), key=backwards)
