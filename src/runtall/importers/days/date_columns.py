"""The dates of a column: of any one style, which all rows together tell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runtall.errors.words import shown
from runtall.importers.base import Context, Notes
from runtall.importers.days.dates import ORDERS, Written, exists, written
from runtall.importers.days.names import header_languages
from runtall.importers.grid import Grid

# A date without a year may lie so far behind the race.
AFTER_RACE = timedelta(days=70)
# Or behind another date of its table, where none behind it has one.
YEAR_BEHIND = timedelta(days=365) - AFTER_RACE
# No plan is longer, nor so many years from today; an order under which it would be isn't meant.
LONGEST_PLAN, YEARS_AWAY = timedelta(days=550), 10
# Days from one date of a plan to the next, at most and on average, that speak for an order.
CLOSE, APART = 7, 4
ORDER_WORDS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
NO_YEAR = "the dates have no year; give the day of the race (--race-date 2027-04-25)"
NO_SUCH = "{} is not in the calendar, or outside the years 1970 to 2199"
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# One of two digits, at the end of a date or behind an apostrophe: "11/4/27", "Milan '27".
SHORT_YEAR = re.compile(r"(?<![\w./-])(?:\d{1,2}([./-])\d{1,2}\1|['\u2019])([23]\d)(?![\w./'-])")


def years_in(cells: Iterable[str]) -> list[int]:
    """Return the years that words above a table name, unless they are too many to mean it."""
    cells = [*cells]
    years = {int(year) for cell in cells for year in YEAR.findall(cell)}
    years = years or {2000 + int(year) for cell in cells for _, year in SHORT_YEAR.findall(cell)}
    return sorted(years) if len(years) <= 2 else []


@dataclass(frozen=True, slots=True)
class Hints:
    """What can decide the order of day and month, and the year.

    Parameters
    ----------
    order
        One of `ORDERS` that the runner has given; empty: none.
    weekdays
        The weekday that another column gives each date, or None.
    years
        Those that the table's title names.
    day_first
        The language of the table never writes the month first.
    latest
        The last day on which a date without a year can lie; None: the race or the title tells.
    near
        A day that the dates lie around, such as when they were sent; None: nobody knows.
    """

    order: str = ""
    race_date: date | None = None
    weekdays: Sequence[int | None] = ()
    years: Sequence[int] = ()
    day_first: bool = False
    latest: date | None = None
    near: date | None = None

    @classmethod
    def of(cls, grid: Grid, header: int, context: Context) -> Hints:
        """Return what the words above a table, its header and the runner say."""
        above = [cell for row in grid.rows[: max(header, 0)] for cell in row.cells]
        names = grid.rows[header].cells if header >= 0 else ()
        return cls(
            order=context.date_order,
            race_date=context.race_date,
            years=years_in([*above, grid.sheet])
            or years_in(() if context.race_date else context.heading),
            day_first="en" not in header_languages(names),
        )

    @property
    def until(self) -> date | None:
        """The last day of dates without a year, where it is known from the beginning."""
        return self.latest or (self.race_date + AFTER_RACE if self.race_date else None)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a column.

    Parameters
    ----------
    days
        For each cell; None where it is no date.
    trouble
        Why none of them can be told; empty where they are clear.
    """

    days: list[date | None]
    trouble: str = ""


def read_dates(cells: Sequence[str], hints: Hints) -> Dates:
    """Read the dates of a column in the one order that all rows together allow."""
    read = [written(cell) for cell in cells]
    real = [one for one in read if one]
    nothing: list[date | None] = [None] * len(cells)
    if not real:
        return Dates(nothing)
    counts = {order: sum(order in one.orders for one in real) for order in ORDERS}
    orders = [order for order in ORDERS if counts[order] == max(counts.values())]
    if hints.order in ORDERS and counts[hints.order]:
        orders = [hints.order]
    without_year = any(one.orders.get(order, (1,))[0] is None for one in real for order in orders)
    years = {year for one in real for year, *_ in one.orders.values() if year}
    if without_year and hints.until is None and not (hints.years or years):
        return Dates(nothing, NO_YEAR)
    columns: dict[str, list[date | None]] = {}
    for order in orders:
        days = _days(read, order, hints)
        if days not in columns.values():
            columns[order] = days
    if len(columns) > 1:
        named = _weekdays(read, hints)
        scores = {order: _score(order, days, named, hints) for order, days in columns.items()}
        best = max(scores.values())
        columns = {order: days for order, days in columns.items() if scores[order] == best}
    columns = {order: days for order, days in columns.items() if _can_be_a_plan(days)} or columns
    if order := _only_close(columns):
        return Dates(columns[order])
    return Dates(nothing, _undecided(cells, columns))


