"""Dates in any one style: what a cell can mean, and what its whole column means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache

from runtall.documents.values import YEARS
from runtall.importers.tables.words import fold, languages

# The order of day, month and year.
ORDERS = ("ymd", "dmy", "mdy")
ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
TIME = re.compile(
    r"(?:^|[t ,])\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?: ?(?:uhr|h))?\s*(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?\)?$"
)
NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|er|re|o|a)?(?![^\W_])")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
FILLING = {"the", "of", "de", "del", "do", "den", "d", "le", "el", "il", "og", "dnia", "r", "am"}
LONGEST = 60
# Days before the day one that a spreadsheet counts from, and the numbers that dates have today.
SERIAL = (date(1899, 12, 30), range(29_000, 75_000))
# A date without a year may lie so far behind the race.
AFTER_RACE = timedelta(days=70)
# Days from one date of a plan to the next, at most and on average, that speak for an order.
CLOSE, APART = 7, 4


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written.

    Parameters
    ----------
    orders
        Year (or None), month and day under each order of `ORDERS` that is possible.
    weekdays
        Those that the words beside it can name.
    at, zone
        The time behind it.
    """

    orders: Mapping[str, tuple[int | None, int, int]]
    weekdays: frozenset[int] = frozenset()
    at: time | None = None
    zone: str = ""


@lru_cache(maxsize=32_768)
def written(cell: str) -> Written | None:
    """Read a cell as a date; None if it is none."""
    if found := ISO.fullmatch(cell):
        year, month, day = map(int, found.groups())
        exists = _exists(year, month, day)
        return Written(dict.fromkeys(ORDERS, (year, month, day)) if exists else {})
    text = fold(cell[: 2 * LONGEST])
    if not text or len(text) > LONGEST or not any(char.isdigit() for char in text):
        return None
    at, zone = None, ""
    if found := TIME.search(text):
        text, at, zone = text[: found.start()], _time(found), found["zone"] or ""
    text = re.sub(r"(\d)\s*[年月]\s*", r"\1-", text)
    text = re.sub(r"(\d)\s*[日号號]", r"\1 ", text)
    numbers = NUMBER.findall(text)
    words = [word for word in WORD.findall(NUMBER.sub(" ", text)) if word not in FILLING]
    left = WORD.sub(" ", NUMBER.sub(" ", text))
    if not 1 <= len(numbers) <= 3 or left.strip(" .,/()-'|·") or len(words) > 3:
        return None
    dotted = bool(re.search(r"\d\.\s?\d", text))
    joined = bool(re.search(r"\d\s?[./-]\s?\d", text))
    orders, weekdays = _read(numbers, words, joined=joined)
    if dotted:
        orders = {order: value for order, value in orders.items() if order != "mdy"} or orders
        if len(numbers[0]) < 4 and "dmy" in orders:
            orders.pop("ymd", None)
    possible = {order: value for order, value in orders.items() if _exists(*value)}
    return Written(possible, frozenset(weekdays), at, zone) if orders else None


def _time(found: re.Match[str]) -> time | None:
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return time(hour, int(found["m"])) if hour < 24 and int(found["m"]) < 60 else None


def _read(
    numbers: Sequence[str], words: Sequence[str], *, joined: bool
) -> tuple[dict[str, tuple[int | None, int, int]], set[int]]:
    """Return what numbers and words can mean, in any language that knows all of the words."""
    orders: dict[str, tuple[int | None, int, int]] = {}
    weekdays: set[int] = set()
    for one in languages():
        for month_at in (*(range(len(words))), None):
            month = one.months.get(words[month_at]) if month_at is not None else None
            others = [word for index, word in enumerate(words) if index != month_at]
            days = [one.weekdays.get(word) for word in others]
            if (month_at is not None and month is None) or None in days or len(days) > 1:
                continue
            if month is not None and joined and len(numbers) > 1 and not days:
                continue  # "mar 02/03": a Tuesday
            apart = len(numbers) == 2 and not joined
            found = {} if apart else _by_order(numbers)
            found = found if month is None else _by_name(numbers, month)
            if found:
                weekdays |= {day for day in days if day is not None}
                orders = orders or found
        if not words:
            break
    return orders, weekdays


def _by_name(numbers: Sequence[str], month: int) -> dict[str, tuple[int | None, int, int]]:
    """Return the meaning of a day, perhaps a year, beside the name of a month."""
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        return dict.fromkeys(ORDERS, (None, month, int(numbers[0])))
    if len(numbers) != 2:
        return {}
    first_is_year = len(numbers[0]) == 4
    year, day = numbers if first_is_year else (numbers[1], numbers[0])
    if len(day) > 2 or len(year) not in {2, 4}:
        return {}
    return dict.fromkeys(ORDERS, (_year(year), month, int(day)))


def _by_order(numbers: Sequence[str]) -> dict[str, tuple[int | None, int, int]]:
    """Return the meanings of a date in numbers only, by their order."""
    lengths = [len(number) for number in numbers]
    if lengths == [8]:
        text = numbers[0]
        return dict.fromkeys(ORDERS, (int(text[:4]), int(text[4:6]), int(text[6:])))
    if lengths == [5] and int(numbers[0]) in SERIAL[1]:
        day = SERIAL[0] + timedelta(days=int(numbers[0]))
        return dict.fromkeys(ORDERS, (day.year, day.month, day.day))
    if len(numbers) == 2 and max(lengths) <= 2:
        first, second = map(int, numbers)
        return {"dmy": (None, second, first), "mdy": (None, first, second)}
    if len(numbers) != 3 or sorted(lengths)[1] > 2 or max(lengths) not in {1, 2, 4}:
        return {}
    a, b, c = numbers
    found: dict[str, tuple[int | None, int, int]] = {}
    if lengths[0] == 4 or max(lengths) <= 2:
        found["ymd"] = (_year(a), int(b), int(c))
    if lengths[2] == 4 or max(lengths) <= 2:
        found |= {"dmy": (_year(c), int(b), int(a)), "mdy": (_year(c), int(a), int(b))}
    return found


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _exists(year: int | None, month: int, day: int) -> bool:
    year = 2028 if year is None else year
    try:
        date(year, month, day)
    except ValueError:
        return False
    return YEARS[0] <= year <= YEARS[1]


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
    """

    order: str = ""
    race_date: date | None = None
    weekdays: Sequence[int | None] = ()
    years: Sequence[int] = ()
    day_first: bool = False


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
    if without_year and hints.race_date is None and not hints.years:
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
            elif hints.race_date is not None:
                day = _latest(month, number, hints.race_date + AFTER_RACE)
            else:
                last = after + timedelta(days=AFTER_RACE.days) if after else None
                day = _latest(month, number, last or date(max(hints.years), 12, 31))
        after = day or after
        found.append(day)
    return found[::-1]


def _latest(month: int, number: int, until: date) -> date | None:
    """Return the last such day that is not after another."""
    for year in range(until.year, until.year - 9, -1):
        if _exists(year, month, number) and date(year, month, number) <= until:
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
