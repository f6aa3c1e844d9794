"""The day of the race as the words above a plan give it: ``Chester Marathon, 4th October 2026``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from runtall.importers.days.date_columns import years_in
from runtall.importers.days.dates import dates_within, exists, written
from runtall.importers.days.own_start import LONGEST, MOST_LINES, is_beginning
from runtall.importers.words.languages import CODES, any_of, joining
from runtall.importers.words.titles import spelling

# Days by which a race may lie behind the last day of its plan, and those at its end in which a
# date needs no word of a race beside it.
BEHIND, LAST_DAYS = timedelta(14), timedelta(7)
WEEKEND = {5, 6}


def race_named(heading: Sequence[str], days: Sequence[date] = ()) -> date | None:
    """Return the day of the race that words name; None where they don't, or not clearly.

    Parameters
    ----------
    days
        Those of the plan, where it has its own dates: the race lies in its second half, and
        needs no year; nor a word of a race where it lies in its last week.
    """
    lines = [line[:LONGEST] for line in heading[:MOST_LINES]]
    first, last = (min(days), max(days)) if days else (date.min, date.max - BEHIND)
    half = first + (last - first) / 2 if days else first
    years = {day.year for day in days} | {(last + BEHIND).year} if days else {*years_in(lines)}
    found: dict[date, bool] = {}
    for line in lines:
        raced = any_of(CODES, "marathon", any_of(CODES, "race").pattern).search(spelling(line))
        for text in dates_within(line):
            if is_beginning(line[: line.index(text)]):
                continue  # "starts Monday 7 June"
            possible = {*days_of(text, years if days or len(years) == 1 else set())}
            possible = {day for day in possible if half < day <= last + BEHIND}
            near = bool(days) and any(abs(day - last) < LAST_DAYS for day in possible)
            if raced or near:
                possible = {day for day in possible if day.weekday() in WEEKEND} or possible
                found |= dict.fromkeys(possible if len(possible) == 1 else (), bool(raced))
    named = [day for day in found if found[day]] or list(found)
    return max(named, default=None if days else _only_day(lines))


def _only_day(lines: Sequence[str]) -> date | None:
    """Return the one day with its year that words above a plan without dates name.

    It lies on a weekend: "9 weeks to Chester, Sunday 3 October 2027".
    """
    written_on = re.compile(rf"(?i)\b(?:{joining('on')})\s+$")
    dates = [(line[: line.index(text)], text) for line in lines for text in dates_within(line)]
    found = {day for before, text in dates for day in days_of(text, ())
             if not (is_beginning(before) or written_on.search(before))}  # fmt: skip
    return next(iter(found)) if len(found) == 1 and max(found).weekday() in WEEKEND else None


def days_of(text: str, years: Iterable[int]) -> Iterator[date]:
    """Yield the days that a date can be in some years, unless it has its own."""
    read = written(text)
    for year, month, day in {*(read.orders.values() if read else ())}:
        for one in {year} if year else years:
            if exists(one, month, day):
                yield date(one, month, day)
