"""Weeks that have their name in a row above their days, of its own or a header: as a column."""

from __future__ import annotations

from dataclasses import replace

from runtall.importers.days.dates import written
from runtall.importers.days.names import meaning
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.days.week_ranges import is_range
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.week_header import Weeks
from runtall.importers.weeks.prose import as_another

# Rows with the name of a week that are no chance.
FEWEST = 2
# Columns that tell the week themselves.
TELL = {"week", "week_end", "to_go", "date"}


def with_week_column(grid: Grid, header: int) -> Grid:
    """Return a table with a last column for the names that stand in rows of their own.

    Each is in the first row below it. A table that tells the week of its rows stays as it is.
    """
    head = grid.rows[header].cells if header >= 0 else None
    if any(meaning(cell)[0] in TELL for cell in head or ()):
        return grid
    names = {at: name for at, row in enumerate(grid.rows) if (name := name_of(row))}
    rows = [row for at, row in enumerate(grid.rows) if at not in names]
    if len(names) < FEWEST or not rows or any(_is_name(row.cell(0)) for row in rows):
        return grid
    found, name, width = [], "", grid.width
    for at, row in enumerate(grid.rows):
        if at in names:
            name = names[at]
        elif row.cells == head:
            found.append(row.with_cell(width, "Week"))
        else:
            found.append(row.with_cell(width, name))
            name = ""
    return replace(grid, rows=tuple(found))


def name_of(row: Row) -> str:
    """Return the name of a week that is alone in a row, perhaps with its dates in the next cell."""
    name, *dates = [*filter(None, row.cells)] or [""]
    if not _is_name(name) or len(dates) > 1:
        return ""
    if not all(is_range(cell) or written(start_of_week(cell)) for cell in dates):
        return ""
    return f"{name} ({dates[0]})" if dates else name


def _is_name(cell: str) -> bool:
    """Return whether a cell names a week; "as week 1, but Sunday 24 km" says what is run."""
    same = as_another(cell)
    return names_week(cell) and not (same and not same.start())


def with_names_of_headers(grid: Grid, weeks: Weeks) -> Grid:
    """Return a table whose every week has a header, which names it, with a column for the names.

    Of ``Week 3 - 8 March | Mon | Tue`` above each, the first header stays.
    """
    days = [*weeks.columns.values()]
    ahead = min(days) - 1
    first = [*map(grid.rows[weeks.row].cell, days)]
    heads = {at for at, row in enumerate(grid.rows) if [*map(row.cell, days)] == first}
    if (
        ahead < 0
        or len(heads) < FEWEST
        or not all(names_week(grid.rows[at].cell(ahead)) for at in heads)
    ):
        return grid
    width = grid.width
    found = [
        row.with_cell(width, grid.rows[at - 1].cell(ahead) if at - 1 in heads else "")
        for at, row in enumerate(grid.rows)
        if at not in heads
    ]
    head = grid.rows[weeks.row].with_cell(ahead, "").with_cell(width, "Week")
    return replace(grid, rows=(*found[: weeks.row], head, *found[weeks.row :]))
