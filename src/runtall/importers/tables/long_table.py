"""The long table: one row for each run, with its date, or with its week and weekday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from runtall.domain.run_plan import NOT_RUNNING, RunKind
from runtall.errors import Fault, FileFaults
from runtall.errors.words import printable, shown
from runtall.importers.base import Context, Entries, Notes, no_run_plan
from runtall.importers.days.counted_days import counts, falls_to_race, places
from runtall.importers.days.names import meaning
from runtall.importers.days.own_race import race_named
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.dated_rows import dated_rows
from runtall.importers.tables.header import Column, find_header, headerless
from runtall.importers.tables.runs_table import COLUMNS, TRAINING_PEAKS, RunsTable
from runtall.importers.tables.week_header import OF_WEEKS, RUN
from runtall.importers.tables.week_rows import with_week_column
from runtall.importers.tables.weekday_rows import weekday_rows
from runtall.importers.words.titles import spelling

FORM = "a table, one row a run"
# Columns for days that are counted through a whole plan, and for their dates.
PLACES, DATES = ("Week", "Day"), ("Date", "")
FEWEST_RUNS = 2
# Weekdays of an example, and that of a long run.
DAYS, LAST = ("Tue", "Thu", "Fri", "Sat", "Mon", "Wed"), "Sun"
TEMPO = re.compile(r"(?i)\b(tempo\b.*|tempo)s$")
ON_NO_DAY = "the column {} has runs of its own day, and the days are named beside it, too"
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
    row, dates = grid.rows[max(position, 0)], table.column("date")
    of_weeks = dates is None or meaning(dates.header)[0] in OF_WEEKS
    if of_weeks and not names & {"weekday", "number"} and (said := _no_weekdays(row)):
        raise FileFaults(Fault("", row.line, 1, "", said))
    if lost := table.weekdays_lost:
        raise FileFaults(Fault("", row.line, 1, "", ON_NO_DAY.format(shown(lost))))
    if dates:
        entries = dated_rows(table, dates, context)
    elif names & {"weekday", "number"}:
        entries = weekday_rows(table, context)
    elif (counted := _with_places(grid, context)) is not grid:
        return read_long(counted, context)
    else:
        raise FileFaults(Fault("", row.line, 1, "", _no_day(row)))
    if not entries:
        raise no_run_plan(grid.nothing_below(table.header))
    form, feed = FORM, len(names & CALENDAR) >= 2
    if feed:
        form = "a calendar as a table"
    if any(one.header.lower() == TRAINING_PEAKS for one in table.columns):
        form, feed = "a TrainingPeaks table", True
    return Entries(tuple(entries), form, notes.remarks(), feed)


def _with_places(grid: Grid, context: Context) -> Grid:
    """Return a table that counts the days of its plan with columns for their weeks and days.

    Where they fall to a race whose day is known, with one for their dates.
    """
    header, *rows = grid.rows
    if header.cells[-2:] in {PLACES, DATES}:
        return grid
    race = context.race_date or race_named(context.heading)
    for index in range(grid.width):
        name = header.cell(index)
        called = {meaning(word)[0] for word in (name, *name.split())}
        if called & OF_WEEKS and "day" not in called:  # numbers of weeks are no days
            continue
        heads = [row.cell(index) for row in rows]
        found = places(heads, bare=True)
        if 2 * sum(map(bool, found)) <= len(rows):
            continue
        more = [PLACES, *(tuple(map(str, one or ("", ""))) for one in found)]
        if race and falls_to_race(days := counts(heads, bare=True)):
            dates = ("" if day is None else f"{race + timedelta(day)}" for day in days)
            more = [DATES, *((day, "") for day in dates)]
        wide = (
            replace(row, cells=(*(row.cell(at) for at in range(grid.width)), *cells))
            for row, cells in zip(grid.rows, more, strict=True)
        )
        return replace(grid, rows=tuple(wide))
    return grid


def _no_weekdays(row: Row) -> str:
    """Say what is missing in a table that has a row a week and a column a kind; else nothing.

    Only the runner knows on which day each is run.
    """
    # "Tempos" was "Tempo" until it was told from a pace.
    cells = [printable(TEMPO.sub(r"\1", cell)[:30]) for cell in row.cells if cell]
    weeks = [cell for cell in cells if meaning(cell)[0] in OF_WEEKS]
    kinds = {cell: classify(cell).kind for cell in cells if cell not in weeks}
    runs = [cell for cell, kind in kinds.items()
            if kind in {*RunKind} - NOT_RUNNING or RUN.fullmatch(spelling(cell))]  # fmt: skip
    if not weeks or len(runs) < FEWEST_RUNS:
        return ""
    last = next((cell for cell in runs if kinds[cell] == RunKind.LONG), runs[-1])
    others = iter(DAYS)
    days = (LAST if cell == last else next(others, DAYS[-1]) for cell in runs)
    named = (f"{cell} ({day})" for cell, day in zip(runs, days, strict=True))
    example = ",".join([weeks[0], *named])
    return (
        f"the weeks are in {shown(weeks[0])} and the runs in {', '.join(map(shown, runs))}, but on"
        f" which weekday each is run is missing; name the days in the header: {example}"
    )


def _no_day(row: Row) -> str:
    """Say which columns there are where none of them is the date."""
    there = ", ".join(printable(cell[:30]) for cell in row.cells if cell)
    return (
        f"there is no column date; found: {there}; which is the date? Call it date (the columns"
        f" are {', '.join(COLUMNS)}), or have a column for each weekday"
    )
