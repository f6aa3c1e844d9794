"""Dates in any style: what a cell can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache, lru_cache

from runtall.documents.values import YEARS
from runtall.importers.days.names import languages, meaning
from runtall.importers.words.languages import CODES, any_of, joining
from runtall.importers.words.titles import KEPT, spelling

# The order of day, month and year.
ORDERS = ("ymd", "dmy", "mdy")
ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# Letters that are typed in place of digits, and a date in figures that has some.
LOOK_ALIKE = str.maketrans("oil", "011")
FIGURES = re.compile(r"[\doil]{1,4}([./-])[\doil]{1,2}\1[\doil]{1,4}")
FIRST = re.compile(r"\b1[oa]\b")
IN_BRACKETS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} \(([0-9]{4}-[0-9]{2}-[0-9]{2})\)")
TIME = re.compile(
    r"(?:^|[t ,])\s*(?P<h>\d{1,2}):(?P<m>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?: ?(?:uhr|h))?\s*(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?\)?$"
)
NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|er|re|o|a)?(?![^\W_])")
# A place among weeks: no month has one where a week is feminine, nor its day behind its name.
OF_WEEKS = re.compile(r"\da\b|[^\W\d_]+\.? ?\d{1,2}\W*$")
A_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
WORD = re.compile(A_WORD)
LONGEST = 60
YEAR_BEHIND = r"(?:,? (?:(?:de|del) )?\d{4}(?!\d))?"
# How a date within a text is written; whether its words are a month is found out afterwards.
DATES = (
    r"\d{4}-\d{2}-\d{2}|\d{4}/\d{1,2}/\d{1,2}",
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?",
    r"\d{1,2}[./-][ivx]{1,4}[./-]\d{4}",
    rf"\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])? ?(?:(?:of|de|d') ?)?{A_WORD}\.?{YEAR_BEHIND}",
    rf"{A_WORD}\.? \d{{1,2}}(?:st|nd|rd|th)?{YEAR_BEHIND}",
    r"\d{1,2}(?P<dash>-?)[^\W\d_]{3,9}(?:(?P=dash)(?:\d{4}|\d{2}))?",
    r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?",
    # "04.01" is a date, "10.5 km" is none.
    r"\d{2}\.\d{2}(?![.:,]?\d| ?(?:k|m|x))|\d{1,2}\.\d{1,2}(?=\s*[:\uff1a\u2013\u2014-])",
    # "20/22 km" are lengths of two weeks, "10/20 x 8" seconds on and off.
    r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?!/?\d| ?(?:kms?|k|mi|miles?|mins?|sec|s)\b| ?x ?\d)",
)
# Day, month and perhaps year without anything between.
GLUED = re.compile(r"(?<!\w)(\d{1,2})([^\W\d_]{3,9})(\d{4}|\d{2})?(?!\w)")
# A month as Poles write it, behind its day: "21 VI"; alone, V is a Spanish Friday and X is times.
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
IN_ROMAN = re.compile(
    rf"(?<!\w)(\d{{1,2}})[. /-]{{1,2}}(?=\w{{2}}|\w\W+(?:20\d\d(?!\d)|[^\W\d_]{{2}}))"
    rf"({'|'.join(MONTHS)})(?!\w)[./-]?"
)
# A number in front of the brackets around a date: "12 (19 Apr)".
BEFORE_BRACKET = re.compile(r"\d\s*\([^)]*\d")
# The number of a week in front of a date, on a line of its own or beside it: "1\n04 Jan", "2 11/1".
PLACED = re.compile(
    r"\s*#?\d{1,2}(?:[.:)]?\s*\n\s*|,? +(?=\d{1,2}[./-]\d)"
    r"|,? +(?=\d{4}-)|[.:),]? +(?=\d{1,2}(?:st|nd|rd|th|\.)? ?[^\W\d]))(?P<date>.+)"
)
# "30/30 x 20" are seconds, and no Wednesday of Spaniards; "40' Z1-2" are zones of the pulse,
# and "8.5 mi" is how far, though a Wednesday of Germans is called so.
NO_DAY = re.compile(r"\d ?x ?\d|\bz\d|^\d+\.\d+ ?mi$")
# How far a marathon is, and a half.
FAR = re.compile(r"(?:26\.2|13\.1|42\.2|21\.1)(?!\d)")
# Of a year, and of its longest month.
MOST_MONTHS, MOST_DAYS = 12, 31
# Days before the day one that a spreadsheet counts from, and the numbers that dates have today.
SERIAL = (date(1899, 12, 30), range(29_000, 75_000))

# What goes on as a pace behind its last digit is no date: "MRT 5:20" is no day of March.
PACE = re.compile(r"\d:[0-5]\d(?!\d|\s*(?:k?m|mi|min)\b)")

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
# One of two digits, at the end of a date or behind an apostrophe: "11/4/27", "Milan '27".
SHORT_YEAR = re.compile(r"(?<![\w./-])(?:\d{1,2}([./-])\d{1,2}\1|['\u2019])([23]\d)(?![\w./'-])")


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


@lru_cache(maxsize=KEPT)
def written(cell: str) -> Written | None:
    """Read a cell as a date; None if it is none."""
    if found := ISO.fullmatch(cell):
        year, month, day = map(int, found.groups())
        same = dict.fromkeys(ORDERS, (year, month, day))
        return Written(same if exists(year, month, day) else {})
    if found := IN_BRACKETS.fullmatch(cell[:LONGEST]):  # behind a weekday of any language
        return written(found[1])
    cell = IN_ROMAN.sub(lambda day: f"{day[1]}.{MONTHS.index(day[2]) + 1}.", cell[: 2 * LONGEST])
    text = spelling(cell)
    if not text or len(text) > LONGEST or not any(char.isdigit() for char in text):
        return None
    placed = behind_place(cell)
    if BEFORE_BRACKET.search(text) or NO_DAY.search(text) or (placed != cell and written(placed)):
        return None
    figures = FIRST.sub("1", text)  # 2027-04-2O has a letter, 1º/04 is the first
    plain = figures.translate(LOOK_ALIKE)
    if plain != figures and FIGURES.fullmatch(figures) and written(plain):
        return Written({})
    at, zone = None, ""
    if found := TIME.search(text):
        text, at, zone = text[: found.start()], _time(found), found["zone"] or ""
    text = GLUED.sub(r"\1 \2 \3", text)
    text = re.sub(r"(\d)\s*[年月]\s*", r"\1-", text)
    text = re.sub(r"(\d)\s*[日号號]", r"\1 ", text)
    numbers = NUMBER.findall(text)
    filling = joining("the", "of").split("|")
    words = [word for word in WORD.findall(NUMBER.sub(" ", text)) if word not in filling]
    if OF_WEEKS.match(text) and any(meaning(word)[0] == "week" for word in words):
        return None  # "2a sett.", "sett. 2" are a second week
    left = WORD.sub(" ", NUMBER.sub(" ", text))
    if not 1 <= len(numbers) <= 3 or left.strip(" .,/()-'|·") or len(words) > 3:
        return None
    dotted = bool(re.search(r"\d\.\s?\d", text))
    joined = bool(re.search(r"\d\s?[./-]\s?\d", text))
    if not _of_days().issuperset(words):
        return None
    orders, weekdays = _read(numbers, words, joined=joined)
    if dotted:
        orders = {order: value for order, value in orders.items() if order != "mdy"} or orders
        if len(numbers[0]) < 4 and "dmy" in orders:
            orders.pop("ymd", None)
    possible = {order: value for order, value in orders.items() if exists(*value)}
    return Written(possible, frozenset(weekdays), at, zone) if orders else None


def behind_place(cell: str) -> str:
    """Return what stands behind the number of a week that is in front of a date."""
    found = PLACED.fullmatch(cell)
    return found["date"] if found else cell


@cache
def _of_days() -> frozenset[str]:
    """Return every name of a month or a weekday, in any language."""
    return frozenset(word for one in languages() for word in (*one.months, *one.weekdays))


@cache
def _dates_ahead() -> tuple[re.Pattern[str], ...]:
    """Return what finds a date at the beginning of a text."""
    the = joining("the")
    return tuple(
        re.compile(rf"(?i)\(?(?:(?:{the})\.? )?(?:{pattern})(?!\d)\)?") for pattern in DATES
    )


def leading_date(text: str) -> str:
    """Return the date that a text begins with, if it is one in any language; else nothing."""
    for pattern in _dates_ahead():
        found = pattern.match(text)
        paced = found and PACE.match(text, found.end() - 1)
        read = written(found.group()) if found and not paced else None
        if found and read and (read.orders or _is_mistyped(found.group())):
            return found.group()
    return ""


def _is_mistyped(text: str) -> bool:
    """Return whether a day that no calendar has was meant for one: of 31/02, not of 30/30."""
    numbers = [int(number) for number in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)]
    month = len(numbers) < 2 or min(numbers) <= MOST_MONTHS
    return text[0].isdigit() and month and max(numbers, default=0) <= MOST_DAYS


def dates_within(text: str) -> list[str]:
    """Return the dates of a text, wherever they stand between its words; 26.2 may be miles."""
    found, at = [], 0
    for start in (
        one.start() for one in re.finditer(r"(?<![\w./:-])\w|(?<=[\u3400-\u9fff])\d", text)
    ):
        far = FAR.match(text, start) and any_of(CODES, "marathon").search(spelling(text[:start]))
        if start >= at and not far and (day := leading_date(text[start:])):
            found.append(day)
            at = start + len(day)
    return found


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
            if month is not None and words[month_at or 0] in others:
                continue  # "mar 8 - mar 14" are two days
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
    if lengths[0] == 4 or 1 < lengths[0] == max(lengths):  # no year has one digit
        found["ymd"] = (_year(a), int(b), int(c))
    if lengths[2] == 4 or 1 < lengths[2] == max(lengths):
        found |= {"dmy": (_year(c), int(b), int(a)), "mdy": (_year(c), int(a), int(b))}
    return found


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def exists(year: int | None, month: int, day: int) -> bool:
    """Return whether there is such a day; without a year, in any."""
    year = 2028 if year is None else year
    try:
        date(year, month, day)
    except ValueError:
        return False
    return YEARS[0] <= year <= YEARS[1]


def years_in(cells: Iterable[str]) -> list[int]:
    """Return the years that words above a table name, unless they are too many to mean it."""
    cells = [*cells]
    years = {int(year) for cell in cells for year in YEAR.findall(cell)}
    years |= {year + 1 for year in years for cell in cells if f"{year}/{year - 1999}" in cell}
    years = years or {2000 + int(year) for cell in cells for _, year in SHORT_YEAR.findall(cell)}
    return sorted(years) if len(years) <= 2 else []
