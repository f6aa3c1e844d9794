"""Which row of a table is its header, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runtall.documents.values import BadValue
from runtall.importers.days.dates import WORD, written
from runtall.importers.days.names import meaning, weekdays_of
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.cells import read_at
from runtall.importers.words.languages import spoken
from runtall.importers.words.titles import spelling

# Rows in which a header is looked for.
FIRST_ROWS = 60
# Cells that tell what a column holds.
SAMPLE = 500
# Weekdays in a row that make it the header of weeks.
FEWEST_WEEKDAYS = 3
# Weeks below it that are no chance.
FEWEST_WEEKS = 3
# Columns that a header names for sure.
FEWEST_NAMES = 3
# Different weekdays that make a column without a header one of weekdays.
MOST_WEEKDAYS = 5
# Characters of a column's name; a sentence has more.
LONGEST_NAME = 60
# Columns that tell what is done on a day.
CONTENT = {"kind", "title", "type", "description", "distance", "duration", "am", "pm"}
# Columns that tell which day is meant.
WHEN = {"date", "day", "weekday", "week", "to_go", "week_end"}
# The hour before which nobody starts to run.
EARLIEST = 4
# A second column for the same.
AGAIN = "again"
# What is run, as in "10' Z2, 3x8' Z3" or "{reps: 6, on: 2min}"; a place or a pace is shorter.
DETAILS = re.compile(r"(?=.*[^\W\d])(?=.*\d).{6,}")
# One of so many rows has what each run has; a sum of weeks has fewer.
OFTEN = 3
# A run of a week that has a number and no day.
RUN = re.compile(r"(?:run|session|workout|jog|outing|training) ?#?\d")
# Of so many cells at least this share must be dates to make a column one of dates.
MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    name
        What it holds; empty: nobody knows.
    unit
        Of its numbers, where the header says it.
    header
        What the table calls it.
    """

    index: int
    name: str
    unit: str = ""
    header: str = ""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The columns of a table with a row for each week.

    Parameters
    ----------
    row
        Position of the header among the rows.
    columns
        Index of each day's column, by days from the first one.
    start
        Weekday of the first column, 0 for Monday; None where days are only numbered.
    """

    row: int
    columns: dict[int, int]
    start: int | None


def with_weekdays(grid: Grid) -> Grid:
    """Return a table of ``Run 1``, ``Run 2`` with the weekdays that a cell above gives them."""
    told: list[str] = []
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        runs = [index for index, cell in enumerate(row.cells) if RUN.fullmatch(spelling(cell))]
        if len(runs) > 1 and len(runs) == len(told):
            names = dict(zip(runs, told, strict=True))
            cells = tuple(names.get(index, cell) for index, cell in enumerate(row.cells))
            rows = grid.rows
            return replace(
                grid, rows=(*rows[:position], replace(row, cells=cells), *rows[position + 1 :])
            )
        words = WORD.findall(row.only_cell)
        days = weekdays_of([word if len(word) > 1 else "" for word in words])
        told = [word for word, day in zip(words, days, strict=True) if day is not None] or told
    return grid


def find_weeks(grid: Grid) -> Weeks | None:
    """Find the row that names the days of the week, or numbers them."""
    rows = enumerate(grid.rows[:FIRST_ROWS])
    read = (
        _weekday_columns(_without_starts(grid, at), at) or _numbered_columns(row, at)
        for at, row in rows
    )
    return max(filter(None, read), key=lambda weeks: len(weeks.columns), default=None)


def _without_starts(grid: Grid, position: int) -> Row:
    """Return a header without a weekday in front that comes again, with nothing but dates below.

    Of ``Monday | M | T | W`` the first column says when the weeks begin.
    """
    row = grid.rows[position]
    days = _named(row.cells)
    index = next((at for at, day in enumerate(days) if day is not None), None)
    if index is None:
        return row
    cells = (*row.cells[:index], "", *row.cells[index + 1 :])
    longer = len(row.cell(index)) > len(row.cell(index + 1)) > 0
    below = [one.cell(index) for one in grid.rows[position + 1 :][:FEWEST_WEEKS]]
    again = longer and is_dates(below) and days[index] in _named(cells)
    return replace(row, cells=cells) if again else row


def _weekday_columns(row: Row, position: int) -> Weeks | None:
    if sum(bool(cell) for cell in row.cells) < FEWEST_WEEKDAYS:
        return None
    days = _named(row.cells)
    # A column of a weekday is called so rather than by a date above the table.
    in_turn = sorted(enumerate(days), key=lambda one: bool(re.search(r"\d", row.cells[one[0]])))
    first = {day: index for index, day in reversed(in_turn) if day is not None}
    if len(first) < FEWEST_WEEKDAYS:
        return None
    start = min(first, key=lambda day: first[day])
    return Weeks(position, {(day - start) % 7: index for day, index in first.items()}, start)


def _named(cells: Sequence[str]) -> list[int | None]:
    """Return the weekday of each header, also where a date or more words stand beside it."""
    first = [spelling(cell).split(" ")[0] for cell in cells]
    in_brackets = [spelling(cell).partition("(")[2].strip(") ") for cell in cells]
    readings = (weekdays_of(words) for words in (cells, first, in_brackets))
    enough = (days for days in readings if len(days) - days.count(None) >= FEWEST_WEEKDAYS)
    return next(enough, [])


def _numbered_columns(row: Row, position: int) -> Weeks | None:
    """Return columns that are called ``Day 1`` to ``Day 7``."""
    columns: dict[int, int] = {}
    for index, cell in enumerate(row.cells):
        word, _, number = spelling(cell).rpartition(" ")
        if meaning(word)[0] == "day" and number in set("1234567"):
            columns.setdefault(int(number) - 1, index)
    return Weeks(position, columns, None) if len(columns) >= 5 else None


def find_header(grid: Grid) -> tuple[int, tuple[Column, ...]] | None:
    """Find the row that names a day and what is done on it; the columns by their meaning."""
    best: tuple[int, tuple[Column, ...]] | None = None
    most = 0
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        if sum(bool(cell) for cell in row.cells) < 2:
            continue
        columns = tuple(
            Column(index, *(meaning(cell) if len(cell) <= LONGEST_NAME else ("", "")), cell)
            for index, cell in enumerate(row.cells)
        )
        names = {column.name for column in columns}
        score = len(names & (CONTENT | WHEN)) * bool(names & WHEN) * bool(names & CONTENT)
        if score > most:
            best, most = (position, columns), score
    return best


def is_named(grid: Grid) -> bool:
    """Return whether a row names so many columns that it can be nothing but a header."""
    found = find_header(grid)
    return found is not None and sum(bool(column.name) for column in found[1]) >= FEWEST_NAMES


def has_weeks_below(grid: Grid) -> bool:
    """Return whether rows of whole weeks stand right below their header, whatever is around."""
    weeks = find_weeks(grid)
    below = grid.rows[weeks.row + 1 :][:FEWEST_WEEKS] if weeks else ()
    days = weeks.columns.values() if weeks else ()
    return len(below) == FEWEST_WEEKS and all(
        sum(map(bool, map(row.cell, days))) >= MOST_WEEKDAYS for row in below
    )


def by_content(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns with what their cells say: ``Day`` can be a date, ``Time`` a length.

    Of several columns for the same, the first counts. What is the same in every row, such as the
    name of a board, says nothing of any.
    """
    decided = [_decided(column, [row.cell(column.index) for row in rows]) for column in columns]
    names = [column.name for column in decided]
    if "date" not in names:
        decided = [
            replace(column, name="date", unit="")
            if column.name in {"", "week", "title"}
            and "date" not in [one.name for one in decided[: column.index]]
            and is_dates([row.cell(column.index) for row in rows])
            and not (column.name == "week" and {"weekday", "number"} & {*names})
            else column
            for column in decided
        ]
    if "distance" not in names:
        decided = [
            replace(column, name="distance") if _has_volumes(column, rows) else column
            for column in decided
        ]
    seen: set[tuple[str, str]] = set()
    for index, column in enumerate(decided):
        if (column.name, column.unit) in seen and column.name not in {"", "description"}:
            more = "description" if column.name in {"title", "type"} else AGAIN
            words = {row.cell(column.index) for row in rows}
            more = "" if more != AGAIN and len(words) == 1 and len(rows) > 1 else more
            decided[index] = replace(column, name=more)
        seen.add((decided[index].name, column.unit))
    return tuple(decided)


