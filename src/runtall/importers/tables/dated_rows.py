"""Rows with dates: each a run, or more words for the run above."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from runtall.errors.words import counted, shown
from runtall.importers.base import Context, Entry
from runtall.importers.days.date_columns import MEND, Hints, read_dates
from runtall.importers.days.dates import written
from runtall.importers.days.names import weekdays_of
from runtall.importers.days.week_names import start_of_week
from runtall.importers.days.weekday_words import on_or_after
from runtall.importers.grid import Row
from runtall.importers.tables.days_between import with_days_between
from runtall.importers.tables.header import Column
from runtall.importers.tables.runs_table import RunsTable
from runtall.importers.tables.values import goes_on, is_aside, with_words

# Rows without a date that can be runs of one day, or more words for them.
MOST_BELOW = 6
# Nobody begins to run so late every day.
LATE = time(22)
# So many weekdays, and this share of all, that are wrong by the same are no slips.
MANY, NEARLY_ALL = 5, 0.9
UTC_NAMES = {"z", "utc", "gmt"}


def dated_rows(table: RunsTable, column: Column, context: Context) -> list[Entry]:
    """Return the entries of a table with a column of dates."""
    cells = table.cells(column)
    filled = [written(cell) for cell in cells if cell]
    # What is no date among dates is something else on purpose, unless the table is made for us.
    lenient = not table.strict and 2 * filled.count(None) <= len(filled)
    days = table.days(column, cells, context)
    weekdays = weekdays_of(table.cells(table.column("weekday")))
    _compare(table, days, weekdays)
    days = _local(table, cells, days, context)
    if not table.strict:
        days = with_days_between(table, column, cells, _by_weekdays(cells, days, weekdays))
    entries: list[Entry] = []
    named, below, alone = _name_of_rows(table, cells), 0, list[Row]()
    for row, cell, day, end in zip(table.rows, cells, days, _ends(table, context), strict=True):
        nothing = not table.strict if not cell else lenient and written(cell) is None
        below = 0 if day else MOST_BELOW + 1 if cell or row.gap else below + 1
        if day is None and nothing:
            own = named is not None and row.cell(named.index)
            if not own and below <= MOST_BELOW and _goes_on(table, row, entries):
                table.notes.warn("rows without a date are read with the day above", row.example)
            else:
                alone += [row] if below > MOST_BELOW and not cell else []
                table.notes.warn("rows without a date left out", row.example)
        elif day is not None and end is not None and end - day > timedelta(days=1):
            table.notes.warn("events of several days left out", f"{day} in line {row.line}")
        else:
            if day is None and cell and written(cell) is None:
                _fault(table, column, row, cell)
            entries += table.values.entries(row, day)
    if len(alone) > len(days) - days.count(None):
        message = f"{counted(len(alone), 'row')} from here on have no date"
        _fault_at(table, column, alone[0], message)
    table.notes.end()
    return entries


def _compare(table: RunsTable, days: Sequence[date | None], weekdays: Sequence[int | None]) -> None:
    """Note dates that don't fall on the weekday beside them; a letter may be one of two."""
    column = table.column("weekday")
    words = table.cells(column)
    beside = [(row, day, word, (day.weekday() - weekday) % 7) for row, day, word, weekday
              in zip(table.rows, days, words, weekdays, strict=True)
              if day and weekday is not None and len(word.strip(" .")) > 1]  # fmt: skip
    wrong = [(row, f"{day}, a {day:%A}, beside {word}", by) for row, day, word, by in beside if by]
    ways = [by for *_, by in wrong]
    if column and len(wrong) >= MANY and max(map(ways.count, ways)) >= NEARLY_ALL * len(beside):
        row, example, _ = wrong[0]
        place = table.grid.column(row.line, column.index)
        message = f"nearly no date falls on the weekday beside it, such as {example}; {MEND}"
        table.notes.fault(row.line, place, table.called(column), message)
        return
    for _, example, _ in wrong:
        told = "dates that don't fall on the weekday beside them; the date counts"
        table.notes.warn(told, example)


def _by_weekdays(
    cells: Sequence[str], days: Sequence[date | None], weekdays: Sequence[int | None]
) -> list[date | None]:
    """Return the days with those of rows that have only a weekday, next after the row above."""
    found: list[date | None] = []
    before: date | None = None
    for cell, day, weekday in zip(cells, days, weekdays, strict=True):
        if day is None and not cell and weekday is not None and before is not None:
            day = on_or_after(before, weekday)
        before = day or before
        found.append(day)
    return found


def _local(
    table: RunsTable, cells: Sequence[str], days: Sequence[date | None], context: Context
) -> list[date | None]:
    """Return the days as the runner's calendar has them, where their times are in UTC."""
    found: list[date | None] = []
    told = [written(cell) for cell in cells]
    late = [bool(one and one.zone in UTC_NAMES and one.at not in {None, time(0)}) for one in told]
    hours = {one.at for one, is_late in zip(told, late, strict=True) if one and is_late}
    if context.timezone is None and hours and all(at and at >= LATE for at in hours):
        # Midnight of a place further east, in summer and in winter.
        table.notes.warn(
            "times late in the evening in UTC are read as the beginning of the day after; give the"
            " time zone where they aren't"
        )
        return [day and day + timedelta(is_late) for day, is_late in zip(days, late, strict=True)]
    for read, day in zip(told, days, strict=True):
        if day is not None and read and read.zone in UTC_NAMES and read.at not in {None, time(0)}:
            if context.timezone is None:
                table.notes.warn("times are in UTC; give the time zone, or runs may be a day off")
            else:
                moment = datetime.combine(day, read.at or time(0), UTC)
                day = moment.astimezone(ZoneInfo(context.timezone)).date()
        found.append(day)
    return found


def _ends(table: RunsTable, context: Context) -> list[date | None]:
    """Return the last days of events that may take several."""
    column = table.column("end_date")
    if column is None:
        return [None] * len(table.rows)
    return read_dates(table.cells(column), Hints(context.date_order, context.race_date)).days


def _name_of_rows(table: RunsTable, cells: Sequence[str]) -> Column | None:
    """Return a column that nobody knows with another name for each row, such as a number.

    A row with one of its own is no more words for the row above.
    """
    dated = [row for row, cell in zip(table.rows, cells, strict=True) if cell]
    for column in table.columns:
        names = {row.cell(column.index) for row in dated if not column.name}
        if len(names) == len(dated) > 1 and "" not in names:
            return column
    return None


def _goes_on(table: RunsTable, row: Row, entries: list[Entry]) -> bool:
    """Add a row without a date to the day above; False where it has nothing for it."""
    if not entries or is_aside(row):
        return False
    found = table.values.entries(row, entries[-1].date)
    for more in found:
        if goes_on(more):
            entries[-1] = with_words(entries[-1], more)
        else:
            entries.append(more)
    return bool(found)


def _fault(table: RunsTable, column: Column, row: Row, cell: str) -> None:
    """Say what a cell among dates is that is none."""
    if start_of_week(cell) != cell:
        message = (
            f"{shown(cell)} is a week and no day; say in the header on which weekday each run is,"
            " such as Easy (Tue)"
        )
    else:
        message = f"{shown(cell)} is not a date; write year-month-day, such as 2027-04-25"
    _fault_at(table, column, row, message)


def _fault_at(table: RunsTable, column: Column, row: Row, message: str) -> None:
    place = table.grid.column(row.line, column.index)
    table.notes.fault(row.line, place, table.called(column), message, "date")
