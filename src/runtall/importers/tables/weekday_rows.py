"""Rows with a week and a weekday, or the number of a day, instead of a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise

from runtall.domain.calendar import WEEKDAYS
from runtall.importers.base import NO_DATE, Context, Entry
from runtall.importers.days.dates import written
from runtall.importers.days.names import weekdays_of
from runtall.importers.days.week_names import start_of_week
from runtall.importers.days.week_numbers import MARKS, week_number
from runtall.importers.days.weekday_words import on_or_before
from runtall.importers.grid import Row
from runtall.importers.tables.header import MOSTLY, Column
from runtall.importers.tables.runs_table import RunsTable
from runtall.importers.tables.values import goes_on, is_aside, with_words
from runtall.importers.tables.week_labels import with_later
from runtall.importers.weeks.calendar_weeks import numbers_of
from runtall.importers.weeks.layout import is_race, lay_out
from runtall.importers.weeks.prose import as_another
from runtall.importers.weeks.weeks import Week

# Weeks that begin on one weekday, and not by chance.
FEWEST = 3


def weekday_rows(table: RunsTable, context: Context) -> list[Entry]:
    """Return the entries of a table with weekdays, laid out from its race or its dates."""
    column = table.column("week", "to_go", "week_end")
    labels, start = table.cells(column), None
    starts = _starts(table, column, labels, context)
    if weekday := table.column("weekday"):
        days = weekdays_of(table.cells(weekday))
        begin = [day.weekday() for day in dict.fromkeys(starts) if day]
        ends = column is None or column.name == "week_end"
        usual = max(begin, key=begin.count, default=0)
        often = not ends and begin.count(usual) >= max(FEWEST, MOSTLY * len(begin))
        firsts = [usual] * often  # weeks that begin on a Friday
        start = first_weekday(days, labels, context.week_starts, *firsts)
    else:
        numbers = table.cells(table.column("number"))
        days = [int(cell) - 1 if cell.isdecimal() and int(cell) else None for cell in numbers]
    dates = _own_dates(table, weekday, days, context)
    weeks: list[Week] = []
    label, before = "", -1
    for row, day, text, first, own in zip(table.rows, days, labels, starts, dates, strict=True):
        if own and start is not None:
            day, first = own.weekday(), on_or_before(own, start)
            found = table.values.entries(row, own, missing=False)
        elif day is None and column and (same := _as_another(row, column)):
            day, found = start or 0, [Entry(NO_DATE, same, row.line)]
        elif day is None:
            _go_on(table, row, text, weeks)
            continue
        else:
            found = table.values.entries(row, None, missing=False)
        offset = (day - (start or 0)) % 7
        begins = text not in {"", label} if column else offset < before % 7
        begins = begins or not weeks or (own is not None and weeks[-1].first not in {None, first})
        if begins or (start is None and day // 7 != before // 7):
            number = week_number(text)
            if number and column and column.name == "to_go":
                number = -number
            if first is not None and start is not None:
                first = on_or_before(first, start)
            counted = numbers_of(text, column.header if column else "")
            weeks.append(Week(row.line, number, first, counted=counted))
        if own:
            weeks[-1].first = first
        label, before = text or label, day if start is None else offset
        weeks[-1].days.setdefault(offset, []).extend(found)
    table.notes.end()
    if column and start is not None and column.name == "week":
        told = [next((day for row, day in zip(table.rows, starts, strict=True)
                      if row.line == week.line), None) for week in weeks]  # fmt: skip
        races = [any(map(is_race, chain.from_iterable(week.days.values()))) for week in weeks]
        begun = [week.first for week in weeks]
        moved = with_later(told, begun, races, column.header, context, table.notes)
        weeks = [replace(week, first=day) for week, day in zip(weeks, moved, strict=True)]
    return lay_out(weeks, start, context, table.notes)


def _own_dates(
    table: RunsTable, column: Column | None, days: Sequence[int | None], context: Context
) -> list[date | None]:
    """Return the dates that some rows have in place of a weekday, as those of the last week."""
    if column is None:
        return [None] * len(days)
    plain = [cell.strip(MARKS) for cell in table.cells(column)]
    cells = [
        cell if day is None and written(cell) else "" for cell, day in zip(plain, days, strict=True)
    ]
    return table.days(column, cells, context) if any(cells) else [None] * len(days)


def _as_another(row: Row, week: Column) -> str:
    """Return what a row says of a whole week that is as another: "same as week 3"."""
    cells = [cell for at, cell in enumerate(row.cells) if cell and at != week.index]
    same = as_another(cells[0]) if len(cells) == 1 else None
    return cells[0].replace("*", "") if same and not same.start() else ""


def _go_on(table: RunsTable, row: Row, label: str, weeks: Sequence[Week]) -> None:
    """Add a row without a weekday to the run above, or leave it out."""
    days = list(weeks[-1].days.values()) if weeks else []
    apart = row.gap or is_aside(row)
    found = [] if apart else table.values.entries(row, None, missing=False)
    if found and goes_on(found[0]) and days and days[-1]:
        days[-1][-1] = with_words(days[-1][-1], found[0])
    elif found or not week_number(label):
        table.notes.warn("rows without a weekday left out", row.example)


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


def first_weekday(
    days: Sequence[int | None], labels: Sequence[str], usual: str, *likelier: int
) -> int:
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

    return min((*likelier, WEEKDAYS.index(usual), 0, 6, 5), key=backwards)
