"""The pages of a calendar: the name of a month, and below it the numbers of its days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from runtall.importers.base import Context
from runtall.importers.tables.date_columns import Hints, read_dates
from runtall.importers.tables.grid import Grid, Row

# The number of a day, perhaps with its run below.
NUMBER = re.compile(r"(?P<day>[0-3]?\d)(?:[.:]?(?=\s*\n|$)|[.: ] *(?=\S))")
# Rows of such numbers that are no chance.
FEWEST = 3


def with_month_dates(grid: Grid, context: Context) -> Grid:
    """Return a calendar with whole dates in place of the numbers, without the names of months.

    The numbers below a month follow each other from one on. A sheet may be called as its month.
    """
    names = {row.line: first for row in grid.rows if (first := _month(row.only_cell, context))}
    rows: list[Row] = []
    month, last, read = None if names else _month(grid.sheet, context), 0, 0
    if not names and not month:
        return grid
    for row in grid.rows:
        filled = [cell for cell in row.cells if cell]
        days = [int(number["day"]) for cell in filled if (number := NUMBER.match(cell))]
        if row.line in names:
            month, last = names[row.line], 0
        elif month and days == list(range(last + 1, last + len(filled) + 1)):
            rows.append(replace(row, cells=tuple(_with_date(cell, month) for cell in row.cells)))
            last += len(days)
            read += 1
        else:
            rows.append(row)
    return replace(grid, rows=tuple(rows)) if read >= FEWEST else grid


def _month(cell: str, context: Context) -> date | None:
    """Return the first day of ``March 2027``, ``MARCH``; None for anything else."""
    if not cell[:1].isalpha():
        return None
    return read_dates([f"1 {cell}"], Hints(context.date_order, context.race_date)).days[0]


def _with_date(cell: str, month: date) -> str:
    found = NUMBER.match(cell)
    if not found or int(found["day"]) > monthrange(month.year, month.month)[1]:
        return cell
    rest = cell[found.end() :]
    return f"{month.replace(day=int(found['day']))}{': ' if rest.strip() else ''}{rest.strip()}"
