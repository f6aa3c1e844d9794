"""What each cell of a table names: by itself, and by the others of its row and its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from runtall.importers.days.dates import ISO, ORDERS, exists, leading_date, written
from runtall.importers.days.line_starts import bare
from runtall.importers.days.names import meaning, weekdays_of
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.days.week_numbers import LONGEST_LABEL
from runtall.importers.days.week_ranges import is_range
from runtall.importers.days.weekday_words import weekdays_called
from runtall.importers.grid import Grid
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.cells import is_nothing
from runtall.importers.tables.header import is_dates
from runtall.importers.weeks.prose import as_another

# A day with words behind it, or in brackets: "Tue (track)", "Speed (Wed)".
BRACKETS = re.compile(r"(?P<first>[^(\n]*)[(\n](?P<second>[^()]*)\)?")
# "Sunday LONG".
AHEAD = re.compile(r"(?P<day>[^\W\d_]{3,})\.?\s+(?P<words>[^\W\d_]+)")
# Letters that are the days of a row or a column; different days, or dates, that make it one of
# days; weeks that are no chance.
FEWEST_LETTERS, FEWEST_DAYS, FEWEST_WEEKS = 5, 3, 2
# Of so many dates most lie whole weeks apart where they begin weeks.
MOSTLY = 0.75
# A year without a 29 February, for days of no year.
ANY_YEAR = 2027
# How the number of a week begins that counts those that are left.
TO_GO = "To go: "


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell names.

    Parameters
    ----------
    days
        Weekdays, 0 for Monday.
    day
        A date, as it is written.
    week
        The name, the number or the first day of a week.
    words
        What stands beside its days, in a header: ``Tue (track)``.
    """

    days: tuple[int, ...] = ()
    day: str = ""
    week: str = ""
    words: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it tells which day is meant."""
        return bool(self.days or self.day)


NO_MARK = Mark()
Marks = list[list[Mark]]


def marks_of(grid: Grid) -> Marks:
    """Return what each cell of a table names."""
    cells = [[row.cell(index) for index in range(grid.width)] for row in grid.rows]
    known = {cell: _mark(cell) for row in cells for cell in row}
    marks = [[known[cell] for cell in row] for row in cells]
    for at, of_row in enumerate(cells):
        marks[at] = _together(of_row, marks[at])
    heads = [heads_days(row) and any(mark.day for mark in row) for row in marks]
    for index, column in enumerate(zip(*cells, strict=True)):
        dated = any(head and row[index].day for head, row in zip(heads, marks, strict=True))
        named = _together(column, [row[index] for row in marks], may_begin_weeks=not dated)
        for row, mark in zip(marks, named, strict=True):
            row[index] = mark
    return _without_chance(cells, marks)


def heads_days(row: Sequence[Mark]) -> bool:
    """Return whether a row or a column names so many days that it carries those of others."""
    weekdays = {day for mark in row for day in mark.days}
    return len(weekdays) >= FEWEST_DAYS or len({one.day for one in row if one.day}) >= FEWEST_DAYS


def _heads_weeks(cell: str) -> bool:
    """Return whether a cell is above, or beside, the names of weeks."""
    return meaning(cell)[0] in {"week", "week_end", "to_go"} and not any(map(str.isdigit, cell))


def _together(
    cells: Sequence[str], marks: list[Mark], *, may_begin_weeks: bool = True
) -> list[Mark]:
    """Return the marks of a line with what its cells name together.

    They may be letters of weekdays, dates in figures, or numbers of weeks below their name; and
    dates that lie whole weeks apart are first days of weeks.
    """
    days = weekdays_of(cells)
    if len({*days} - {None}) >= FEWEST_LETTERS:
        marks = [one if day is None or one.is_day else Mark((day,))
                 for one, day in zip(marks, days, strict=True)]  # fmt: skip
    first = next((at for at, cell in enumerate(cells) if _heads_weeks(cell)), -1)
    counted = first >= 0
    read = [bool(cell and (one := written(cell)) and one.orders) for cell in cells]
    dated = sum(read) >= FEWEST_DAYS and is_dates(
        [cell for cell, one in zip(cells, marks, strict=True) if not (one.week or one.days)]
    )
    if dated:
        marks = [Mark(one.days, cell) if is_date and not one.week else one
                 for cell, is_date, one in zip(cells, read, marks, strict=True)]  # fmt: skip
    elif (counted and _count(cells[first:])) or _rise(cells):
        past = counted and (meaning(cells[first])[0] == "to_go" or _falls(cells[first:]))
        marks = [Mark(week=f"{TO_GO if past else 'Week '}{cell}")
                 if cell.isdecimal() and len(cell) < 3 and at > first and one is NO_MARK else one
                 for at, (cell, one) in enumerate(zip(cells, marks, strict=True))]  # fmt: skip
    if may_begin_weeks and _are_weekly([one.day for one in marks if one.day]):
        marks = [Mark(week=one.day) if one.day else one for one in marks]
    return marks


def _count(cells: Sequence[str]) -> bool:
    """Return whether most numbers follow each other, as those of weeks do, and no sums."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    steps = [abs(later - one) for one, later in pairwise(numbers)]
    return sum(step <= 1 for step in steps) >= MOSTLY * len(steps)


