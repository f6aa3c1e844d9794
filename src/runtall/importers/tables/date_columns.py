"""The dates of a column: of any one style, which all rows together tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from runtall.errors.words import shown
from runtall.importers.base import Context
from runtall.importers.tables.dates import ORDERS, Written, exists, written
from runtall.importers.tables.grid import Grid
from runtall.importers.tables.words import header_languages

# A date without a year may lie so far behind the race.
AFTER_RACE = timedelta(days=70)
# Days from one date of a plan to the next, at most and on average, that speak for an order.
CLOSE, APART = 7, 4
ORDER_WORDS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
NO_YEAR = "the dates have no year; give the day of the race (--race-date 2027-04-25)"
NO_SUCH = "{} is not in the calendar, or outside the years 1970 to 2199"
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def years_in(cells: Iterable[str]) -> list[int]:
    """Return the years that words above a table name, unless they are too many to mean it."""
    years = {int(year) for cell in cells for year in YEAR.findall(cell)}
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
    """

    order: str = ""
    race_date: date | None = None
    weekdays: Sequence[int | None] = ()
    years: Sequence[int] = ()
    day_first: bool = False
    latest: date | None = None

    @classmethod
    def of(cls, grid: Grid, header: int, context: Context) -> Hints:
        """Return what the words above a table, its header and the runner say."""
        above = [cell for row in grid.rows[: max(header, 0)] for cell in row.cells]
        names = grid.rows[header].cells if header >= 0 else ()
        return cls(
            order=context.date_order,
            race_date=context.race_date,
            years=years_in([*above, grid.sheet]),
            day_first="en" not in header_languages(names),
        )

    @property
    def until(self) -> date | None:
        """The last day of dates without a year, where it is known from the beginning."""
        return self.latest or (self.race_date + AFTER_RACE if self.race_date else None)


@dataclass(slots=True)
class Dates:
    """The dates of a column.

    Parameters
    ----------
    days
        For each cell; None where it is no date.
    order
        The order that they were read in; empty where it is undecided.
    undecided
        Two orders that would both be possible, with the day that each makes of the first date.
    without_year
        No cell has a year, and nothing tells it.
    """

    days: list[date | None] = field(default_factory=list)
    order: str = ""
    undecided: tuple[tuple[str, date], ...] = ()
    without_year: bool = False

    def trouble(self, cell: str) -> str:
        """Return what is wrong with the dates; empty where they are clear.

        Parameters
        ----------
        cell
            The first of the dates.
        """
        if self.without_year:
            return NO_YEAR
        if not self.undecided:
            return ""
        readings = " or ".join(
            f"{day:%a %d %b %Y} ({ORDER_WORDS[order]})" for order, day in self.undecided
        )
        orders = " or ".join(order for order, _ in self.undecided)
        return (
            f"{shown(cell)} can be {readings}, and no other date or weekday tells which;"
            f" say runs.date_order: {orders} (--date-order)"
        )


def read_dates(cells: Sequence[str], hints: Hints) -> Dates:
    """Read the dates of a column in the one order that all rows together allow."""
    read = [written(cell) for cell in cells]
    real = [one for one in read if one]
    if not real:
        return Dates([None] * len(cells))
    counts = {order: sum(order in one.orders for one in real) for order in ORDERS}
    orders = [order for order in ORDERS if counts[order] == max(counts.values())]
    if hints.order in ORDERS and counts[hints.order]:
        orders = [hints.order]
    without_year = any(one.orders.get(order, (1,))[0] is None for one in real for order in orders)
    if without_year and hints.until is None and not hints.years:
        return Dates([None] * len(cells), without_year=True)
    columns = {order: _days(read, order, hints) for order in orders}
    orders = _distinct(columns)
    for choose in (_by_weekday, _by_race, _by_language, _by_distance):
        if len(orders) > 1:
            orders = choose(orders, columns, read, hints)
    if len(orders) == 1:
        return Dates(columns[orders[0]], orders[0])
    first = next(
        index for index in range(len(cells)) if len({columns[order][index] for order in orders}) > 1
    )
    both = tuple((order, day) for order in orders[:2] if (day := columns[order][first]) is not None)
    return Dates([None] * len(cells), undecided=both)


def _days(read: Sequence[Written | None], order: str, hints: Hints) -> list[date | None]:
    """Return the dates under an order; years that are not written follow from the race or title."""
    found: list[date | None] = []
    after: date | None = None
    for one in reversed(read):
        value = one.orders.get(order) if one else None
        day = None
        if value is not None:
            year, month, number = value
            if year is not None:
                day = date(year, month, number)
            elif hints.until is not None:
                day = _latest(month, number, hints.until)
            else:
                last = after + timedelta(days=AFTER_RACE.days) if after else None
                day = _latest(month, number, last or date(max(hints.years), 12, 31))
        after = day or after
        found.append(day)
    return found[::-1]


def _latest(month: int, number: int, until: date) -> date | None:
    """Return the last such day that is not after another."""
    for year in range(until.year, until.year - 9, -1):
        if exists(year, month, number) and date(year, month, number) <= until:
            return date(year, month, number)
    return None


Columns = Mapping[str, Sequence[date | None]]


def _distinct(columns: Columns) -> list[str]:
    """Return the orders whose dates differ, the first of those that are the same."""
    seen: dict[tuple[date | None, ...], str] = {}
    for order, days in columns.items():
        seen.setdefault(tuple(days), order)
    return list(seen.values())


def _best(scores: Mapping[str, float]) -> list[str]:
    most = max(scores.values())
    return [order for order, score in scores.items() if score == most]


def _by_weekday(
    orders: list[str], columns: Columns, read: Sequence[Written | None], hints: Hints
) -> list[str]:
    named = [one.weekdays if one else frozenset() for one in read]
    for index, day in enumerate(hints.weekdays):
        if day is not None and index < len(named):
            named[index] = frozenset({day})
    agreeing = {
        order: sum(
            day is not None and day.weekday() in named[index]
            for index, day in enumerate(columns[order])
        )
        for order in orders
    }
    return _best(agreeing)


def _by_race(
    orders: list[str], columns: Columns, read: Sequence[Written | None], hints: Hints
) -> list[str]:
    race = hints.race_date
    if race is None:
        return orders
    inside = {
        order: sum(
            day is not None and -AFTER_RACE.days <= (race - day).days <= 372
            for day in columns[order]
        )
        for order in orders
    }
    best = _best(inside)
    return [order for order in best if race in columns[order]] or best


def _by_language(
    orders: list[str], columns: Columns, read: Sequence[Written | None], hints: Hints
) -> list[str]:
    return [order for order in orders if order != "mdy"] if hints.day_first else orders


def _by_distance(
    orders: list[str], columns: Columns, read: Sequence[Written | None], hints: Hints
) -> list[str]:
    """Prefer the order under which the days follow each other as those of a plan do."""
    steps = {}
    for order in orders:
        days = sorted({day for day in columns[order] if day is not None})
        steps[order] = (days[-1] - days[0]).days / max(1, len(days) - 1)
    close = [order for order, step in steps.items() if step <= CLOSE]
    if len(close) == 1 and all(
        step >= APART * max(1.0, steps[close[0]]) and step > 2 * CLOSE
        for order, step in steps.items()
        if order != close[0]
    ):
        return close
    return orders
