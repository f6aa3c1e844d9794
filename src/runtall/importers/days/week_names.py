"""What a week is called: whether words name one, and on which day it begins."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from runtall.importers.days.dates import behind_place, leading_date, written
from runtall.importers.days.names import languages, meaning
from runtall.importers.days.week_numbers import (
    BRACKETS,
    LONGEST_LABEL,
    MARKS,
    MOST_ALIKE,
    SEVERAL,
    SHORT,
    is_week,
    week_number,
    weeks_alike,
    weeks_left,
    with_number_behind,
)
from runtall.importers.days.week_ranges import (
    BETWEEN_DAYS,
    LEAP_YEAR,
    first_in_numbers,
    first_of_range,
    is_range,
    range_ahead,
)
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.words.languages import joining, worded
from runtall.importers.words.titles import KEPT, spelling

MONTH_AND_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.])")
# A name that is a letter and its number.
GLUED = re.compile(r"(?:w|wk|kw)\d{1,2}(?!\d)")
# The number of a week and what stands behind it.
NUMBERED_FIRST = re.compile(
    r"(?P<word>[^\W\d_]+)\.? ?#?\d{1,2}(?:[\s(\[|\u00b7:,;*_\u2013\u2014-]+(?:[^\W\d_]+ ){0,2}?)"
    r"(?P<rest>(?:\d|[^\W\d_]+\.? \d).*)"
)
# What parts its name from its dates: "Phase 2 - hills. Mon 8 March to Sun 28 March".
BEHIND_NAME = re.compile(r"[:|]\s|(?<=[^\W\d_]{4})\.\s")


@lru_cache(maxsize=KEPT)
def start_of_week(cell: str) -> str:
    """Return the date at the beginning of a week's label: of a range, behind a number.

    As in ``Week of 5 April``, ``5.4. - 11.4.``, ``Week 3 (5 Apr)``, ``w/c 8, 15 March``. What has
    no date stays.
    """
    if in_turn := _first_days(cell):
        return in_turn[0]
    cell = cell if written(cell) else behind_place(cell)
    first = _start(cell)
    return first if first == cell else _with_year(first, cell.partition(first)[2])


def _first_days(cell: str) -> tuple[str, int] | None:
    """Return the first of some days a week apart, with their month, and how many there are."""
    join = rf"(?:\s*[,&+]\s*|\s+(?:{joining('and')})\s+)"
    day = r"\d{1,2}(?:st|nd|rd|th|\.)?"
    month = r"(?P<month>\s+[^\W\d_]{3,}(?: 20\d\d)?)"
    found = re.search(
        rf"(?i)(?<![\d.])(?P<days>{day}(?:{join}{day})+){month}", cell[:LONGEST_LABEL]
    )
    days = [int(one) for one in re.findall(r"\d+", found["days"])] if found else []
    first = f"{days[0]}{found['month']}" if found else ""
    apart = all(later - one == 7 for one, later in pairwise(days))
    return (first, len(days)) if apart and written(first) else None


def _with_year(first: str, behind: str) -> str:
    """Return the first day of a week with the year of its last: of ``28/12 - 3/1/2027``."""
    sign = worded(BETWEEN_DAYS).match(behind) or re.match(r"\s*[-\u2013\u2014]\s*", behind)
    one, end = written(first), written(leading_date(behind[sign.end() :])) if sign else None
    if one is None or end is None:
        return first
    for order in one.orders.keys() & end.orders.keys():
        (year, month, _), (last, last_month, _) = one.orders[order], end.orders[order]
        if year is None and last is not None:
            joint = re.search(r"[./]", first)
            year = last - (last_month < month)
            return f"{first.rstrip('.')}{joint.group() if joint else ' '}{year}"
    return first


def _start(cell: str) -> str:
    """Return the date at the beginning of a week's label as it stands there."""
    plain = re.sub(r"\s+onwards?\b", "", cell[:80].strip(MARKS)).translate(BRACKETS)
    if "周" in plain or "週" in plain:  # the month comes first there, also before a dot
        plain = MONTH_AND_DAY.sub(r"\1月\2日", plain)
    plain = plain[: range_ahead(plain) or None]
    tries = [*re.findall(r"\(([^)]*)\)", plain), plain, *BEHIND_NAME.split(plain)[1:]]
    if first := next(filter(None, map(first_in_numbers, tries)), ""):
        return first
    if first := next(filter(None, map(first_of_range, [*tries, *plain.split(", ")[1:]])), ""):
        return first
    if weeks_alike(cell) > 1:  # "Weeks 1-4" is no 1 April
        plain = re.sub(worded(SEVERAL).pattern, "", plain, flags=re.I).strip(f"{MARKS}:,-()")
        return _start(plain) if plain else cell
    if not cell or written(cell):
        return cell
    if first := _behind_number(plain):
        return first
    tries += [worded(BETWEEN_DAYS).split(one)[0] for one in tries]
    tries += re.split(r"\s[-\u2013\u2014]\s|, ", plain, maxsplit=1)[1:]
    tries += [re.sub(r"\s*\([^()]*\)", "", plain)]  # "Week of 29 March (after Easter)"
    tries += [one.split("-")[0] for one in tries if one.count("-") == 1]
    tries += [_without_week(one) for one in tries]
    return next((one.strip() for one in tries if written(one.strip())), cell)


