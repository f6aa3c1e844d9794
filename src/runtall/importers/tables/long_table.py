"""The long table: one row for each run, with its date, or with its week and weekday."""

from __future__ import annotations

from dataclasses import replace

from runtall.errors import Fault, FileFaults
from runtall.errors.words import printable
from runtall.importers.base import Context, Entries, Notes, no_run_plan
from runtall.importers.days.counted_days import places
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.dated_rows import dated_rows
from runtall.importers.tables.header import Column, find_header, headerless
from runtall.importers.tables.runs_table import COLUMNS, TRAINING_PEAKS, RunsTable
from runtall.importers.tables.week_rows import with_week_column
from runtall.importers.tables.weekday_rows import weekday_rows

FORM = "a table, one row a run"
# Columns for days that are counted through a whole plan.
PLACES = ("Week", "Day")
CALENDAR = {"all_day", "end_date", "end_time"}


def read_long(grid: Grid, context: Context) -> Entries:
    """Read a table with a column for the date, or for week and weekday, and any of the others.

    A date that comes twice is a day with two runs. A row without one goes on with the row
    above, if no blank row parts them. Rows without a kind are known by type, title and
    description.
    """
    notes = Notes()
    position, columns = find_header(grid) or headerless(grid)
    if (named := with_week_column(grid, position)) is not grid:
        grid, label = named, Column(grid.width, "week")
        position, columns = find_header(grid) or (-1, (*columns, label))
    table = RunsTable.of(grid, position, columns, notes)
    names = {column.name for column in table.columns}
    if dates := table.column("date"):
        entries = dated_rows(table, dates, context)
    elif names & {"weekday", "number"}:
        entries = weekday_rows(table, context)
    elif (counted := _with_places(grid)) is not grid:
        return read_long(counted, context)
    else:
        row = grid.rows[max(position, 0)]
        raise FileFaults(Fault("", row.line, 1, "", _no_day(row)))
    if not entries:
        raise no_run_plan(grid.nothing_below(table.header))
    form, feed = FORM, len(names & CALENDAR) >= 2
    if feed:
        form = "a calendar as a table"
    if any(one.header.lower() == TRAINING_PEAKS for one in table.columns):
        form, feed = "a TrainingPeaks table", True
    return Entries(tuple(entries), form, notes.remarks(), feed)


def _with_places(grid: Grid) -> Grid:
    """Return a table that counts the days of its plan with columns for their weeks and days."""
    header, *rows = grid.rows
    if header.cells[-2:] == PLACES:
        return grid
    for index in range(grid.width):
        found = places([row.cell(index) for row in rows], bare=True)
        if 2 * sum(map(bool, found)) > len(rows):
            added = (PLACES, *(tuple(map(str, one or ("", ""))) for one in found))
            wide = (
                replace(row, cells=(*(row.cell(at) for at in range(grid.width)), *more))
                for row, more in zip(grid.rows, added, strict=True)
            )
            return replace(grid, rows=tuple(wide))
    return grid


def _no_day(row: Row) -> str:
    """Say which columns there are where none of them is the date."""
    there = ", ".join(printable(cell[:30]) for cell in row.cells if cell)
    return (
        f"there is no column date; found: {there}; which is the date? Call it date (the columns"
        f" are {', '.join(COLUMNS)}), or have a column for each weekday"
    )
