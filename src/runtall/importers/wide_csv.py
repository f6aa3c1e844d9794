"""The wide table: one row for each week, a column for each weekday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from runtall.documents.values import BadValue, read_date
from runtall.domain.calendar import WEEKDAYS
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.csv_table import Table
from runtall.importers.dates_from_race import dates_from_race

FORM = "a table, one row a week"
DATED = re.compile(r"^(\d{4}-\d{1,2}-\d{1,2}):?\s*")
WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})(day|s|rs|sday|nesday|rsday|urday)?")
# So many weekdays in the header make a table a wide one.
FEWEST_WEEKDAYS = 5


def is_wide(header: list[str]) -> bool:
    """Return whether a header names the days of the week."""
    return len(_weekdays(header)) >= FEWEST_WEEKDAYS


def _weekdays(header: list[str]) -> dict[str, int]:
    """Return the column of each weekday, in the order of the table."""
    found: dict[str, int] = {}
    for index, cell in enumerate(header):
        if name := WEEKDAY.fullmatch(cell):
            found.setdefault(name[1], index)
    return found


def read_wide_csv(text: str, context: Context) -> Entries:
    """Read a table with a row for each week.

    A cell may begin with its date, ``2027-01-04: easy 5 km``; then its row needs no other. A
    table without any date is laid out backwards from the race. Several lines in a cell are one
    title. Other columns, such as the week's number and distance, are not read.
    """
    table = Table.of(text)
    rows = list(table.rows())
    columns = _weekdays([cell.strip().lower() for cell in rows[0][1]])
    weeks = [
        (line, [cells[index].strip() if index < len(cells) else "" for index in columns.values()])
        for line, cells in rows[1:]
    ]
    if not any(any(week) for _, week in weeks):
        raise no_run_plan("there are no runs below the header")
    if any(DATED.match(cell) for _, week in weeks for cell in week):
        return _dated(table, weeks, tuple(columns.values()))
    days = [Entry(NO_DATE, cell, line) for line, week in weeks for cell in week]
    if len(columns) < len(WEEKDAYS):
        missing = ", ".join(day for day in WEEKDAYS if day not in columns)
        raise no_run_plan(f"a table without dates needs all weekdays; missing: {missing}")
    return dates_from_race(days, context.race_date, next(iter(columns)), FORM)


def _dated(table: Table, weeks: list[tuple[int, list[str]]], columns: tuple[int, ...]) -> Entries:
    notes = Notes()
    entries = []
    for line, week in weeks:
        days: dict[int, date] = {}
        for index, cell in enumerate(week):
            found = DATED.match(cell)
            try:
                days |= {index: read_date(found[1])} if found else {}
            except BadValue as error:
                notes.fault(line, table.column(line, columns[index]), "", str(error))
        for index, cell in enumerate(week):
            title = DATED.sub("", cell)
            if not title or (DATED.match(cell) and index not in days):
                continue
            if not days:
                notes.fault(line, 1, "", "no cell of this row begins with its date")
                break
            near = min(days, key=lambda known: (abs(known - index), known))
            entries.append(Entry(days[near] + timedelta(days=index - near), title, line))
    notes.end()
    return Entries(tuple(entries), FORM)
