"""Columns of a table of weeks that are for several days: ``Tue & Thu``, ``Weekdays``.

Or whose cells name them: ``M off; Tu 6, Sa 4``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from runtall.documents.values import NAMES
from runtall.importers.days.day_lines import day_lines, with_letters_named
from runtall.importers.days.weekday_words import SHORTEST, weekdays_called
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.header import FIRST_ROWS, MOSTLY
from runtall.importers.tables.week_header import FEWEST_WEEKDAYS, weekdays_named, without_units
from runtall.importers.words.languages import CODES, any_of, joining
from runtall.importers.words.titles import spelling

# What stands behind the days: "Tue & Thu (each)".
NAMED = re.compile(r"(?P<days>[^()\d]+?)[.: ]*(?P<more>\(.*)?")
# What parts the runs of several days in one cell.
BETWEEN = re.compile(r"\s+[/|]\s+|[;,]\s+|\n")
# What parts days that are named inside of a cell.
APART = re.compile(r"\s*[;\n]\s*")
WEEKEND = [5, 6]


def with_days_apart(grid: Grid) -> Grid:
    """Return a table of weeks with a column for each day of its columns for several.

    Each has the whole cell, or its part where there are as many; of a choice the last day has it.
    """
    for at, header in enumerate(grid.rows[:FIRST_ROWS]):
        cells = without_units(header.cells)
        named = [_days(cell) if len(cell) > SHORTEST else [] for cell in cells]
        # What a short word alone means depends on those beside it: "Do", and "Wo" of weeks.
        beside = zip(header.cells, named, weekdays_named(header.cells), strict=True)
        alone = [None if len(days) > 1 or _is_choice(cell) else day for cell, days, day in beside]
        shared = any(days and day is None for days, day in zip(named, alone, strict=True))
        named = [days if day is None else [day] for days, day in zip(named, alone, strict=True)]
        for index in range(grid.width) if any(named) else ():
            # Lines of weeks all tell their days, the first one, too.
            if not (index < len(named) and named[index]) and not _titles(header.cell(index)):
                named += [[]] * (index + 1 - len(named))
                below = grid.rows[at + 1 : at + 1 + FIRST_ROWS]  # more tell nothing new
                named[index] = _days_inside([row.cell(index) for row in below])
                shared = shared or bool(named[index])
        if shared and len({day for days in named for day in days}) >= FEWEST_WEEKDAYS:
            rows = (_apart(row, header, named) for row in grid.rows)
            return replace(grid, rows=tuple(rows))
    return grid


def _is_choice(cell: str) -> bool:
    """Return whether the header of a column names one day or another."""
    return any_of(CODES, "or").search(spelling(cell[:60])) is not None


def _days(cell: str) -> list[int]:
    """Return the weekdays that the header of a column names; none where it is another."""
    found = NAMED.fullmatch(cell[:60])
    words = found["days"] if found else ""
    if re.fullmatch(joining("weekdays"), spelling(words)):
        return [*range(5)]
    days = weekdays_called(any_of(CODES, "or").split(spelling(words))[-1].strip())
    return days if len(days) < len(NAMES) else []


def _days_inside(cells: Sequence[str]) -> list[int]:
    """Return the weekdays that the cells of a column name, where most name several."""
    several = [titles for titles in map(_titles, cells) if len(titles) > 1]
    enough = len(several) >= max(FEWEST_WEEKDAYS, MOSTLY * sum(map(bool, cells)))
    return sorted({day for titles in several for day in titles}) if enough else []


@lru_cache(maxsize=1024)
def _titles(cell: str) -> Mapping[int, str]:
    """Return what a cell says of each weekday that it names."""
    parts = [part for part in APART.split(with_letters_named(cell)) if part]
    lines = chain.from_iterable(day_lines(parts))
    return {line.weekday: line.title.strip(" ;,") for line in lines if line.weekday is not None}


def _apart(row: Row, header: Row, named: list[list[int]]) -> Row:
    cells: list[str] = []
    for index, cell in enumerate(row.cells):
        days = named[index] if index < len(named) else []
        parts = BETWEEN.split(cell)
        if not days:
            cells.append(cell)
        elif row is header:
            found = NAMED.fullmatch(cell)
            more = (found["more"] if found else f"({cell.partition('(')[0].strip()})") or ""
            cells += [f"{NAMES[day].capitalize()} {more}".strip() for day in days]
        elif len(titles := _titles(cell)) > 1:
            cells += [titles.get(day, "") for day in days]
        elif len(parts) == len(days) > 1:
            cells += parts
        elif days == WEEKEND and "/" in header.cell(index):
            cells += ["", cell]
        else:
            cells += [cell] * len(days)
    return replace(row, cells=tuple(cells))
