"""The first and the last day of a week, told together: ``15-21 Feb``, ``28/12 - 3/1``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from runtall.importers.days.dates import exists, leading_date, written
from runtall.importers.days.names import meaning
from runtall.importers.days.week_numbers import LONGEST_LABEL, is_week
from runtall.importers.words.languages import worded
from runtall.importers.words.titles import KEPT, spelling

# The first and the last day of a week, and their month: "15-21.02", "du 15 au 21 février".
DAYS = (
    r"(?:[^\W\d_]+ ){0,2}(?P<first>\d{1,2})(?:\.|er|º|st|nd|rd|th)? ?"
    r"(?:[-\u2013\u2014]|/(?!\d+ ?[./-])| ?«to» ) ?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
)
THEIR_MONTH = r"(?P<month>(?:[./] ?\d|\.? ?[^\W\d_]{3}|\.? de ).*)"
DAYS_APART, SHORTEST_MONTH = range(3, 7), 28
# The same of several whole weeks of one month.
OF_WEEKS_APART = (13, 20, 27)
LEAP_YEAR = 2028
# The same with the month of both in numbers: "12.28-1.3", "29/3 - 4/4".
IN_NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})\.? ?[-\u2013\u2014~\u81f3\u5230] ?"
    r"(?P<three>\d{1,2})(?P=sign)(?P<four>\d{1,2})\.?(?![\d./])"
)
# What may stand in front of the last day of a week.
TO_THE_LAST = re.compile(r"\s*[-\u2013\u2014~\uff5e\u81f3\u5230]\s*|\s+[^\W\d_]{1,3}\s+")
# What a week is called behind its dates: "race week", "down week".
CALLED = re.compile(r"(?<=\d) +(?:[^\W\d_]+ )?(?:week|wk)$", re.IGNORECASE)
# What stands between the first and the last day of a week.
BETWEEN_DAYS = r"\s+(?:[-\u2013\u2014]|«to»)\s+|[\u2013\u2014~\uff5e\u81f3\u5230]"


@lru_cache(maxsize=KEPT)
def first_of_range(text: str) -> str:
    """Return the first date of a week whose days share a month: of ``15-21 Feb``, ``15 Feb``.

    The month is that of the last day: ``29-4.04`` and ``29-4 April`` begin in March.
    """
    found = worded(DAYS + THEIR_MONTH).fullmatch(text.strip())
    first, last = map(int, found.group("first", "last")) if found else (0, 0)
    end = written(f"{last}{found['month']}") if found else None
    if found is None or end is None:
        return ""
    word = spelling(text.strip()[: found.start("first")]).strip()
    if is_week(word) and last - first != DAYS_APART[-1]:  # "Week 1 - 5 April" begins on the 5th
        return ""
    month = re.fullmatch(r"([./] ?)(\d{1,2})(?!\d)(.*)", found["month"])
    if last - first in (*DAYS_APART, *OF_WEEKS_APART):
        return f"{first}{found['month']}"
    if not (last < first and last + SHORTEST_MONTH - first < 7):
        return ""
    if month:
        return f"{first}{month[1]}{(int(month[2]) - 2) % 12 + 1}{month[3]}"
    year, number, _ = next(iter(end.orders.values()), (None, 1, 1))
    before = date(year or LEAP_YEAR, number, 1) - timedelta(1)
    return f"{first} {before:%b %Y}" if year else f"{first} {before:%b}"


def first_in_numbers(text: str) -> str:
    """Return the first day of a week in numbers whose last day tells which is the month."""
    found = IN_NUMBERS.match(text.strip())
    if not found:
        return ""
    one, two, three, four = map(int, found.group("one", "two", "three", "four"))
    orders = {"dmy": ((two, one), (four, three)), "mdy": ((one, two), (three, four))}
    possible = [first for first, last in orders.values() if are_apart(first, last)]
    return f"{date(LEAP_YEAR, *possible[0]):%d %b}" if len(possible) == 1 else ""


def are_apart(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Return whether two days, as month and day, are the first and the last one of a week."""
    if not (exists(None, *first) and exists(None, *last)):
        return False
    days = (date(LEAP_YEAR, *last) - date(LEAP_YEAR, *first)).days
    return days % 366 in {*DAYS_APART, 7}  # a day more where a February has none


@lru_cache(maxsize=KEPT)
def is_range(line: str) -> bool:
    """Return whether a line begins with the first and the last day of a week.

    Behind them it may be called: ``26 Apr - 2 May RACE WEEK``.
    """
    plain = CALLED.sub("", line.strip(" =#<>*_~:()"))
    if first_of_range(plain) or ((end := range_ahead(plain)) and not re.search(r"\d", plain[end:])):
        return True
    ends = worded(BETWEEN_DAYS).split(plain, maxsplit=1)
    ends = ends if len(ends) == 2 else ends[0].split("-")
    dates = [written(re.split(r"[:(]|\s[-\u2013\u2014]\s", end)[0].strip()) for end in ends]
    return len(ends) == 2 and all(one and one.orders for one in dates)  # "Sat 1 May - 42.2"


def range_ahead(text: str) -> int:
    """Return where the first and the last day of a week end that a text begins with, else 0.

    Something is said of them behind: ``16/8-22/8  the hardest week``.
    """
    for sign in TO_THE_LAST.finditer(text, endpos=LONGEST_LABEL):
        last = leading_date(text[sign.end() :])
        end = sign.end() + len(last)
        unit = re.match(r"\s*([^\W\d_]+)", text[end:])  # "1.5. - 7.5 km" is a run
        if not last or (unit and meaning(unit[1])[0] in {"distance", "duration"}):
            continue
        one, two = written(text[: sign.start()].strip()), written(last)
        orders = (one.orders, two.orders) if one and two else ({}, {})
        apart = any(are_apart(orders[0][each][1:], orders[1][each][1:])
                    for each in orders[0].keys() & orders[1].keys())  # fmt: skip
        if apart or first_of_range(text[:end]):
            return end
    return 0


def names_days_of_month(text: str) -> bool:
    """Return whether words name the first and the last day of a week only: ``du 5 au 11``."""
    found = worded(DAYS).fullmatch(text.strip())
    return found is not None and int(found["last"]) - int(found["first"]) in DAYS_APART
