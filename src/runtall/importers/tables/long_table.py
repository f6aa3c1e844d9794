"""The long table: one row for each run, with its date, or with its week and weekday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import pairwise

from runtall.domain.calendar import WEEKDAYS
from runtall.errors.words import printable, shown
from runtall.importers.base import Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.tables.cells import is_kind, is_nothing
from runtall.importers.tables.dates import Dates, Hints, read_dates, written
from runtall.importers.tables.grid import Grid, Row
from runtall.importers.tables.header import (
    AGAIN,
    MOSTLY,
    Column,
    by_content,
    find_header,
    headerless,
)
from runtall.importers.tables.layout import Week, lay_out
from runtall.importers.tables.units import unit_of
from runtall.importers.tables.values import Values
from runtall.importers.tables.week_numbers import start_of_week, week_number
from runtall.importers.tables.words import header_languages, meaning, weekdays_of

# Columns of a table made for runtall, as it writes them.
COLUMNS = ("date", "kind", "title", "km", "mi", "min", "at", "optional")
# More headers of such tables.
ALIASES = ("distance_km", "distance_mi", "distance_m", "duration_min", "minutes", "time", "name")
FORM = "a table, one row a run"
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
NO_SUCH = "{} is not in the calendar, or outside the years 1970 to 2199"
ORDER_WORDS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
NO_YEAR = "the dates have no year; give the day of the race (--race-date 2027-04-25)"
# A column that only TrainingPeaks has.
TRAINING_PEAKS = "workoutday"
CALENDAR = {"all_day", "end_date", "end_time"}


def read_long(grid: Grid, context: Context) -> Entries:
    """Read a table with a column for the date, or for week and weekday, and any of the others.

    A date that comes twice is a day with two runs. A row without one goes on with the row
    above, if no blank row parts them. Rows without a kind are known by type, title and
    description.
    """
    notes = Notes()
    position, columns = find_header(grid) or headerless(grid)
    if not columns:
        notes.fault(grid.rows[0].line, 1, "", _no_day(grid.rows[0]), "header")
        notes.end()
    reading = _Table.of(grid, position, columns, notes)
    names = {column.name for column in reading.columns}
    if "date" in names:
        entries = reading.dated(context)
    elif names & {"weekday", "number"}:
        entries = reading.undated(context)
    else:
        row = grid.rows[max(position, 0)]
        notes.fault(row.line, 1, "", _no_day(row), "header")
        notes.end()
        raise AssertionError
    if not entries:
        raise no_run_plan("there are no runs below the header")
    of_training_peaks = any(one.header.lower() == TRAINING_PEAKS for one in reading.columns)
    of_calendar = len(names & CALENDAR) >= 2
    return Entries(
        entries=tuple(entries),
        format="a TrainingPeaks table" if of_training_peaks
        else "a calendar as a table" if of_calendar else FORM,
        warnings=notes.remarks(),
        feed=of_training_peaks or of_calendar,
    )  # fmt: skip


def _no_day(row: Row) -> str:
    """Say which columns there are where none of them is the date."""
    there = ", ".join(printable(cell[:30]) for cell in row.cells if cell)
    return (
        f"there is no column date; found: {there}; which is the date? Call it date (the columns"
        f" are {', '.join(COLUMNS)}), or have a column for each weekday"
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table on its way in: its columns by meaning, and the rows below its header."""

    grid: Grid
    header: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    values: Values
    notes: Notes

    @classmethod
    def of(cls, grid: Grid, header: int, columns: Sequence[Column], notes: Notes) -> _Table:
        rows = grid.rows[header + 1 :]
        known = by_content(columns, rows)
        kinds = [row.cell(one.index) for one in known if one.name == "kind" for row in rows]
        kinds = [cell for cell in kinds if cell]
        named = {one.header.strip().lower() for one in known if one.header}
        ours = "kind" in named and len(named & {*COLUMNS, *ALIASES}) * 2 > len(named)
        strict = ours or (bool(kinds) and sum(map(is_kind, kinds)) * 2 >= len(kinds))
        if kinds and not strict and any(one.header.lower() != "kind" for one in known):
            known = tuple(replace(one, name="type") if one.name == "kind" else one for one in known)
        _complain(grid, header, known, notes, strict=strict)
        unit = next((one.unit for one in known if one.name == "distance" and one.unit), "")
        unit = unit or unit_of(cell for row in grid.rows for cell in row.cells)
        values = Values(grid, known, notes, unit, strict, _in_hours(known, rows))
        return cls(grid, header, known, rows, values, notes)

    def column(self, *names: str) -> Column | None:
        """Return the first column of one of some names."""
        return next((one for one in self.columns if one.name in names), None)

    def cells(self, column: Column | None) -> list[str]:
        """Return the cells of a column, empty ones where there is no such column."""
        return [row.cell(column.index) if column else "" for row in self.rows]

    # --- with dates ---

    def dated(self, context: Context) -> list[Entry]:
        """Return the entries of a table with dates."""
        column = self.column("date")
        assert column is not None
        cells = self.cells(column)
        days = self._days(column, cells, context)
        entries: list[Entry] = []
        ends = self._ends(context)
        for row, cell, day, end in zip(self.rows, cells, days, ends, strict=True):
            if day is None and not cell and self._goes_on(row, entries):
                continue
            if day is None and not self._fault(row, column, cell):
                continue
            if end is not None and day is not None and end - day > timedelta(days=1):
                self.notes.warn("events of several days left out", f"{day} in line {row.line}")
                continue
            entries += self.values.entries(row, day)
        if self.notes.faults and not self.values.strict:
            self._so_far()
        self.notes.end()
        return entries

    def _days(self, column: Column, cells: list[str], context: Context) -> list[date | None]:
        hints = Hints(
            order=context.date_order,
            race_date=context.race_date,
            weekdays=weekdays_of(self.cells(self.column("weekday"))),
            years=self._years(),
            day_first="en" not in header_languages([one.header for one in self.columns]),
        )
        dates = read_dates(cells, hints)
        first = next((index for index, cell in enumerate(cells) if written(cell)), 0)
        line = self.rows[first].line if self.rows else 1
        place = self.grid.column(line, column.index)
        if message := date_trouble(dates, cells[first] if cells else ""):
            self.notes.fault(line, place, column.header, message, "order")
            self._so_far()
            self.notes.end()
        return dates.days

    def _ends(self, context: Context) -> list[date | None]:
        """Return the last days of events that may take several."""
        column = self.column("end_date")
        if column is None:
            return [None] * len(self.rows)
        hints = Hints(context.date_order, context.race_date)
        return read_dates(self.cells(column), hints).days

    def _years(self) -> list[int]:
        above = [cell for row in self.grid.rows[: max(self.header, 0)] for cell in row.cells]
        years = {int(year) for cell in [*above, self.grid.sheet] for year in YEAR.findall(cell)}
        return sorted(years) if len(years) <= 2 else []

    def _goes_on(self, row: Row, entries: list[Entry]) -> bool:
        """Add a row without a date to the run above; False where it isn't one of those."""
        if self.values.strict or not entries:
            return False
        found = [] if row.gap or _is_sum(row) else self.values.entries(row, entries[-1].date)
        if not found:
            self._left_out(row)
            return True
        for more in found:
            last = entries[-1]
            if more.title and not (more.distance_m or more.minutes or more.says or more.kind):
                entries[-1] = replace(last, title=f"{last.title}, {more.title}".lstrip(", "))
            else:
                entries.append(more)
        return True

    def _fault(self, row: Row, column: Column, cell: str) -> bool:
        """Say what is wrong with a date; whether the rest of its row is worth reading."""
        place = self.grid.column(row.line, column.index)
        name = column.header.strip().lower() if self.values.strict else column.header
        if not cell:
            if not self.values.strict:
                self._left_out(row)
            return self.values.strict
        read = written(cell)
        if read is None and not self.values.strict:
            self._left_out(row)
            return False
        if read is None:
            message = f"{shown(cell)} is not a date; write year-month-day, such as 2027-04-25"
        elif read.orders:
            message = f"{shown(cell)} is written in another order than the dates above it"
        else:
            message = NO_SUCH.format(cell)
        self.notes.fault(row.line, place, name, message, "date")
        return self.values.strict

    def _left_out(self, row: Row) -> None:
        words = " ".join(cell for cell in row.cells if cell)[:40]
        self.notes.warn("rows without a date left out", f"{shown(words)} in line {row.line}")

    def _so_far(self) -> None:
        """Add to the first fault what the columns were taken for."""
        hidden = {"", AGAIN, "other"}
        known = [
            f"{one.header} = {one.name.replace('number', 'day').replace('_', ' ')}"
            for one in self.columns
            if one.name not in hidden and one.header
        ]
        first = self.notes.faults[0]
        said = f"{first.message}; the columns are read as: {', '.join(known)}"
        self.notes.faults[0] = replace(first, message=said)

    # --- without dates ---

    def undated(self, context: Context) -> list[Entry]:
        """Return the entries of a table with weeks and weekdays, laid out from the race."""
        weekday, number = self.column("weekday"), self.column("number")
        label = self.column("week", "to_go", "week_end")
        entries: list[Entry] = []
        days: list[int | None] = (
            weekdays_of(self.cells(weekday))
            if weekday
            else [int(cell) - 1 if cell.isdigit() else None for cell in self.cells(number)]
        )
        labels = self.cells(label)
        starts = self._starts(label, labels, context)
        start = _first_weekday(days, labels, context.week_starts) if weekday else None
        weeks: list[Week] = []
        before, last_label = -1, ""
        for row, day, text, first in zip(self.rows, days, labels, starts, strict=True):
            if day is None:
                if not _is_sum(row) and any(row.cells) and not (text and week_number(text)):
                    self._no_weekday(row, weeks)
                last_label = text or last_label
                continue
            offset = (day - start) % 7 if start is not None else day % 7
            after = start is None and day // 7 != before // 7 and before >= 0
            new = (text and text != last_label) or (not label and offset < before % 7) or after
            if not weeks or new:
                past = label is not None and label.name == "to_go"
                weeks.append(Week(row.line, _number(text, past=past), first))
            elif first and weeks[-1].first is None:
                weeks[-1].first = first
            last_label, before = text or last_label, day if start is None else offset
            weeks[-1].days.setdefault(offset, []).extend(
                self.values.entries(row, None, missing=False)
            )
        self.notes.end()
        for week in weeks:
            if week.first and start is not None:
                week.first -= timedelta(days=(week.first.weekday() - start) % 7)
        entries += lay_out(weeks, start, context, self.notes)
        return entries

    def _starts(
        self, label: Column | None, labels: list[str], context: Context
    ) -> list[date | None]:
        """Return the dates of a column of weeks, if it has dates."""
        labels = [start_of_week(cell) for cell in labels]
        filled = [cell for cell in labels if cell]
        if not filled or sum(bool(written(cell)) for cell in filled) < MOSTLY * len(filled):
            return [None] * len(labels)
        assert label is not None
        return self._days(label, labels, context)

    def _no_weekday(self, row: Row, weeks: list[Week]) -> None:
        """Add a row without a weekday to the run above, or leave it out."""
        last = [of_day[-1:] for week in weeks[-1:] for of_day in list(week.days.values())[-1:]]
        found = [] if row.gap else self.values.entries(row, None, missing=False)
        if found and last and last[0] and found[0].title and not found[0].distance_m:
            of_day = list(weeks[-1].days.values())[-1]
            title = f"{of_day[-1].title}, {found[0].title}".lstrip(", ")
            of_day[-1] = replace(of_day[-1], title=title)
        else:
            self._left_out(row)


