"""Dates in the cells of days: before the words of a run, or in a row of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from runtall.importers.base import Notes
from runtall.importers.days.date_columns import Hints, clear_dates
from runtall.importers.days.dates import ORDERS, exists, written
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.header import FIRST_ROWS
from runtall.importers.tables.week_header import Weeks

# The date that a cell begins with, and what parts it from the rest.
DATED = re.compile(r"\s*(?P<date>\d{4}-\d{1,2}-\d{1,2}|[^:\n]{3,30}?)(?P<end>:|\n|$|(?<=-\d\d)\s)")
ISO = re.compile(r"\d{4}-\d")
# So many dates in a row are no chance; so many without a year must follow each other.
FEWEST, FEWEST_SHORT = 2, 3
# Days of a row that make it a week of a calendar.
FEWEST_DAYS = 5
# Years without and with a 29 February, for days of no year.
ANY_YEARS = (2027, 2028)

# The dates of a row, by days from the week's first.
RowDates = Mapping[int, date]


def split_dated(cell: str) -> tuple[str, str]:
    """Split a cell into the date that it begins with and the rest; no date: an empty one."""
    found = DATED.match(cell)
    head = found["date"].strip() if found else ""
    read = written(head)
    if found is None or read is None or not (read.orders or ISO.match(head)):
        return "", cell
    if not found["end"] and not _is_whole(head):
        return "", cell
    return head, cell[found.end() :]


def _is_whole(head: str) -> bool:
    """Return whether a cell that is nothing but a date can be nothing else."""
    return len(re.findall(r"\d+", head)) == 3 or any(char.isalpha() for char in head)


def dates_of_days(
    grid: Grid, weeks: Weeks, rows: Sequence[Row], hints: Hints, notes: Notes
) -> dict[int, dict[int, date]]:
    """Return the dates in the cells of days, by position of the row and day of the week.

    One date in a cell of a whole table may be chance, such as a range; a whole one isn't.
    """
    places = list(_places(weeks, rows))
    counts = Counter(position for position, _, _ in places)
    whole = any(ISO.match(text) for _, _, text in places)
    if not whole and max(counts.values(), default=0) < FEWEST:
        return {}
    start = weeks.start
    named = [None if start is None else (start + offset) % 7 for _, offset, _ in places]
    cells = [(rows[row].line, weeks.columns[offset], text) for row, offset, text in places]
    days = clear_dates(grid, cells, replace(hints, weekdays=named), notes)
    found: dict[int, dict[int, date]] = {}
    for (row, offset, _), day in zip(places, days, strict=True):
        if day is not None:
            found.setdefault(row, {})[offset] = day
    return found


def _places(weeks: Weeks, rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    """Yield each date with the position of its row and its day of the week."""
    for position, row in enumerate(rows):
        cells = {offset: row.cell(index) for offset, index in weeks.columns.items()}
        short = _follow_each_other({offset: cell for offset, cell in cells.items() if cell})
        for offset, cell in cells.items():
            if head := cell if short else split_dated(cell)[0]:
                yield position, offset, head


def _follow_each_other(cells: Mapping[int, str]) -> bool:
    """Return whether all cells of a row are dates, each of the day that it stands below."""
    read = {offset: written(cell) for offset, cell in cells.items()}
    if len(read) < FEWEST_SHORT or not all(read.values()):
        return False
    for order, year in product(ORDERS, ANY_YEARS):
        firsts = {
            date(value[0] or year, value[1], value[2]) - timedelta(days=offset)
            for offset, one in read.items()
            if one and (value := one.orders.get(order)) and exists(value[0] or year, *value[1:])
        }
        if len(firsts) == 1 and all(one and order in one.orders for one in read.values()):
            return True
    return False


def with_numbered_days(grid: Grid) -> Grid:
    """Return a calendar without weekdays, rows of dates in turn, with a header for its days."""
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        dates = [index for index, cell in enumerate(row.cells) if cell and written(cell)]
        first = dates[0] if dates else 0
        cells = {index - first: row.cell(index) for index in dates}
        if len(dates) >= FEWEST_DAYS and dates[-1] - first < 7 and _follow_each_other(cells):
            names = [f"day {number + 1}" for number in range(7)]
            header = replace(row, cells=(*[""] * first, *names))
            return grid.with_rows(position, position, header)
    return grid


def is_row_of_dates(cells: Mapping[int, str], dates: RowDates) -> bool:
    """Return whether a row has dates only."""
    filled = [cell for cell in cells.values() if cell]
    return (len(dates) >= FEWEST or any(map(ISO.match, filled))) and (
        all(not split_dated(cell)[1] for cell in filled)
        or _follow_each_other({offset: cell for offset, cell in cells.items() if cell})
    )


def first_day(dates: RowDates) -> date | None:
    """Return the first day of a week by any of its dates."""
    return next((day - timedelta(days=offset) for offset, day in dates.items()), None)


def day_beside(dates: RowDates, offset: int) -> date:
    """Return the date of a day by the nearest one of its row."""
    near = min(dates, key=lambda known: (abs(known - offset), known))
    return dates[near] + timedelta(days=offset - near)
