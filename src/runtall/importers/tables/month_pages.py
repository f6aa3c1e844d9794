"""The pages of a calendar: the name of a month, and below it the numbers of its days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from runtall.importers.base import Context
from runtall.importers.days.date_columns import Hints, read_dates
from runtall.importers.days.dates import YEAR, written
from runtall.importers.days.names import weekdays_of
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.header import MOST_WEEKDAYS
from runtall.importers.tables.month_planner import MOST_ROWS, month_named, with_months_below

# The number of a day, perhaps with its run below.
NUMBER = re.compile(r"(?P<day>[0-3]?\d)(?:[.:]?(?=\s*\n|$)|[.: ] *(?=\S))")
# A length is none: "3 mi easy".
LENGTH = re.compile(r"(?i)\d+ ?(?:kms?|k|mi|miles?|mins?|m)\b")
# Rows of such numbers that are no chance, and numbers of a row that follow each other; as many
# numbers below their weekdays are no chance either.
FEWEST, A_WEEK = 3, 7


@dataclass(slots=True)
class _Pages:
    """The pages of a calendar on their way in.

    Parameters
    ----------
    weekdays
        Weekday of each column, in the order of the table; empty where no row names them.
    months
        First days that the month of the page can have; several where its year isn't said.
    due
        The day behind the last one of the page; None at its beginning.
    rows, agreeing
        Rows of numbers, and those numbers that lie below their weekdays.
    days
        Of the last row of numbers, by column.
    here, told
        What stands on which day of this page, and of those before.
    """

    months: list[date]
    weekdays: dict[int, int] = field(default_factory=dict)
    due: date | None = None
    rows: int = 0
    agreeing: int = 0
    days: dict[int, date] = field(default_factory=dict)
    here: set[tuple[date, str]] = field(default_factory=set)
    told: set[tuple[date, str]] = field(default_factory=set)

    def name_columns(self, row: Row) -> None:
        """Take in a row that names the weekdays."""
        named = enumerate(weekdays_of(row.cells))
        days = {index: day for index, day in named if day is not None}
        self.weekdays = days if len({*days.values()}) >= MOST_WEEKDAYS else self.weekdays

    def begin(self, months: list[date]) -> None:
        """Take in the name of a month."""
        self.months, self.due, self.days = months, None, {}
        self.told |= self.here

    def dated(self, row: Row) -> Row:
        """Return a row with dates in place of its numbers of days; any other as it is."""
        cells = [(index, cell) for index, cell in enumerate(row.cells)
                 if cell and (not self.weekdays or index in self.weekdays)]  # fmt: skip
        numbers = [_day_of(cell)[0] for _, cell in cells]
        if (
            not numbers
            or 0 in numbers
            or not (days := self._days(numbers, [at for at, _ in cells]))
        ):
            return self._once(row)
        self.days = dict(zip((at for at, _ in cells), days, strict=True))
        self.due, self.rows = days[-1] + timedelta(1), self.rows + 1
        for (index, cell), day in zip(cells, days, strict=True):
            rest = _day_of(cell)[1]
            row = row.with_cell(index, f"{day}: {rest}" if rest else f"{day}")
        return row

    def _once(self, row: Row) -> Row:
        """Return a row of runs without those of a day that a page before has, too."""
        runs = [(index, (day, row.cell(index))) for index, day in self.days.items()]
        self.here |= {run for _, run in runs}
        for index, run in runs:
            row = row.with_cell(index, "") if run in self.told else row
        return row

    def _days(self, numbers: Sequence[int], places: Sequence[int]) -> list[date]:
        """Return the days that the numbers of a row are; none where they don't follow each other.

        They go on from the row above, or from the first of the month; and from any other day, also
        of the month before, where all lie below their weekdays.
        """
        steps = [*range(len(numbers))]
        if self.weekdays:
            order = [*self.weekdays]
            steps = [order.index(place) - order.index(places[0]) for place in places]
        next_ones = [self.due] if self.due else self.months if len(self.months) == 1 else []
        firsts = [month.replace(day=numbers[0])
                  for one in self.months for month in (one, one - timedelta(1))
                  if numbers[0] <= monthrange(month.year, month.month)[1]]  # fmt: skip
        for first in (*firsts, *next_ones):
            days = [first + timedelta(step) for step in steps]
            agree = bool(self.weekdays) and all(
                day.weekday() == self.weekdays[place]
                for day, place in zip(days, places, strict=True)
            )
            follow = first in next_ones and (not self.weekdays or len(days) >= FEWEST)
            goes_on = self.due is None or first >= self.due
            if goes_on and (agree or follow) and [day.day for day in days] == [*numbers]:
                self.agreeing += len(days) * agree
                return days
        return []


def with_month_dates(grid: Grid, context: Context) -> Grid:
    """Return a calendar with whole dates in place of the numbers, without the names of months.

    The numbers below a month follow each other. A sheet may be called as its month.
    """
    if len(grid.rows) > MOST_ROWS:
        return grid
    if planner := with_months_below(grid, context):
        return planner
    names = {row.line: found for row in grid.rows if (found := _names_month(row, context))}
    pages = _Pages([] if names else _months(grid.sheet, context))
    if not names and not pages.months:
        return grid
    rows: list[Row] = []
    for row in grid.rows:
        pages.name_columns(row)
        if row.line in names:
            index, months = names[row.line]
            pages.begin(months)
            row = row.with_cell(index, "")
        row = pages.dated(row)
        rows += [row] if any(row.cells) else []
    whole = pages.rows >= FEWEST or pages.agreeing >= A_WEEK
    return replace(grid, rows=tuple(rows)) if whole else grid


def _names_month(row: Row, context: Context) -> tuple[int, list[date]] | None:
    """Return the place of a month's name in a row, alone or with its year, and its first days."""
    only = row.only_cell
    named = [(index, cell) for index, cell in enumerate(row.cells)
             if cell[:1].isalpha() and (cell == only or YEAR.search(cell))]  # fmt: skip
    months = [(index, found) for index, cell in named if (found := _months(cell, context))]
    return months[0] if len(months) == 1 else None


def _months(cell: str, context: Context) -> list[date]:
    """Return the first days that ``March 2027``, ``MARCH`` can have; none of anything else."""
    if not (number := month_named(cell)):
        return []
    if first := read_dates([f"1 {cell}"], Hints(context.date_order, context.race_date)).days[0]:
        return [first]
    year = date.today().year
    return [date(one, number, 1) for one in (year, year + 1, year - 1)]


def _day_of(cell: str) -> tuple[int, str]:
    """Return the number of the day that a cell begins with, and its run; 0 of any other."""
    named = written(cell) if re.search(r"[^\W\d]", cell) else None
    if named:  # "1 Apr" among the last days of March
        return next((day for _, _, day in named.orders.values()), 0), ""
    found = None if LENGTH.match(cell) else NUMBER.match(cell)
    return (int(found["day"]), cell[found.end() :].strip()) if found else (0, "")