def _number(text: str, *, past: bool) -> int | None:
    found = week_number(text)
    return -found if found is not None and past else found


def date_trouble(dates: Dates, cell: str) -> str:
    """Return what is wrong with the dates of a column; empty where they are clear."""
    if dates.without_year:
        return NO_YEAR
    if dates.undecided:
        readings = " or ".join(
            f"{day:%a %d %b %Y} ({ORDER_WORDS[order]})" for order, day in dates.undecided
        )
        orders = " or ".join(order for order, _ in dates.undecided)
        return (
            f"{shown(cell)} can be {readings}, and no other date or weekday tells which;"
            f" say runs.date_order: {orders} (--date-order)"
        )
    return ""


def _complain(
    grid: Grid, header: int, columns: Sequence[Column], notes: Notes, *, strict: bool
) -> None:
    """Note columns that nobody knows."""
    unread = []
    for column in columns:
        word = printable(column.header[:60])
        row = grid.rows[max(header, 0)]
        place = grid.column(row.line, column.index)
        if column.name == AGAIN and strict:
            message = "this column is given twice"
            notes.fault(row.line, place, word.lower(), message, word)
        if column.name or not word:
            continue
        close = get_close_matches(word.lower(), COLUMNS, n=1, cutoff=0.75)
        if close and strict:
            message = f'there is no such column; did you mean "{close[0]}"?'
            notes.fault(row.line, place, word.lower(), message, word)
        else:
            unread.append(word.lower())
    if unread and not any(one.header.lower() == TRAINING_PEAKS for one in columns):
        notes.warn(f"columns not read: {', '.join(unread)}")


def _in_hours(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Return whether the bare numbers of a column without a unit are hours."""
    cells = [row.cell(one.index) for one in columns if one.name == "duration" for row in rows]
    numbers = [
        float(cell.replace(",", "."))
        for cell in cells
        if re.fullmatch(r"\d{1,4}(?:[.,]\d+)?", cell)
    ]
    return bool(numbers) and max(numbers) <= 7


def _is_sum(row: Row) -> bool:
    """Return whether a row adds something up."""
    words = [cell for cell in row.cells if cell and not is_nothing(cell)]
    return bool(words) and any(meaning(word)[0] == "total" for word in words[:2])


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