def _has_volumes(column: Column, rows: Sequence[Row]) -> bool:
    """Return whether a column has the volume of each run, such as ``Volume (km)``, and not sums."""
    if column.name != "total" or not column.unit:
        return False
    return OFTEN * sum(bool(row.cell(column.index)) for row in rows) >= len(rows)


def with_details(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns with what nobody knows, but says what is run, as description or type."""
    found, described = list(columns), "description" in [one.name for one in columns]
    for place, column in enumerate(columns):
        filled = [cell for row in rows[:SAMPLE] if (cell := row.cell(column.index))]
        if column.name or not filled:
            continue
        if MOSTLY * len(filled) <= sum(map(bool, map(DETAILS.search, filled))):
            found[place] = column if described else replace(column, name="description")
        elif "type" not in {one.name for one in found} and _names_kinds(filled):
            found[place] = replace(column, name="type")
    return tuple(found)


def _names_kinds(cells: Sequence[str]) -> bool:
    """Return whether most cells that aren't empty name kinds of runs, and not all the same."""
    spelled, languages = list(map(spelling, cells)), spoken(cells)
    kinds = {cell: classify(cell, languages) for cell in dict.fromkeys(spelled)}
    sure = [kinds[cell].kind for cell in spelled if kinds[cell].kind and not kinds[cell].weak]
    return len({*sure}) > 1 and len(sure) >= MOSTLY * len(cells)


def _decided(column: Column, cells: Sequence[str]) -> Column:
    name = column.name
    filled = [cell for cell in cells if cell]
    if name in {"day", "date", "weekday"} and filled:
        if is_dates(filled):
            name = "date"
        elif _are_weekdays(cells[:SAMPLE]):
            name = "weekday"
        elif name == "day" and all(cell.isdigit() for cell in filled):
            name = "number"
    if name == "time":
        name = "at" if _is_clock(filled) else "duration"
    return replace(column, name=name)


def _are_weekdays(cells: Sequence[str]) -> bool:
    days = weekdays_of(cells)
    return 0 < len(days) - days.count(None) >= MOSTLY * sum(map(bool, cells))


def is_dates(cells: Sequence[str]) -> bool:
    """Return whether most cells that aren't empty are dates."""
    filled = [cell for cell in cells if cell][:SAMPLE]
    return bool(filled) and sum(bool(written(cell)) for cell in filled) >= MOSTLY * len(filled)


def _is_clock(cells: Sequence[str]) -> bool:
    """Return whether cells are times of day rather than how long something takes."""
    try:
        times = [read_at(cell) for cell in cells[:SAMPLE]]
    except BadValue:
        return False
    return any(one.hour >= EARLIEST for one in times)


def headerless(grid: Grid) -> tuple[int, tuple[Column, ...]]:
    """Name the columns of a table by what they hold, where no header tells it.

    Returns
    -------
    header, columns
        Position of the row above the first date, -1 where there is none or only weekdays are; no
        columns where it isn't clear which they are.
    """
    rows = grid.rows
    for index in range(grid.width):
        dates = [at for at, row in enumerate(rows) if written(row.cell(index))]
        if len(dates) > 1 and is_dates([row.cell(index) for row in rows[dates[0] :]]):
            return dates[0] - 1, _by_length(grid, index, dates[0], "date")
    for index in range(grid.width):
        cells = [row.cell(index) for row in rows]
        if len(set(weekdays_of(cells)) - {None}) >= MOST_WEEKDAYS and _are_weekdays(cells):
            return -1, _by_length(grid, index, 0, "weekday")
    return -1, ()


def _by_length(grid: Grid, date: int, first: int, name: str) -> tuple[Column, ...]:
    """Return the columns beside the one of days: as the row above says, else the most words."""
    above = grid.rows[first - 1].cells if first else ()
    names = [*above, *[""] * grid.width][: grid.width]
    named = {index: Column(index, *meaning(name), name) for index, name in enumerate(names)}
    named[date] = replace(named[date], name=name, unit="")
    if not any(column.name in CONTENT for column in named.values()):
        lengths = {
            index: sum(len(row.cell(index)) for row in grid.rows[first:])
            for index in named
            if index != date
            and any(char.isalpha() for row in grid.rows[first:] for char in row.cell(index))
        }
        if not lengths:
            return ()
        title = max(lengths, key=lambda index: lengths[index])
        named[title] = replace(named[title], name="title", unit="")
    return tuple(named.values())
