"""Plans that lie over several sheets of a workbook, one a month or a week: as one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from runtall.errors import FileFaults
from runtall.importers.base import Context, Entries
from runtall.importers.days.dates import written
from runtall.importers.days.week_numbers import week_number
from runtall.importers.grid import Grid
from runtall.importers.tables.header import find_header
from runtall.importers.tables.month_pages import with_month_dates
from runtall.importers.tables.read import read_grid, with_weeks_as_rows
from runtall.importers.tables.week_header import find_weeks, with_header_dates

# What the header of a table is, whatever stands above it.
Header = tuple[object, ...]
# The number of a day of a month.
DAY = re.compile(r"[0-3]?\d\.?")
# Days by which a sheet may go back behind the one before it; another plan goes back by weeks.
MOST_BACK = timedelta(days=7)


def with_joined(grids: Sequence[Grid], context: Context) -> tuple[tuple[Grid, ...], ...]:
    """Return the sheets one by one, and before them those together whose headers agree."""
    grids = [
        with_header_dates(with_month(with_month_dates(with_weeks_as_rows(grid, context), context)))
        for grid in grids
    ]
    groups: dict[Header, list[Grid]] = {}
    for grid in grids:
        if header := _header(grid)[1]:
            groups.setdefault(header, []).append(grid)
    several = (tuple(group) for group in groups.values() if len(group) > 1)
    return (*several, *((grid,) for grid in grids))


def read_sheets(sheets: Sequence[Grid], context: Context, form: str) -> Entries | None:
    """Read one sheet, or several as one; None where those are no parts of one plan.

    They are if their dates follow each other, or, without dates, if their names number weeks or
    name months.

    Raises
    ------
    FileFaults
        If a single sheet can't be read.
    """
    if len(sheets) == 1:
        return read_grid(sheets[0], context, form)
    together = _together(sheets)
    try:
        if not _are_named(grid.sheet for grid in sheets):
            read_grid(together, replace(context, race_date=None), form)  # has dates of its own
        found = read_grid(together, context, form)
    except FileFaults:
        return None
    days = [entry.date for entry in found.entries]
    in_turn = all(before - after <= MOST_BACK for before, after in pairwise(days))
    return found if in_turn else None


def with_month(grid: Grid) -> Grid:
    """Return a sheet named as a month with whole dates in place of the numbers of its days."""
    found = find_header(grid)
    if not grid.sheet or found is None or not written(f"1 {grid.sheet}"):
        return grid
    position, columns = found
    for column in columns:
        cells = [row.cell(column.index) for row in grid.rows[position + 1 :]]
        filled = [cell for cell in cells if cell]
        if column.name in {"day", "date"} and filled and all(map(DAY.fullmatch, filled)):
            rows = [
                row.with_cell(column.index, f"{row.cell(column.index)} {grid.sheet}")
                if index > position and row.cell(column.index)
                else row
                for index, row in enumerate(grid.rows)
            ]
            return replace(grid, rows=tuple(rows))
    return grid


def _header(grid: Grid) -> tuple[int, Header]:
    """Return where the header of a sheet is, and what it has in which column."""
    if weeks := find_weeks(grid):
        return weeks.row, (weeks.start, *sorted(weeks.columns.items()))
    if found := find_header(grid):
        return found[0], tuple((one.index, one.name) for one in found[1] if one.name)
    return 0, ()


def _together(sheets: Sequence[Grid]) -> Grid:
    """Return the rows of several sheets below the header of the first."""
    rows = list(sheets[0].rows)
    for grid in sheets[1:]:
        below = grid.rows[_header(grid)[0] + 1 :]
        rows += [replace(row, gap=row.gap and position > 0) for position, row in enumerate(below)]
    return Grid(tuple(rows), " ".join(grid.sheet for grid in sheets))


def _are_named(names: Iterable[str]) -> bool:
    """Return whether the names of sheets are weeks or months."""
    return all(week_number(name) is not None or written(f"1 {name}") for name in names)
