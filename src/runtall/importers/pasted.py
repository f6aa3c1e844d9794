"""Lines as they are pasted from a message: ``Tue 2 Mar: 6x800``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from runtall.documents.values import YEARS, weekday_of
from runtall.domain.calendar import WEEKDAYS
from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan

FORM = "pasted lines"
NEEDS_A_DATE = "no line says which week it is; write the date of one of them: Tue 2 Mar: 6x800"
MOST_LINES = 5_000
LONGEST = 1_000
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
# A leap year: every day of the calendar is in it.
ANY_YEAR = 2000
DATE = (
    r"\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? ?(?:of )?{MONTH}(?:,? \d{{4}})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?"
    r"|\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?"
)
BEGINS_WITH_DATE = re.compile(rf"(?i){DATE}")
LINE = re.compile(
    r"(?i)^[\s>*\u2022-]*"
    r"(?:(?P<weekday>(?:mo|tu|we|th|fr|sa|su)[a-z]{0,7})\.?,?(?: |(?=\s|\s*[:\u2013\u2014-])))?"
    rf"(?P<date>{DATE})?(?P<end>\s*[:\u2013\u2014-]\s*|\t\s*|\s+)(?P<title>\S.*)$"
)
# Days of a plan behind its race; and how far off a plan without a race is, at most.
AFTER_RACE, HALF_A_YEAR = timedelta(14), timedelta(183)
# Of the lines of a text, so many of ten begin with a day.
MOST = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a day."""

    number: int
    weekday: str
    date: str
    title: str


def looks_pasted(text: str) -> bool:
    """Return whether most lines of a text begin with a weekday or a date."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    found = [line for number, line in enumerate(lines) if _line(number, line)]
    return bool(found) and 10 * len(found) >= MOST * len(lines)


def read_pasted(text: str, context: Context) -> Entries:
    """Read a line a day; lines that begin with no day go on with the one before.

    A date without a year is the last one up to the race, or the one nearest to today. A weekday
    alone follows the line before it.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise no_run_plan(f"more than {MOST_LINES} lines; this is no run plan")
    notes = Notes()
    found: list[_Line] = []
    more: dict[int, list[str]] = {}
    for number, line in enumerate(lines, start=1):
        if day := _line(number, line):
            found.append(day)
        elif line.strip() and found:
            more.setdefault(found[-1].number, []).append(line.strip())
        elif line.strip():
            notes.warn("lines before the first day are left out", shown(line.strip()[:60]))
    dates = _dates(found, _last_day(context), notes)
    notes.end()
    entries = tuple(
        Entry(day, line.title, line.number, "\n".join(more.get(line.number, ())))
        for line, day in zip(found, dates, strict=True)
    )
    if not entries:
        raise no_run_plan("no line begins with a day, as in Tue 2 Mar: 6x800")
    return Entries(entries, FORM, warnings=notes.remarks())


def _last_day(context: Context) -> date:
    """Return the last day on which a date without a year can lie: one year ends with it."""
    if context.race_date:
        return context.race_date + AFTER_RACE
    return date.today() + HALF_A_YEAR


def _line(number: int, text: str) -> _Line | None:
    """Return a line that begins with a day: a date, a weekday or both."""
    match = LINE.match(text[:LONGEST])
    if not match:
        return None
    weekday = weekday_of(match["weekday"] or "")
    alone = match["date"] is None
    if (match["weekday"] or alone) and not weekday:
        return None
    if alone and BEGINS_WITH_DATE.match(match["title"]):
        # A cell of a table: nothing of a message stands right behind its date.
        return None
    return _Line(number, weekday, match["date"] or "", match["title"].strip())


def _dates(lines: Sequence[_Line], last: date, notes: Notes) -> list[date]:
    """Return the date of each line; a weekday alone is counted from the one with a date nearby."""
    days = [_date(line, last, notes) if line.date else None for line in lines]
    known = [index for index, day in enumerate(days) if day is not None]
    if lines and not known:
        raise no_run_plan(NEEDS_A_DATE)
    for index in range(known[0] - 1 if known else -1, -1, -1):
        days[index] = _weekday_near(lines[index], days[index + 1], -1)
    for index in range(len(days)):
        if days[index] is None:
            days[index] = _weekday_near(lines[index], days[index - 1], 1)
    return [day or NO_DATE for day in days]


def _weekday_near(line: _Line, other: date | None, way: int) -> date:
    """Return the line's weekday next after a date, or last before it; the same day counts."""
    day = other or NO_DATE
    apart = way * (WEEKDAYS.index(line.weekday) - day.weekday()) % 7
    return day + timedelta(way * apart)


def _date(line: _Line, last: date, notes: Notes) -> date:
    """Return the date of a line, of two that it can be the one with its weekday."""
    possible = sorted(set(_possible(line.date, last)))
    right = [day for day in possible if not line.weekday or WEEKDAYS[day.weekday()] == line.weekday]
    if not possible:
        notes.fault(line.number, 1, "", f"{shown(line.date)} is not in the calendar")
    elif not right:
        weekday = f"{possible[0]:%A}"
        notes.fault(line.number, 1, "", f"{possible[0]} is a {weekday}, not {line.weekday}")
    elif len(right) > 1:
        words = f"{shown(line.date)} can be two dates; write the month as a word"
        notes.fault(line.number, 1, "", words)
    return (right or possible or [last])[0]


def _possible(text: str, last: date) -> Iterator[date]:
    """Yield the dates that a text can be; without a year the last ones up to a day."""
    from dateutil import parser  # takes its time to import

    orders = (True, False) if "/" in text else (True,)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        with suppress(ValueError):
            yield date.fromisoformat(text)
        return
    plain = re.sub(r"(?i)(?<=\d)(?:st|nd|rd|th)\b|\bof\b", "", text).rstrip(".")
    has_year = re.search(r"\d{4}", plain) or re.search(r"[./]\d{1,2}[./]\d{2}$", plain)
    if not has_year and "." in plain:
        plain += f".{ANY_YEAR}"
    for day_first in orders:
        with suppress(ValueError, OverflowError):
            default = datetime(ANY_YEAR, 1, 1)
            found = parser.parse(plain, dayfirst=day_first, default=default).date()
            if not has_year:
                this_year = found.replace(year=last.year)
                found = this_year if this_year <= last else found.replace(year=last.year - 1)
            if YEARS[0] <= found.year <= YEARS[1]:
                yield found
