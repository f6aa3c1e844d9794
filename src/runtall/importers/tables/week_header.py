"""The row of a table that names the days of the week."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from runtall.importers.days.dates import WORD, written
from runtall.importers.days.names import may_be_weekday, meaning, weekdays_of
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.header import FIRST_ROWS, MOST_WEEKDAYS, is_dates
from runtall.importers.words.titles import KEPT, spelling

# Weekdays in a row that make it the header of weeks, and beside a column that says which week.
FEWEST_WEEKDAYS, FEWEST_OF_WEEK = 3, 2
# Weeks below it that are no chance.
FEWEST_WEEKS = 3
# Letters of a weekday behind words, which "do" and "so" are as well.
LEAST = 3
# Letters that two weekdays share come so often.
TWICE = 2
# Columns that tell which week is meant.
OF_WEEKS = {"week", "to_go", "week_end"}
# What no length has and a date does.
WHOLE_DATE = re.compile(r"[^\W\d]|\d\D\d+\D\d")
# What parts the weekday from the words of "Speed (Wed, track)", or of a header of several lines.
PARTS = re.compile(r"\s*[\n(),;:/|]\s*|\s+[\u2013\u2014-]\s+")
# A run of a week that has a number and no day.
RUN = re.compile(r"(?:key |xt )?(?:run|session|workout|jog|outing|training|quality|sos|q) ?#?\d")


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

    def from_day(self, weekday: int) -> Weeks:
        """Return the same columns by days from another weekday on."""
        back = ((self.start or 0) - weekday) % 7
        columns = {(offset + back) % 7: index for offset, index in self.columns.items()}
        return replace(self, columns=columns, start=weekday)


def with_weekdays(grid: Grid) -> Grid:
    """Return a table of ``Run 1``, ``Run 2`` with the weekdays that a cell above gives them."""
    told: list[str] = []
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        runs = [index for index, cell in enumerate(row.cells) if RUN.fullmatch(spelling(cell))]
        if len(runs) > 1 and len(runs) == len(told):
            names = dict(zip(runs, told, strict=True))
            cells = tuple(names.get(index, cell) for index, cell in enumerate(row.cells))
            return grid.with_rows(position, position + 1, replace(row, cells=cells))
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
    """Return a header without the weekday of a column that has nothing but the dates of weeks.

    Of ``Monday | M | T | W`` or ``Starts (Mon) | Tue | Thu`` the first says when the weeks begin.
    """
    row = grid.rows[position]
    days = weekdays_named(row.cells)
    below = grid.rows[position + 1 :][:FEWEST_WEEKS]
    dated = [index for index, day in enumerate(days) if day is not None
             and is_dates([one.cell(index) for one in below])]  # fmt: skip
    if len(dated) != 1:
        return row
    other = row.with_cell(dated[0], "")
    again = days[dated[0]] in weekdays_named(other.cells)
    whole = all(WHOLE_DATE.search(cell) for one in below if (cell := one.cell(dated[0])))
    return other if whole or (again and len(row.cell(dated[0])) > 1) else row


def _weekday_columns(row: Row, position: int) -> Weeks | None:
    if sum(bool(cell) for cell in row.cells) < FEWEST_WEEKDAYS:
        return None
    days = weekdays_named(row.cells)
    # A column of a weekday is called so rather than by a date above the table.
    in_turn = sorted(enumerate(days), key=lambda one: bool(re.search(r"\d", row.cells[one[0]])))
    first = {day: index for index, day in reversed(in_turn) if day is not None}
    others = [cell for cell, day in zip(row.cells, days, strict=True) if day is None]
    names = {meaning(cell)[0] for cell in others}
    alone = bool(names & OF_WEEKS) and not names & {"title", "type", "kind", "weekday"}
    alone = alone and not any(classify(cell).kind for cell in others)  # "Easy", "Rest"
    if len(first) < (FEWEST_OF_WEEK if alone else FEWEST_WEEKDAYS):
        return None
    start = min(first, key=lambda day: first[day])
    return Weeks(position, {(day - start) % 7: index for day, index in first.items()}, start)


def weekdays_named(cells: Sequence[str]) -> list[int | None]:
    """Return the weekday of each header, also where a date or more words stand beside it."""
    return [*_named(tuple(cells))]


@lru_cache(maxsize=KEPT)
def _named(headers: tuple[str, ...]) -> Sequence[int | None]:
    """Return the same, once for a table that is read in several ways."""
    cells = ["" if meaning(cell)[0] in OF_WEEKS and " " in cell else cell  # "To go" has a weekday
             for cell in without_units(headers)]  # fmt: skip
    first = [spelling(cell).split(" ")[0] for cell in cells]
    parts = [[*filter(may_be_weekday, PARTS.split(cell)[1:])] for cell in cells]
    within = [of_cell[0] if of_cell else "" for of_cell in parts]
    named = [
        {word for word in WORD.findall(spelling(cell)) if len(word) >= LEAST} for cell in cells
    ]
    named = [{*filter(may_be_weekday, words)} for words in named]
    only = [words.pop() if len(words) == 1 else "" for words in named]
    days = weekdays_of(cells)
    # "Mon | Tue (intervals) | Tempo Wed", and no "Mon | Mon notes"; "Speed (Tue) | X (Wed)".
    readings = sorted(map(weekdays_of, (first, within)), key=lambda one: one.count(None))
    for read in (*readings, weekdays_of(only)):
        more = [day if day not in days else None for day in read]
        days = [more[at] if day is None else day for at, day in enumerate(days)]
    return days


def without_units(cells: Sequence[str]) -> list[str]:
    """Return the names of columns without what comes again and again: a unit beside each day.

    Miles, "mi", are a Wednesday of Germans, too.
    """
    again = Counter(map(spelling, cells))
    return [cell if again[spelling(cell)] <= TWICE else "" for cell in cells]


def with_header_dates(grid: Grid) -> Grid:
    """Return a table of weeks with the dates beside its weekdays in a row of their own."""
    weeks = find_weeks(grid)
    if weeks is None or weeks.start is None:
        return grid
    header = grid.rows[weeks.row]
    dates = [""] * len(header.cells)
    for index in weeks.columns.values():
        text = header.cells[index].partition(" ")[2].strip(" ,:()")
        dates[index] = text if written(text) else ""
    below = grid.rows[weeks.row + 1 :][:1]
    if sum(map(bool, dates)) < len(weeks.columns) or any(row.cells == (*dates,) for row in below):
        return grid
    return grid.with_rows(weeks.row + 1, weeks.row + 1, Row(header.line, tuple(dates)))


def _numbered_columns(row: Row, position: int) -> Weeks | None:
    """Return columns that are called ``Day 1`` to ``Day 7``."""
    columns: dict[int, int] = {}
    for index, cell in enumerate(row.cells):
        word, _, number = spelling(cell).rpartition(" ")
        if meaning(word)[0] == "day" and number in set("1234567"):
            columns.setdefault(int(number) - 1, index)
    return Weeks(position, columns, None) if len(columns) >= 5 else None


def has_weeks_below(grid: Grid) -> bool:
    """Return whether rows of whole weeks stand right below their header, whatever is around."""
    weeks = find_weeks(grid)
    below = grid.rows[weeks.row + 1 :][:FEWEST_WEEKS] if weeks else ()
    days = weeks.columns.values() if weeks else ()
    return len(below) == FEWEST_WEEKS and all(
        sum(map(bool, map(row.cell, days))) >= MOST_WEEKDAYS for row in below
    )
