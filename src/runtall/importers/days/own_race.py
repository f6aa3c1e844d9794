"""The day of the race as the words above a plan give it: ``Chester Marathon, 4th October 2026``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from runtall.domain.run_plan import RunKind
from runtall.importers.base import Entry
from runtall.importers.days.dates import YEAR, dates_within, exists, written, years_in
from runtall.importers.days.names import meaning
from runtall.importers.days.own_start import LONGEST, MOST_LINES, is_beginning
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import (
    CODES,
    any_of,
    own,
    pattern_of,
    spoken,
    worded,
)
from runtall.importers.words.lengths import distance
from runtall.importers.words.race_lengths import race_distance
from runtall.importers.words.titles import spelling

# Days by which a race may lie behind the last day of its plan, or in front of it.
BEHIND = timedelta(14)
# From so long before the last day on, a weekend's date needs no word of a race beside it.
EVE = timedelta(1)
WEEKEND = {5, 6}
# A marathon, if it is rounded: "42 km".
LEAST_M = 42_000
WORD = re.compile(r"[^\W\d_]{2}")
# How long somebody ran, or when something begins.
CLOCK = re.compile(r"\d:\d\d")
# What ends a sentence, and no short weekday: "Sat. 24 Oct".
SENTENCES = re.compile(r"(?:(?<=[^\W\d_]{4}\.)|(?<=[!?]))\s+")


def has_own_race(entries: Sequence[Entry]) -> bool:
    """Return whether a plan has its marathon among its last days, or some race on the last."""
    last = max((entry.date for entry in entries), default=date.min)
    at_end = [entry for entry in entries if last - entry.date <= BEHIND]
    codes = own(spoken(entry.title for entry in (*entries[:MOST_LINES], *at_end)))
    for entry in at_end:
        if (entry.kind or classify(entry.title, codes).kind) != RunKind.RACE:
            continue
        far = entry.distance_m or distance(entry.title, "km") or race_distance(entry.title)
        if (far or 0) >= LEAST_M or (not far and entry.date == last):
            return True
    return False


def race_named(heading: Sequence[str], days: Sequence[date] = ()) -> date | None:
    """Return the day of the race that words name; None where they don't, or not clearly.

    Parameters
    ----------
    days
        Those of the plan, where it has its own dates: the race lies in its second half, and
        needs no year; nor a word of a race where it is at the end, on a weekend.
    """
    lines = [line[:LONGEST] for line in heading[:MOST_LINES]]
    first, last = (min(days), max(days)) if days else (date.min, date.max - BEHIND)
    half = first + (last - first) / 2 if days else first
    years = {day.year for day in days} | {(last + BEHIND).year} if days else {*years_in(lines)}
    found: dict[date, bool] = {}
    for line in lines:
        if _is_errand(line) or _is_past(line, years if days else ()):
            continue
        raced = has_word_of_race(line)
        alone = not (raced or _has_time(line) or any_of(CODES, "about").search(spelling(line)))
        for text in dates_within(line):
            if is_beginning(line[: line.index(text)]):
                continue  # "starts Monday 7 June"
            possible = {*days_of(text, years if days or len(years) == 1 else set())}
            possible = {day for day in possible if half < day <= last + BEHIND}
            near = {day for day in possible if day >= last - EVE and day.weekday() in WEEKEND}
            if raced or (days and alone and near and line.replace(text, "").strip()):
                possible = {day for day in possible if day.weekday() in WEEKEND} or possible
                found |= dict.fromkeys(possible if len(possible) == 1 else (), raced)
    named = [day for day in found if found[day]] or list(found)
    return max(named, default=None if days else _only_day(lines))


def years_of_races(cells: Iterable[str]) -> list[int]:
    """Return the year of the last race that words name with its whole date, if any do."""
    raced = (cell[:LONGEST] for cell in dict.fromkeys(cells)
             if WORD.search(cell) and years_in([cell]))  # fmt: skip
    days = [day for cell in raced if (dates := dates_within(cell)) and has_word_of_race(cell)
            for text in dates for day in days_of(text, ())]  # fmt: skip
    return [max(days).year] if days else []


def has_word_of_race(line: str) -> bool:
    """Return whether a line has a word for a race, other than one of a usual week.

    "In race week" is about its days.
    """
    return not all(_races(line))


def names_race_week(line: str) -> bool:
    """Return whether a line is about the week of the race: "in race week Tue 30 min"."""
    return any(_races(line))


def _races(line: str) -> Iterator[bool]:
    """Yield of each word for a race, other than one of a usual week, whether it names that week."""
    words = any_of(CODES, "marathon", pattern_of("race", *CODES))
    plain = any_of(CODES, "short_race").sub(" ", spelling(line))
    for found in words.finditer(plain):
        behind = re.match(r"[ -]?([^\W\d_]+)", plain[found.end() :])
        yield behind is not None and meaning(behind[1])[0] == "week"


def _is_errand(line: str) -> bool:
    """Return whether dates of a line are about something else than running: "Fetch the bib, 3 May".

    Only their sentences tell it. What an errand is called in one language may be a month of
    another, ``jul``, or stand between a race and its date there: ``mot``, ``op``.
    """
    dated = " ".join(one for one in SENTENCES.split(line) if dates_within(one))
    plain, between = spelling(dated), any_of(CODES, "beside", worded("«on»").pattern)
    for text in dates_within(line):
        plain = plain.replace(spelling(text), " ")
    errands, raced = any_of(CODES, "no_run").finditer(plain), has_word_of_race(line)
    return any(not (raced and between.fullmatch(one[0])) for one in errands)


def _is_past(line: str, years: Iterable[int]) -> bool:
    """Return whether a line has only years before those of a plan: "PB: London 2025, 27 April"."""
    named = {int(year) for year in YEAR.findall(line)}
    return bool(named) and max(named) < min(years, default=0)


def _has_time(line: str) -> bool:
    """Return whether a line says when something begins or how long it took, and not a goal."""
    goal = worded(r"\b«goal»\b").search(spelling(line))
    return bool(CLOCK.search(line)) and not goal


def _only_day(lines: Sequence[str]) -> date | None:
    """Return the one day with its year that words above a plan without dates name.

    It lies on a weekend: "9 weeks to Chester, Sunday 3 October 2027".
    """
    written_on = worded(r"(?i)\b«on»\s+$")
    lines = [line for line in lines if not (_has_time(line) or _is_errand(line))]
    dates = [(line[: line.index(text)], text) for line in lines for text in dates_within(line)]
    found = {day for before, text in dates for day in days_of(text, ())
             if not (is_beginning(before) or written_on.search(before))}  # fmt: skip
    return next(iter(found)) if len(found) == 1 and max(found).weekday() in WEEKEND else None


def days_of(text: str, years: Iterable[int]) -> Iterator[date]:
    """Yield the days that a date can be in some years, unless it has its own.

    A year of two digits stands behind: 21/3/27 is in 2027.
    """
    read = written(text)
    orders = read.orders if read else {}
    behind = {orders[order] for order in orders if order != "ymd"}
    for year, month, day in behind or {*orders.values()}:
        for one in {year} if year else years:
            if exists(one, month, day):
                yield date(one, month, day)
