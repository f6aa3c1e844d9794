"""Days of the calendar, and weekdays, as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dateutil import parser

from runtall.documents.values import BadValue, read_date, weekday_of
from runtall.domain.calendar import WEEKDAYS
from runtall.errors.words import choose, shown

GROUPS = {
    "all": WEEKDAYS,
    "any": WEEKDAYS,
    "every": WEEKDAYS,
    "everyday": WEEKDAYS,
    "daily": WEEKDAYS,
    "weekdays": WEEKDAYS[:5],
    "weekday": WEEKDAYS[:5],
    "weekend": WEEKDAYS[5:],
    "weekends": WEEKDAYS[5:],
}
# Words between weekdays, which say nothing.
FILLING = {"and", "day", "days", "on", "the", "also", "&", "only"}
EXCEPT = {"but", "except", "not", "no", "without"}
SOON = ("today", "tomorrow")
# Two days by which a date is read: what they share stands in the text.
DEFAULTS = (datetime(2000, 1, 2), datetime(2004, 2, 3))


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
    if weekday := weekday_of(plain.lower().removeprefix("next ")):
        return today + timedelta((WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)
    if re.fullmatch(r"[0-9]+-[0-9]+-[0-9]+", plain):
        return read_date(plain)
    # Between dots the day comes first everywhere; between slashes that depends.
    orders = (True,) if "." in plain else (True, False)
    found = {_parsed(plain, today, day_first=day_first) for day_first in orders}
    if len(found) > 1:
        both = " or ".join(f"{day.day} {day:%B %Y}" for day in sorted(found))
        raise BadValue(f"{shown(plain)} can be {both}; write the month as a word")
    return read_date(found.pop().isoformat())


def _parsed(text: str, today: date, *, day_first: bool) -> date:
    wrong = f"{shown(text)} is not a date; write it as 25 April 2027 or 2027-04-25"
    if not re.search(r"[0-9]", text) or len(text) > 40:
        raise BadValue(wrong)
    one: datetime
    two: datetime
    try:
        one, two = (parser.parse(text, dayfirst=day_first, default=day) for day in DEFAULTS)
    except (ValueError, OverflowError) as error:
        if "out of range" in str(error) or "must be in" in str(error):
            raise BadValue(f"{text} is not in the calendar; such a date does not exist") from None
        raise BadValue(wrong) from None
    if (one.month, one.day) != (two.month, two.day) or one.time() != DEFAULTS[0].time():
        raise BadValue(wrong)
    if one.year == two.year:
        return one.date()
    try:
        this_year = date(today.year, one.month, one.day)
    except ValueError:
        raise BadValue(f"{text} is not in the calendar this year; write the year, too") from None
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def read_days(text: str) -> tuple[str, ...]:
    """Read weekdays: ``mon, wed and fri``, ``Monday to Thursday``, ``all but sunday``."""
    chosen: set[str] = set()
    gone: set[str] | None = None
    spaced = re.sub(r"\s*(?:-|\u2013|\bto\b|\bthrough\b)\s*", "-", text.lower())
    for word in re.split(r"[\s,;/+]+", spaced.strip()):
        if word in EXCEPT:
            gone = set()
            continue
        days = _days(word)
        (chosen if gone is None else gone).update(days)
    if gone is not None:
        chosen = (chosen or set(WEEKDAYS)) - gone
    if not chosen:
        raise BadValue(f"name at least one of {', '.join(WEEKDAYS)}, or all")
    return tuple(day for day in WEEKDAYS if day in chosen)


def _days(word: str) -> tuple[str, ...]:
    if word in GROUPS:
        return GROUPS[word]
    if not word or word in FILLING:
        return ()
    ends = [weekday_of(end) for end in word.split("-")]
    if len(ends) > 2 or not all(ends):
        raise BadValue(f"{shown(word)} is not a weekday{choose(word, WEEKDAYS, other='all')}")
    first, last = WEEKDAYS.index(ends[0]), WEEKDAYS.index(ends[-1])
    return tuple(WEEKDAYS[day % 7] for day in range(first, last + 1 + 7 * (last < first)))
