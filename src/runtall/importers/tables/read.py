"""The reader of a table, by its layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from runtall.domain.calendar import MOST_WEEKS
from runtall.errors import Fault, FileFaults
from runtall.importers.base import Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.days.date_columns import MEND
from runtall.importers.days.dates import written
from runtall.importers.days.names import meaning
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.days.week_numbers import week_number
from runtall.importers.grid import Grid, Row
from runtall.importers.legend import explained, legend_of
from runtall.importers.tables.cells import is_nothing
from runtall.importers.tables.countdown import with_countdown
from runtall.importers.tables.day_dates import with_numbered_days
from runtall.importers.tables.day_parts import with_days_whole
from runtall.importers.tables.header import find_header, headerless, with_kinds_named
from runtall.importers.tables.long_table import read_long
from runtall.importers.tables.month_pages import with_month_dates
from runtall.importers.tables.month_planner import months_as_rows, with_months_below
from runtall.importers.tables.planned import planned_only
from runtall.importers.tables.shared_days import with_days_apart
from runtall.importers.tables.side_by_side import stacked
from runtall.importers.tables.week_header import Weeks, find_weeks, with_header_dates, with_weekdays
from runtall.importers.tables.week_rows import with_names_of_headers, with_week_column
from runtall.importers.tables.week_table import read_weeks
from runtall.importers.weeks.amendments import amended
from runtall.importers.weeks.standing import rules_of, with_every_week
from runtall.importers.weeks.statements import Statement

# Rows in which weeks side by side are looked for.
FIRST_ROWS = 20
# Cells of a row in a list of races: a name, a date, a place, an aim.
MOST_OF_LIST = 4
LONG, WIDE = "csv", "wide_csv"


def read_grid(grid: Grid, context: Context, form: str = "") -> Entries:
    """Read a table, as ``csv`` or ``wide_csv`` where that is given, else as it looks."""
    notes = Notes()
    grid, left = planned_only(with_kinds_named(stacked(grid)), notes)
    grid = _explained(grid, context)
    alone = [row.only_cell for row in grid.rows]
    heading = _heading(grid, alone)
    context = replace(context, heading=(*context.heading, *heading))
    found = _read(grid, context, form)
    rules = rules_of(filter(None, alone))
    entries = with_every_week(found.entries, rules, context.week_starts)
    if said := _said_below(grid):
        entries = tuple(
            amended(entries, said, _weeks_of(grid, entries), context.week_starts, notes)
        )
    warnings = (*found.warnings, *notes.remarks())
    legend = legend_of(grid)
    return replace(
        found, entries=entries, warnings=warnings, legend=legend, heading=heading, left=left
    )


def _explained(grid: Grid, context: Context) -> Grid:
    """Return a table with what its words say in place of signs for nothing: ``x = cross``."""
    said = explained([*context.heading, *(row.only_cell for row in grid.rows)])
    signs = {term: means for term, means in said.items() if term.isalpha() and is_nothing(term)}
    rows = (
        replace(row, cells=tuple(signs.get(cell, cell) for cell in row.cells)) for row in grid.rows
    )
    # The types of a row a run are looked up in the legend.
    return replace(grid, rows=tuple(rows)) if signs and find_weeks(grid) else grid


def _said_below(grid: Grid) -> list[Statement]:
    """Return the remarks below the first rows of a table."""
    below = takewhile(lambda row: row.only_cell, reversed(grid.rows))
    return [Statement(row.only_cell, None, row.line) for row in below][::-1]


def _weeks_of(grid: Grid, entries: Sequence[Entry]) -> dict[int, date]:
    """Return the first days of the weeks of a plan by their numbers, where the first is week 1."""
    first = min(entry.date for entry in entries)
    first -= timedelta(first.weekday())
    begins = any(week_number(cell) == 1 for row in grid.rows[:FIRST_ROWS] for cell in row.cells[:2])
    return {n + 1: first + timedelta(7 * n) for n in range(MOST_WEEKS)} if begins else {}


def _heading(grid: Grid, alone: Sequence[str]) -> tuple[str, ...]:
    """Return the rows above the header of a table, and those of one cell: titles and remarks.

    A date alone below the header is a day of which nothing is said.
    """
    weeks, header = find_weeks(grid), find_header(grid)
    first = weeks.row if weeks else header[0] if header else 0
    above = (" ".join(filter(None, row.cells)) for row in grid.rows[:first])
    beside = _list_beside(grid, weeks) if weeks else ()
    return (*above, *beside, *(cell for cell in alone[first:] if cell and not written(cell)))


def _list_beside(grid: Grid, weeks: Weeks) -> Sequence[str]:
    """Return the rows of a list of races with their dates, behind the days of weeks or below."""
    behind = max(weeks.columns.values()) + 1
    cells = [(row.cells, row.cells[behind:]) for row in grid.rows[weeks.row + 1 :]]
    rows = ([*filter(None, after if any(after) else row)] for row, after in cells)
    dated = [" ".join(row) for row in rows if 1 < len(row) <= MOST_OF_LIST
             and any(map(written, row))]  # fmt: skip
    return dated if len(dated) > 1 else ()


def _read(grid: Grid, context: Context, form: str) -> Entries:
    planner = with_months_below(grid, context)
    if planner is None and (found := months_as_rows(grid)):
        place = (grid.rows[found[2][0]].line, 1, "")
        said = "the weekdays of the months fit no year that the file or the race date names"
        raise FileFaults(Fault("", *place, f"{said}; {MEND}"))
    if form == LONG or planner:
        return read_long(planner or grid, context)
    weeks, grid = _weeks(grid, context)
    if weeks is not None:
        return read_weeks(grid, weeks, context)
    if form == WIDE:
        raise no_run_plan("there is no row that names the days of the week")
    return read_long(grid, context)


def _weeks(grid: Grid, context: Context) -> tuple[Weeks | None, Grid]:
    """Return the days of a wide table, and the table with its weeks as rows."""
    grid = with_weekdays(with_days_apart(with_days_whole(with_month_dates(grid, context))))
    weeks = find_weeks(grid)
    if weeks is None:
        grid = with_numbered_days(grid)
        weeks = find_weeks(grid)
    if weeks is not None:
        grid = with_week_column(grid, weeks.row)
        grid = with_header_dates(grid)
        weeks = find_weeks(grid)  # names of weeks above its header are no rows any more
        grid = with_names_of_headers(grid, weeks) if weeks else grid
        return find_weeks(grid), grid
    turned = _turned(grid)
    weeks = find_weeks(turned) if turned else None
    return weeks, turned if turned and weeks is not None else grid


def with_weeks_as_rows(grid: Grid, context: Context) -> Grid:
    """Return a table that has its weeks side by side with a row for each; any other as it is."""
    grid = stacked(grid)
    return grid if find_weeks(grid) or _weeks(grid, context)[0] is None else _turned(grid) or grid


def _turned(grid: Grid) -> Grid | None:
    """Return a table that has its weeks side by side, perhaps in bands, with weeks as rows."""
    if not any(map(_names_weeks, grid.rows[:FIRST_ROWS])):
        grid = with_countdown(grid)
    if not any(map(_names_weeks, grid.rows[:FIRST_ROWS])):
        return None
    named = map(_names_weeks, grid.rows)
    begin = [at for at, (above, one) in enumerate(pairwise([False, *named])) if one and not above]
    titles = [replace(row, cells=(" ".join(filter(None, row.cells)),))
              for row in grid.rows[: begin[0]]]  # fmt: skip
    turned = replace(grid, rows=grid.rows[begin[0] :]).turned()
    whole = replace(turned, rows=(*titles, *turned.rows))
    edges = [*begin, len(grid.rows)]
    bands = [replace(grid, rows=grid.rows[start:end]).turned() for start, end in pairwise(edges)]
    weeks = [one for band in bands if (one := find_weeks(band))]
    if not 1 < len(bands) == len(weeks) or len({one.start for one in weeks}) > 1:
        return whole
    rows = [*titles, *bands[0].rows]
    for band, one in zip(bands[1:], weeks[1:], strict=True):
        shift = min(weeks[0].columns.values()) - min(one.columns.values())
        rows += [
            replace(row, cells=(*[""] * shift, *row.cells[max(0, -shift) :]))
            for row in band.rows[one.row + 1 :]
        ]
    return replace(whole, rows=tuple(rows))


def _names_weeks(row: Row) -> bool:
    """Return whether a row names weeks side by side, or has nothing but their dates."""
    label = row.cell(0)
    counted = meaning(label)[0] in {"week", "to_go"} and not re.search(r"\d", label)
    numbers = {week_number(cell) for cell in row.cells
               if counted or cell[:1].isalpha() or names_week(cell)}  # fmt: skip
    dates = {*filter(None, row.cells[1:])}
    if len(numbers - {None}) >= 2 or (
        len(dates) >= 2 and all(map(written, map(start_of_week, dates)))
    ):
        return True
    return len(numbers - {None}) == 1 and len({*filter(names_week, row.cells)}) >= 2


def looks_like_a_table(grid: Grid) -> str:
    """Name the form of a table; empty where it is none."""
    grid = stacked(grid)
    if _weeks(grid, Context())[0] is not None:
        return WIDE
    found = find_header(grid)
    return LONG if found or headerless(grid)[1] else ""
