"""A planner for a wall: months side by side, a row for each number of a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from runtall.importers.base import Context
from runtall.importers.days.date_columns import years_in
from runtall.importers.days.dates import written
from runtall.importers.days.names import weekdays_of
from runtall.importers.grid import Grid, Row

# Rows in which the months of a planner are looked for, and days that each of them has.
FIRST_ROWS, FEWEST_DAYS = 20, 15


def with_months_below(grid: Grid, context: Context) -> Grid | None:
    """Return a planner as rows of a date and what stands beside it; None of anything else."""
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        months = {
            index: month for index, cell in enumerate(row.cells) if (month := month_named(cell))
        }
        if len(months) < 2:
            continue
        above = [cell for one in grid.rows[: position + 1] for cell in one.cells]
        for year in _years((*above, *context.heading), context):
            days = _days(grid.rows[position + 1 :], months, year)
            if len(days) >= FEWEST_DAYS * len(months):
                rows = [Row(line, (f"{day}", words)) for day, line, words in sorted(days) if words]
                head = Row(row.line, ("Date", "Title"))
                remarks = [
                    one
                    for one in grid.rows[position + 1 :]
                    if one.only_cell and not one.only_cell.isdecimal()
                ]
                return replace(grid, rows=(*grid.rows[:position], *remarks, head, *rows))
    return None


def _years(words: Iterable[str], context: Context) -> Sequence[int]:
    """Return the years that a planner may begin in, the likeliest first."""
    last = context.race_date.year if context.race_date else date.today().year + 1
    return years_in(words) or (last, last - 1)


def _days(rows: Sequence[Row], months: Mapping[int, int], year: int) -> list[tuple[date, int, str]]:
    """Return each day of a planner, its line and its words; none where weekdays contradict."""
    found = []
    starts = [*months, max(len(row.cells) for row in rows) if rows else 0]
    for (start, end), before in zip(pairwise(starts), [0, *months.values()], strict=False):
        year += months[start] < before
        cells = [[row.cell(index) for index in range(start, max(end, start + 1))] for row in rows]
        column, named = _weekdays(cells)
        for at, (row, words) in enumerate(zip(rows, cells, strict=True)):
            words = [cell for index, cell in enumerate(words) if cell and index != column]
            number = next((cell for cell in row.cells[: starts[0]] if cell), "")
            if not number.isdecimal():  # each month has its own
                number, *words = words or [""]
            if not number.isdecimal() or not 0 < int(number) <= monthrange(year, months[start])[1]:
                continue
            day = date(year, months[start], int(number))
            if named[at] not in {None, day.weekday()}:
                return []
            found.append((day, row.line, ", ".join(words)))
    return found


def _weekdays(rows: Sequence[Sequence[str]]) -> tuple[int, list[int | None]]:
    """Return the column of a month that has weekdays, and those; -1 where there is none."""
    for column in range(len(rows[0]) if rows else 0):
        days = weekdays_of([row[column] for row in rows])
        follow = sum(a is not None and b == (a + 1) % 7 for a, b in pairwise(days))
        if follow >= FEWEST_DAYS:
            return column, days
    return -1, [None] * len(rows)


def month_named(cell: str) -> int:
    """Return the number of the month that a cell names; 0 of any other."""
    read = written(f"1 {cell}") if cell[:1].isalpha() else None
    return next((month for _, month, _ in read.orders.values()), 0) if read else 0