def weeks_between(heading: str) -> int:
    """Return how many whole weeks a heading spans: ``BASE: 5 July - 1 Aug``; 0 of one or less.

    Or of how many it names the first days: ``w/c 8, 15 March``.
    """
    if in_turn := _first_days(heading):
        return in_turn[1]
    plain = heading.strip(" =#<>*_~:").translate(BRACKETS)
    for text in (plain, *re.findall(r"\(([^)]*)\)", plain), *BEHIND_NAME.split(plain)[1:]):
        ends = worded(BETWEEN_DAYS).split(text, maxsplit=1)
        ends = [first_of_range(text) or ends[0], ends[-1]] if len(ends) == 2 else []
        first, last = (written(end.strip()) for end in ends) if ends else (None, None)
        for order in first.orders.keys() & last.orders.keys() if first and last else ():
            one, two = (date(LEAP_YEAR, *end.orders[order][1:]) for end in (first, last) if end)
            weeks, more = divmod((two - one).days % 366 + 1, 7)
            if not more and 1 < weeks <= MOST_ALIKE:
                return weeks
    return 0


def says_begin(header: str) -> bool:
    """Return whether a column is called after the first days of weeks: ``Week commencing``."""
    begin = rf"\b(?:{joining('begin', 'from')})\b|\bw ?/? ?[bc]\b"
    return meaning(header)[0] == "week" and bool(re.search(begin, spelling(header)))


def _behind_number(text: str) -> str:
    """Return the date that stands behind the number of a week: ``Wk 3 · 19 Jul - build``."""
    rest = _without_week(_rest(text))
    end = range_ahead(rest) or None
    days = re.split(r"\s*[(\[|\u00b7:,]|\s[-\u2013\u2014]\s(?=\D)", rest[:end])[0]
    weekday, _, behind = rest.partition(" ")
    first = leading_date(rest)
    if not first and is_weekday(weekday.strip(".,")) and (day := leading_date(behind)):
        first = f"{weekday} {day}"
    return first_of_range(days) or first.strip("()")


def _rest(text: str) -> str:
    """Return what stands behind the number of a week: ``S3 - du 1er au 7 mars``."""
    found = NUMBERED_FIRST.match(with_number_behind(text))
    named = found and (is_week(found["word"]) or spelling(found["word"]) in SHORT)
    return found["rest"] if found and named else ""


def _without_week(text: str) -> str:
    """Return the words without those that say that this is a week."""
    first, _, rest = text.strip().partition(" ")
    joins = re.fullmatch(joining("from"), spelling(first)) or spelling(first) in _ending()
    says_week = meaning(first)[0] in {"week", "week_end"} or joins
    if not first or not says_week or (not joins and _is_foreign(rest, first)):
        return " ".join(text.split())
    return _without_week(rest)


@cache
def _ending() -> frozenset[str]:
    """Return the words of headers that say when a week ends: ``Week ending``, ``Woche bis``."""
    headers = [word for one in languages() for word, name in one.headers.items()
               if name == "week_end"]  # fmt: skip
    return frozenset(part for header in headers for part in header.split())


def _is_foreign(text: str, week: str) -> bool:
    """Return whether a month is none in the languages of the word for the week: "Wk 10 out"."""
    knowing = [one for one in languages() if spelling(week).strip(".") in one.headers]
    words = spelling(text).split()
    months = [word for word in words if any(word in one.months for one in languages())]
    return bool(knowing) and any(all(word not in one.months for one in knowing) for word in months)


@lru_cache(maxsize=KEPT)
def names_week(words: str) -> bool:
    """Return whether words name a week: ``WEEK 3 - Sharpen``, ``w/c 4 Jan``, ``RACE WEEK``.

    A sum of a week is none.
    """
    words = with_number_behind(words.strip(MARKS).translate(BRACKETS))
    parts = [part.strip(".,:!()") for part in spelling(words[: LONGEST_LABEL + 1]).split()]
    if (
        not words
        or len(words) > LONGEST_LABEL
        or any(meaning(part)[0] == "total" for part in parts)
    ):
        return False
    if weeks_left(words) is not None or weeks_alike(words) > 1:
        return True
    numbered = week_number(words) is not None
    # "W3" is a week, "T 6" are six miles on Tuesday.
    bare = numbered and len(parts) <= 2 and (len(parts) == 1 or len(parts[0]) > 1)
    glued = bool(parts) and bool(GLUED.match(parts[0]) or is_week(parts[0].rstrip("0123456789")))
    # A letter alone may be a weekday.
    named_by = parts if numbered else [part for part in parts[:2] if len(part) > 1]
    dated = any(map(is_range, (_without_week(_rest(words)), *re.findall(r"\(([^()]*)\)", words))))
    named = any(map(is_week, parts if dated else named_by)) or (numbered and (glued or dated))
    return named or (bare and words[0].isalpha())
