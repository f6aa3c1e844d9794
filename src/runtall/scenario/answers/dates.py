"""Days of the calendar, and weekdays, as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from runtall.documents.values import BadValue, read_date, weekday_of
from runtall.domain.calendar import WEEKDAYS
from runtall.errors.words import choose, shown
from runtall.importers.days.dates import written
from runtall.importers.days.names import weekdays_of
from runtall.importers.words.languages import CODES, either, words_of
from runtall.importers.words.titles import spelling

GROUPS = (
    dict.fromkeys(("all", "any", "every", "everyday", "daily"), WEEKDAYS)
    | dict.fromkeys(("weekdays", "weekday"), WEEKDAYS[:5])
    | dict.fromkeys(("weekend", "weekends"), WEEKDAYS[5:])
)
# Words between weekdays, which say nothing.
FILLING = {"and", "day", "days", "on", "the", "also", "&", "only"}
# There is time on days, and that is all that is said; within others "y" may be an "and".
ALL = (["y"], ["yes"])
EXCEPT = {"but", "except", "not", "no", "without"}
SOON = ("today", "tomorrow")


def read_day(text: str, today: date) -> date:
    """Read a date in any usual order: ``25 April 2027``, ``25.04.2027``, or the next weekday.

    Without a year it is the next one.

    Raises
    ------
    BadValue
        If it is none, or two.
    """
    plain = " ".join(text.split())
    if plain.lower() in SOON:
        return today + timedelta(SOON.index(plain.lower()))
    if weekday := weekdays([plain.lower().removeprefix("next ")])[0]:
        return today + timedelta((WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)
    if re.fullmatch(r"[0-9]+-[0-9]+-[0-9]+", plain):
        return read_date("-".join(part.zfill(2) for part in plain.split("-")))
    read = written(plain)
    if read is None or read.at is not None:
        raise BadValue(f"{shown(text)} is not a date; write it as 25 April 2027 or 2027-04-25")
    # Two digits in front are no year here.
    orders = {order: read.orders[order] for order in ("dmy", "mdy") if order in read.orders}
    found = {_day(parts, text, today) for parts in (orders or read.orders).values()}
    if not found:
        raise BadValue(f"{text} is not in the calendar; such a date does not exist")
    if len(found) > 1:
        both = " or ".join(f"{day.day} {day:%B %Y}" for day in sorted(found))
        raise BadValue(f"{shown(plain)} can be {both}; write the month as a word")
    return found.pop()


def _day(parts: tuple[int | None, int, int], text: str, today: date) -> date:
    """Return the day of year, month and day; without a year the next one."""
    year, month, day = parts
    if year is not None:
        return date(year, month, day)
    try:
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else this_year.replace(year=today.year + 1)
    except ValueError:
        raise BadValue(f"{text} is not in the calendar this year; write the year, too") from None


def weekdays(words: Sequence[str]) -> list[str]:
    """Return the weekday that each of some words is, all in one language; empty for others."""
    english = [weekday_of(word) for word in words]
    if all(english):
        return english
    found = weekdays_of(words)
    return [
        word if day is None else WEEKDAYS[day] for word, day in zip(english, found, strict=True)
    ]


def read_days(text: str) -> tuple[str, ...]:
    """Read weekdays: ``mon, wed and fri``, ``Monday to Thursday``, ``all but sunday``."""
    spaced = re.sub(r"\s*(?:-(?!feira)|\u2013|\bto\b|\bthrough\b)\s*", "\u2013", text.lower())
    words = [word for word in re.split(r"[\s,;/+]+", spaced.strip()) if word]
    ends = [end for word in words if word not in GROUPS for end in word.split("\u2013")]
    known = dict(zip(ends, weekdays(ends), strict=True))
    if words in ALL:
        return WEEKDAYS
    chosen: set[str] = set()
    gone: set[str] | None = None
    for word in words:
        if word in EXCEPT:
            gone = set()
            continue
        (chosen if gone is None else gone).update(_days(word, known))
    if gone is not None:
        chosen = (chosen or set(WEEKDAYS)) - gone if gone else set()
    if not chosen:
        raise BadValue(f"name at least one of {', '.join(WEEKDAYS)}, or all")
    return tuple(day for day in WEEKDAYS if day in chosen)


def _days(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    if word in GROUPS:
        return GROUPS[word]
    ends = [known[end] for end in word.split("\u2013")]
    if not all(ends) and (word in FILLING or joins().fullmatch(spelling(word))):
        return ()
    if len(ends) > 2 or not all(ends):
        raise BadValue(f"{shown(word)} is not a weekday{choose(word, WEEKDAYS, other='all')}")
    return weekdays_between(ends[0], ends[-1])


def weekdays_between(start: str, end: str) -> tuple[str, ...]:
    """Return the weekdays from one to the next such as another, both with them."""
    first, last = WEEKDAYS.index(start), WEEKDAYS.index(end)
    return tuple(WEEKDAYS[day % 7] for day in range(first, last + 1 + 7 * (last < first)))


@cache
def joins() -> re.Pattern[str]:
    """Return what finds "and" in every language."""
    return either(words_of(code, "and").pattern for code in CODES)
