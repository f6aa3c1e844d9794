"""The dates of a column: of any one style, which all rows together tell."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from runtall.errors.words import shown
from runtall.importers.base import Context, Notes
from runtall.importers.days.damaged_dates import FEWEST, are_in_order, in_turn
from runtall.importers.days.dates import ISO, ORDERS, Written, exists, written, years_in
from runtall.importers.days.names import header_languages
from runtall.importers.days.own_race import years_of_races
from runtall.importers.grid import Grid

# A date without a year may lie so far behind the race.
AFTER_RACE = timedelta(days=70)
# As far as another day can lie from the nearest day of its name.
HALF_A_YEAR = timedelta(days=183)
# No plan is longer, nor so many years from today; an order under which it would be isn't meant.
LONGEST_PLAN, YEARS_AWAY = timedelta(days=550), 10
# Days from one date of a plan to the next, at most and on average, that speak for an order.
CLOSE, APART = 7, 4
ORDER_WORDS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
NO_YEAR = "the dates have no year; give the day of the race (--race-date 2027-04-25)"
NO_SUCH = "{} is not in the calendar, or outside the years 1970 to 2199"
# Most of a column are none: its numbers are those of something else.
NO_DATE_HERE = "{} is no day of a calendar"
NO_SUCH_IN_ORDER = "{} is not in the calendar in the order of the other dates"
IN_TWO_WAYS = (
    "the dates are written in two ways, and don't run in order; where a spreadsheet has changed day"
    " and month, write year-month-day in all rows"
)
MEND = "are they of another year? mend the dates, or leave out the weekdays"
NO_DAY = "{} has no date, and it is not clear which day it is on; write its date"
# Faults that only the runner can mend, however else the file is read.
ASKED = ("is not in the calendar", "write its date", MEND, IN_TWO_WAYS)
# Numbers of a date that has its year.
FIGURES = 3


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
        """Return what the words above a table and in its corner, its header and the runner say."""
        above = [cell for row in grid.rows[: header + 1] for cell in row.cells]
        names = grid.rows[header].cells if header >= 0 else ()
        cells = (cell for row in grid.rows for cell in row.cells)
        return cls(
            order=context.date_order,
            race_date=context.race_date,
            years=years_in([*above, grid.sheet])
            or (() if context.race_date else years_in(context.heading) or years_of_races(cells)),
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
    mended
        What of some is another than is written, by place.
    """

    days: list[date | None]
    trouble: str = ""
    mended: Mapping[int, str] = field(default_factory=dict)

    def tell(self, cells: Sequence[str], notes: Notes) -> None:
        """Note what is mended."""
        for at, what in self.mended.items():
            told = f"dates are read with another {what}, as only so all rows run in order"
            notes.warn(told, f"{cells[at]} as {self.days[at]}")


def read_dates(cells: Sequence[str], hints: Hints) -> Dates:
    """Read the dates of a column in the one order that all rows together allow."""
    read = [written(cell) for cell in cells]
    real = [one for one in read if one]
    nothing: list[date | None] = [None] * len(cells)
    if not real:
        return Dates(nothing)
    counts = {order: sum(order in one.orders for one in real) for order in ORDERS}
    most = max(counts.values())
    # One that is mistyped may be a day under another order: 31/04/27.
    orders = [order for order in ORDERS if 2 * counts[order] >= most]
    if hints.order in ORDERS and counts[hints.order]:
        orders = [hints.order]
    years = [one.orders[order][0] for one in real for order in orders if order in one.orders]
    if None in years and not any(years) and hints.until is None and not hints.years:
        return Dates(nothing, NO_YEAR)
    read_as = {order: _days(read, order, hints) for order in orders}
    orders = [order for order in orders if _can_be_a_plan(read_as[order])] or orders
    most = max(counts[order] for order in orders)
    columns: dict[str, list[date | None]] = {}
    for order, days in read_as.items():
        if order in orders and counts[order] == most and days not in columns.values():
            columns[order] = days
    if len(columns) > 1:
        named = _weekdays(read, hints)
        scores = {order: _score(order, days, named, hints) for order, days in columns.items()}
        best = max(scores.values())
        columns = {order: days for order, days in columns.items() if scores[order] == best}
    order = _only_close(columns)
    if not order and any(None not in _of_dates(days, read) for days in columns.values()):
        return Dates(nothing, _undecided(cells, columns))
    days = columns[order or next(iter(columns))]
    days, mended = in_turn(read, days, hints.race_date)
    if mended or (order and not _are_damaged(cells, read, days)):
        return Dates(days, "", mended)
    return Dates(nothing, IN_TWO_WAYS)


