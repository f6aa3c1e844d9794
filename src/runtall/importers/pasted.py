"""Lines as they are pasted from a message: ``Tue 2 Mar: 6x800``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from runtall.documents.values import NAMES
from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.tables.date_columns import NO_SUCH, Hints, read_dates
from runtall.importers.tables.dates import written
from runtall.importers.tables.words import Language, fold, languages

FORM = "pasted lines"
NEEDS_A_DATE = "no line says which week it is; write the date of one of them: Tue 2 Mar: 6x800"
MOST_LINES = 5_000
LONGEST = 1_000
WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
MONTH = rf"(?:(?:of|de|d') ?)?{WORD}\.?"
YEAR = r"(?:,? (?:(?:de|del) )?\d{4}(?!\d))?"
# A date at the beginning of a text; whether its words are a month is found out afterwards.
DATES = tuple(
    re.compile(rf"(?i)(?:{pattern})(?!\d)")
    for pattern in (
        r"\d{4}-\d{2}-\d{2}",
        r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?",
        rf"\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])? ?{MONTH}{YEAR}",
        rf"{WORD}\.? \d{{1,2}}(?:st|nd|rd|th)?{YEAR}",
        r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?",
        r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?",
    )
)
BULLET = re.compile(r"[\s>*\u2022-]*")
A_WORD = re.compile(rf"(?P<word>{WORD}|\dª)[.,]{{0,2}}(?=(?P<end>\s*[:\uff1a\u2013\u2014-])|\s)")
WEEKDAY_SIGNS = re.compile("(?P<word>(?:星期|礼拜|禮拜|周|週).)(?P<end>(?!))?")
END = re.compile(r"\s*[:\uff1a\u2013\u2014-]\s*|\s+|(?<=[日号])")
# Days up to which a date without a year may lie ahead where no race is known.
HALF_A_YEAR = timedelta(183)
# Of the lines of a text, so many of ten begin with a day.
MOST = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a day.

    Parameters
    ----------
    weekday
        From 0 for Monday; None: the line has only a date.
    """

    number: int
    weekday: int | None
    date: str
    title: str


def looks_pasted(text: str) -> bool:
    """Return whether most lines of a text begin with a weekday or a date."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    found = [line for line in _lines(lines) if line]
    return bool(found) and 10 * len(found) >= MOST * len(lines)


def read_pasted(text: str, context: Context) -> Entries:
    """Read a line a day; lines that begin with no day go on with the one before.

    A date without a year is the last one that can belong to the race, or the one nearest to
    today. A weekday alone follows the line before it.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise no_run_plan(f"more than {MOST_LINES} lines; this is no run plan")
    notes = Notes()
    found: list[_Line] = []
    more: dict[int, list[str]] = {}
    for line, day in zip(lines, _lines(lines), strict=True):
        if day:
            found.append(day)
        elif line.strip() and found:
            more.setdefault(found[-1].number, []).append(line.strip())
        elif line.strip():
            notes.warn("lines before the first day are left out", shown(line.strip()[:60]))
    if not found:
        raise no_run_plan("no line begins with a day, as in Tue 2 Mar: 6x800")
    days = _days(found, context, notes)
    entries = tuple(
        Entry(day, line.title, line.number, "\n".join(more.get(line.number, ())))
        for line, day in zip(found, days, strict=True)
    )
    return Entries(entries, FORM, warnings=notes.remarks())


def _lines(lines: Sequence[str]) -> list[_Line | None]:
    """Return the day that each line begins with, weekdays read in one language for all."""
    readings = [_readings(line[:LONGEST]) for line in lines]
    best: list[_Line | None] = [None] * len(lines)
    for language in languages():
        weekdays = _weekdays(language)
        found = []
        for number, by_word in enumerate(readings, start=1):
            word = next((word for word in by_word if word in weekdays), "")
            known = by_word.get(word)
            found.append(_Line(number, weekdays.get(word), *known) if known else None)
        if sum(map(bool, found)) > sum(map(bool, best)):
            best = found
    return best