def _falls(cells: Sequence[str]) -> bool:
    """Return whether numbers count down to the race."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return len(numbers) > 1 and all(later < one for one, later in pairwise(numbers))


def _rise(cells: Sequence[str]) -> bool:
    """Return whether a line begins with numbers that count one up each, as those of weeks do."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    steps = [later - one for one, later in pairwise(numbers)]
    return len(steps) >= FEWEST_DAYS and {*steps} == {1} and numbers[0] < 2


def _are_weekly(cells: Sequence[str]) -> bool:
    """Return whether most dates lie whole weeks behind each other."""
    read = [one.orders for cell in cells if (one := written(cell))]
    for order in ORDERS:
        days = [date(year or ANY_YEAR, month, day)
                for year, month, day in (one[order] for one in read if order in one)
                if exists(year or ANY_YEAR, month, day)]  # fmt: skip
        steps = [(later - one).days % 365 for one, later in pairwise(days) if later != one]
        weekly = sum(step % 7 == 0 for step in steps)
        if weekly >= FEWEST_WEEKS and weekly >= MOSTLY * len(steps) and len(days) == len(read):
            return True
    return False


def _without_chance(cells: Sequence[Sequence[str]], marks: Marks) -> Marks:
    """Return the marks without those of weeks that no other in the row or the column is like.

    A name that begins its row is none by chance.
    """
    columns = [sum(bool(row[at].week) for row in marks) for at in range(len(marks[0]))]
    found: Marks = []
    for row, of_row in zip(cells, marks, strict=True):
        first = next((at for at, cell in enumerate(row) if cell), 0)
        several = sum(bool(mark.week) for mark in of_row) >= FEWEST_WEEKS
        found.append([
            NO_MARK if mark.week and not (several or at == first or columns[at] >= FEWEST_WEEKS)
            else mark
            for at, mark in enumerate(of_row)
        ])  # fmt: skip
    return found


def _mark(cell: str) -> Mark:
    """Return what a cell names by itself."""
    cell = bare(cell).strip()
    if ISO.fullmatch(cell):
        return Mark((), cell)
    if len(cell) > LONGEST_LABEL or not any(map(str.isalpha, cell)) or is_nothing(cell):
        return NO_MARK
    if days := weekdays_called(cell):
        return Mark(tuple(days))
    word, _, rest = cell.partition(" ")
    day = weekdays_called(word.strip(".,:"))
    if len(day) == 1 and rest and leading_date(rest) == rest.strip():
        return Mark(tuple(day), rest.strip())
    for found in filter(None, (BRACKETS.fullmatch(cell), AHEAD.fullmatch(cell))):
        for part, other in (found.groups(), found.groups()[::-1]):
            if days := weekdays_called(part.strip(" .:")):
                return Mark(tuple(days), "", "", other.strip())
    same = as_another(cell)
    if (names_week(cell) or is_range(cell)) and not (same and not same.start()):
        if _heads_weeks(cell) and len(cell.split()) == 1:
            return NO_MARK
        return Mark(week=cell) if not classify(cell).kind or cell[0].isalpha() else NO_MARK
    read = written(cell)
    if read and read.orders:
        return Mark((), cell)
    dated = written(start_of_week(cell))
    begins = meaning(cell.split(" ")[0])[0] in {"week", "week_end"}
    return Mark(week=cell) if dated and begins else NO_MARK