def _of_dates(days: Sequence[date | None], read: Sequence[Written | None]) -> list[date | None]:
    """Return the days of the cells that are dates."""
    return [day for day, one in zip(days, read, strict=True) if one]


def _are_damaged(
    cells: Sequence[str], read: Sequence[Written | None], days: Sequence[date | None]
) -> bool:
    """Return whether only some dates begin with the year, and those are in no order."""
    if are_in_order(_of_dates(days, read)):
        return False
    known = [(bool(ISO.match(cell)), day) for cell, one, day in zip(cells, read, days, strict=True)
             if one and day and len(re.findall(r"\d+", cell)) >= FIGURES]  # fmt: skip
    styles = [iso for iso, _ in known]
    few = min(styles.count(True), styles.count(False))
    return few >= FEWEST and not are_in_order([day for _, day in known])


def _can_be_a_plan(days: Sequence[date | None]) -> bool:
    """Return whether days lie so near to each other, and to today, as those of a plan."""
    known = [day for day in days if day is not None]
    if not known or max(known) - min(known) > LONGEST_PLAN:
        return False
    year = date.today().year
    return year - YEARS_AWAY <= min(known).year <= max(known).year <= year + YEARS_AWAY


def clear_dates(
    grid: Grid, cells: Sequence[tuple[int, int, str]], hints: Hints, notes: Notes, header: str = ""
) -> list[date | None]:
    """Return the dates of cells with their lines and indices, or end with why they can't be told.

    Days that no calendar has are noted as faults.

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
    dates.tell([cell for _, _, cell in cells], notes)
    known = sum(day is not None for day in dates.days)
    wrong = [(place, read) for place, day in zip(cells, dates.days, strict=True)
             if day is None and (read := written(place[2]))]  # fmt: skip
    for (line, index, cell), read in wrong:
        message = NO_SUCH_IN_ORDER if read.orders else NO_SUCH
        decimal = re.fullmatch(r"\d{1,2}\.\d{1,2}", cell)
        message = NO_DATE_HERE if decimal and len(wrong) > known else message
        notes.fault(line, grid.column(line, index), header, message.format(cell), "date")
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

    Years that are not written follow from the dates around that have one, the race or the title.
    """
    written_days = [one.orders.get(order) if one else None for one in read]
    found = [date(value[0], *value[1:]) if value and value[0] else None for value in written_days]
    if first := next(filter(None, found), None):
        before = found.index(first)
        ahead = _nearest(written_days[before::-1], found[before::-1], first)
        return [*ahead[:0:-1], *_nearest(written_days[before:], found[before:], first)]
    after: date | None = None
    by_title = date(max(hints.years), 12, 31) if hints.years else None
    for at, value in reversed([*enumerate(written_days)]):
        last = hints.until or (after + HALF_A_YEAR if after else by_title)
        if value is not None and last:  # under another order a date beside it has the year
            found[at] = _latest(*value[1:], last)
        after = found[at] or after
    return found


def _nearest(
    values: Sequence[tuple[int | None, int, int] | None], days: Sequence[date | None], near: date
) -> list[date | None]:
    """Return days, those without a year as near to the one in front of them as can be."""
    found = []
    for value, day in zip(values, days, strict=True):
        if value and not day:
            same = (_latest(*value[1:], near + HALF_A_YEAR), _latest(*value[1:], near))
            day = min(filter(None, same), key=lambda one: abs(one - near), default=None)
        near = day or near
        found.append(day)
    return found


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