def _readings(text: str) -> dict[str, tuple[str, str]]:
    """Return date and title of a line by the weekday that it can begin with, or by none."""
    text = BULLET.sub("", text, count=1)
    found = {}
    for pattern in (WEEKDAY_SIGNS, A_WORD):
        match = pattern.match(text)
        word = fold(match["word"]) if match else ""
        if match and word in _all_weekdays():
            rest = text[match.end() :]
            day, title = _date_and_title(rest)
            # A cell of a table: nothing of a message stands right behind its date.
            if title and not (match["end"] and _date(title)):
                found[word] = day, title
            break
    day, title = _date_and_title(f" {text}")
    if day and title:
        found[""] = day, title
    return found


def _date_and_title(text: str) -> tuple[str, str]:
    """Split what follows a weekday, or stands in its place, into a date and a title."""
    plain = text.lstrip()
    day = _date(plain) if plain != text else ""
    end = END.match(text if not day else plain, len(day))
    return day, (text if not day else plain)[end.end() :].strip() if end else ""


def _date(text: str) -> str:
    """Return the date that a text begins with, if it is one in any language; else nothing."""
    for pattern in DATES:
        found = pattern.match(text)
        read = written(found.group()) if found else None
        if found and read and (read.orders or found.group()[0].isdigit()):
            return found.group()
    return ""


@cache
def _weekdays(language: Language) -> dict[str, int]:
    """Return the weekdays of a language that have two letters and more, and English plurals."""
    plurals = {f"{name}s": day for day, name in enumerate(NAMES)}
    known = {word: day for word, day in language.weekdays.items() if len(word) > 1}
    return known | (plurals if language.code == "en" else {})


@cache
def _all_weekdays() -> frozenset[str]:
    return frozenset(word for language in languages() for word in _weekdays(language))


def _days(lines: Sequence[_Line], context: Context, notes: Notes) -> list[date]:
    """Return the date of each line; a weekday alone is counted from the one with a date nearby."""
    hints = Hints(
        order=context.date_order,
        race_date=context.race_date,
        weekdays=[line.weekday for line in lines],
        latest=None if context.race_date else date.today() + HALF_A_YEAR,
    )
    dates = read_dates([line.date.strip() for line in lines], hints)
    first = next((line for line in lines if line.date), None)
    if first is None:
        raise no_run_plan(NEEDS_A_DATE)
    if trouble := dates.trouble(first.date.strip()):
        notes.fault(first.number, 1, "", trouble)
    for line, day in zip(lines, dates.days, strict=True):
        if line.date and day is None and not dates.undecided:
            notes.fault(line.number, 1, "", NO_SUCH.format(shown(line.date.strip())))
        elif day and line.weekday not in {None, day.weekday()}:
            wrong = NAMES[line.weekday or 0].capitalize()
            notes.fault(line.number, 1, "", f"{day} is a {day:%A}, not a {wrong}")
    notes.end()
    return _between(lines, dates.days)


def _between(lines: Sequence[_Line], days: list[date | None]) -> list[date]:
    """Fill in the dates of weekdays alone: each next after the line before, or before the next."""
    known = next(index for index, day in enumerate(days) if day is not None)
    for index in range(known - 1, -1, -1):
        days[index] = _weekday_near(lines[index], days[index + 1], -1)
    for index in range(known, len(days)):
        days[index] = days[index] or _weekday_near(lines[index], days[index - 1], 1)
    return [day or NO_DATE for day in days]


def _weekday_near(line: _Line, other: date | None, way: int) -> date:
    """Return the line's weekday next after a date, or last before it; the same day counts."""
    day = other or NO_DATE
    apart = way * ((line.weekday or 0) - day.weekday()) % 7
    return day + timedelta(way * apart)