def _can_be_a_plan(days: Sequence[date | None]) -> bool:
    """Return whether days lie so near to each other, and to today, as those of a plan."""
    known = [day for day in days if day is not None]
    return (
        bool(known)
        and max(known) - min(known) <= LONGEST_PLAN
        and all(abs(day.year - date.today().year) <= YEARS_AWAY for day in known)
    )


def clear_dates(
    grid: Grid, cells: Sequence[tuple[int, int, str]], hints: Hints, notes: Notes, header: str = ""
) -> list[date | None]:
    """Return the dates of cells with their lines and indices, or end with why they can't be told.

    Raises
    ------
    FileFaults
        With what was wrong before, too.
    """
    dates = read_dates([cell for _, _, cell in cells], hints)
    if dates.trouble:
        line, index, _ = next(one for one in cells if written(one[2]))
        notes.fault(line, grid.column(line, index), header, dates.trouble, "order")
        notes.end()
    return dates.days


def _undecided(cells: Sequence[str], columns: Mapping[str, Sequence[date | None]]) -> str:
    """Say which dates a cell can be, for the first one that the orders read differently."""
    for cell, *days in zip(cells, *columns.values(), strict=True):
        if len(set(days)) > 1:
            both = {order: day for order, day in zip(columns, days, strict=True) if day}
            orders = " or ".join(both)
            readings = " or ".join(
                f"{day:%a %d %b %Y} ({ORDER_WORDS[order]})" for order, day in both.items()
            )
            return (
                f"{shown(cell)} can be {readings}, and no other date or weekday tells which;"
                f" say runs.date_order: {orders} (--date-order)"
            )
    return ""


def _days(read: Sequence[Written | None], order: str, hints: Hints) -> list[date | None]:
    """Return the dates under an order.

    Years that are not written follow from the race, the other dates or the title.
    """
    found: list[date | None] = []
    after: date | None = None
    values = [one.orders.get(order) for one in read if one]
    known = next((date(one[0], *one[1:]) for one in reversed(values) if one and one[0]), None)
    until = known + YEAR_BEHIND if known else date(max(hints.years, default=1970), 12, 31)
    for one in reversed(read):
        value = one.orders.get(order) if one else None
        day = None
        if value is not None:
            year, month, number = value
            last = hints.until or (after + AFTER_RACE if after else None)
            if year is not None:
                day = date(year, month, number)
            else:
                day = _latest(month, number, last or until)
        after = day or after
        found.append(day)
    return found[::-1]


def _latest(month: int, number: int, until: date) -> date | None:
    """Return the last such day that is not after another."""
    for year in range(until.year, until.year - 9, -1):
        if exists(year, month, number) and date(year, month, number) <= until:
            return date(year, month, number)
    return None


def _weekdays(read: Sequence[Written | None], hints: Hints) -> list[frozenset[int]]:
    """Return the weekdays that each date can be by the words beside it."""
    named = [one.weekdays if one else frozenset() for one in read]
    beside = hints.weekdays or [None] * len(named)
    return [
        words if day is None else frozenset({day}) for day, words in zip(beside, named, strict=True)
    ]


def _score(
    order: str,
    days: Sequence[date | None],
    weekdays: Sequence[frozenset[int]],
    hints: Hints,
) -> tuple[int, int, int, bool, bool]:
    """Return what speaks for an order: weekdays, then the race, then the language."""
    race, near = hints.race_date, hints.near
    known = [day for day in days if day is not None]
    named = zip(days, weekdays, strict=True)
    return (
        sum(day is not None and day.weekday() in words for day, words in named),
        sum(-AFTER_RACE.days <= (race - day).days <= 372 for day in known) if race else 0,
        sum(abs(near - day) <= AFTER_RACE for day in known) if near else 0,
        race in known,
        not (hints.day_first and order == "mdy"),
    )


def _only_close(columns: Mapping[str, Sequence[date | None]]) -> str:
    """Return the only order, or that under which the days follow each other as in a plan."""
    if len(columns) == 1:
        return next(iter(columns))
    steps = []
    for order, column in columns.items():
        days = sorted({day for day in column if day is not None})
        apart = (days[-1] - days[0]).days / max(1, len(days) - 1) if days else math.inf
        steps.append((apart, order))
    (first, order), (second, _), *_ = sorted(steps)
    is_clear = first <= CLOSE and second > 2 * CLOSE and second >= APART * max(1.0, first)
    return order if is_clear else ""
