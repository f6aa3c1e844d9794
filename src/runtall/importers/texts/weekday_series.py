"""A line for each weekday with its runs of all weeks: ``Sundays: 8, 9, 10, 8, 11``.

Or a heading for it, and its run of each week in a line below: ``Wk 1 - 8 miles``, ``7/4  8``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from runtall.importers.base import NO_DATE, Entry
from runtall.importers.days.date_columns import Hints, read_dates
from runtall.importers.days.dates import leading_date, years_in
from runtall.importers.days.day_lines import IN_BRACKETS, DayLine
from runtall.importers.days.line_starts import bare, readings_of
from runtall.importers.days.week_numbers import is_week, week_number
from runtall.importers.days.weekday_words import is_every, is_weekday
from runtall.importers.kinds.classify import BARE, NO_RUNS, classify
from runtall.importers.weeks.weeks import Week
from runtall.importers.words.languages import worded
from runtall.importers.words.titles import spelling

# Weeks that are no chance where two days have as many runs.
FEWEST = 4
# This share of a list of dates is on one weekday.
MOST = 0.8
COMMA = re.compile(r"\s*[,;]\s+")
# What a day is for, in front of its runs: "(long): 8".
NAME = re.compile(r"\(?(?P<name>\D{2,30}?)\)?\s*:\s*(?P<rest>.+)")

# The run of a week in such a list.
ITEM = re.compile(
    r"(?P<week>(?:[^\W\d_]+\.? ?)?\d{1,2})(?:\s*[:.)=\u2013\u2014-]\s*|\t| {2,})(?P<run>\S.*)"
)
LONGEST_HEADING = 6
# What parts the name of a day from what is said of it: "TUESDAYS -- track. 2 to warm up".
HEADING = re.compile(r"\s*(?:[:.]|\s[\u2013\u2014-]+)(?:\s+|$)")
# What parts such runs of all weeks in one line: "1: 4, 2: 5, 3: 6".
BETWEEN = re.compile(r"[,;]\s+(?=\d{1,2}[:.)=] )")


def with_items_apart(text: str) -> str:
    """Return a text whose lines of runs with the numbers of their weeks have a line for each."""
    if not BETWEEN.search(text):
        return text
    lines = [(line, BETWEEN.split(line.strip())) for line in text.splitlines(keepends=True)]
    return "".join("\n".join(some) + "\n" if _are_in_turn(some) else line for line, some in lines)


def _are_in_turn(items: Sequence[str]) -> bool:
    """Return whether some runs each have the next week's number ahead."""
    found = [ITEM.fullmatch(item) for item in items]
    numbers = [week_number(item["week"]) for item in found if item]
    in_turn = [*range(numbers[0] or 0, (numbers[0] or 0) + len(items))] if numbers else []
    return len(items) >= FEWEST and numbers == in_turn


def with_weekdays(lines: Sequence[str]) -> list[str]:
    """Return lists of weeks below the name of a weekday with that in each line.

    In lists of dates a week apart, below that or what they are for, bare numbers get the latter.
    """
    found, years = list(lines), years_in(lines) or [date.today().year]
    for at, line in enumerate(lines):
        heading = IN_BRACKETS.sub(" ", line).strip()
        name, *rest = HEADING.split(heading, maxsplit=1)
        more = "".join(rest)
        words = re.findall(r"[^\W\d_]+", name) if not re.search(r"\d", name) else []
        days = [word for word in words if is_weekday(word)]
        one_day = is_every(line) or name.isupper() or not re.search(r"\d", more)
        if not words or len(days) > 1 or len(words) > LONGEST_HEADING or not one_day:
            continue
        what = re.split(r"[.,]", more.rpartition("=")[2], maxsplit=1)[0]
        what = " ".join([*(word for word in words if word not in days), *what.split()]).lower()
        what = worded(r"^«in» ").sub("", what)  # "Sundays, in miles"
        start = next((one for one in range(at + 1, len(lines)) if lines[one].strip()), len(lines))
        below = range(start, len(lines))
        dated = {one: (day, run) for one, day, run in _dated(lines, below)}
        read = {one: (f"Week {week_number(item['week'])}: {days[0].capitalize()}", item["run"])
                for one, item in _items(lines, below)} if days else {}  # fmt: skip
        if len(dated) >= len(read):
            says = bool(days) or classify(what).kind not in NO_RUNS
            weekly = says and _are_weekly([day for day, _ in dated.values()], years)
            read = {one: (f"{day}:", run) for one, (day, run) in dated.items() if weekly}
        if len(read) < FEWEST:
            continue
        found[at] = ""
        for one, (ahead, run) in read.items():
            found[one] = f"{ahead} {run} {what if BARE.fullmatch(spelling(run)) else ''}".rstrip()
    return found


def _dated(lines: Sequence[str], places: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    """Yield the places, dates and runs of lines that each begin with a date, up to another."""
    for at in places:
        day, run = readings_of(lines[at]).get("", ("", "", False))[:2]
        if not day or not run:
            return
        yield at, day, run


def _are_weekly(dates: Sequence[str], years: Sequence[int]) -> bool:
    """Return whether dates are of one weekday, but for some."""
    days = filter(None, read_dates(dates, Hints(years=years)).days)
    counts = Counter(day.weekday() for day in days)
    return max(counts.values(), default=0) >= max(FEWEST, MOST * len(dates))


def _items(lines: Sequence[str], places: Iterable[int]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the places of lines that each have the run of a week, one behind the other."""
    last = 0
    for at in places:
        item = ITEM.fullmatch(bare(lines[at]).strip())
        number = week_number(item["week"]) if item else None
        if not item or number is None or number <= last or readings_of(item["run"]):
            return
        last = number
        yield at, item


def weeks_of(lines: Sequence[DayLine], *, whole: bool) -> tuple[list[Week], list[int]]:
    """Return the weeks that days lie in, and the places of lines that are no such days.

    Parameters
    ----------
    whole
        There is nothing else in the plan: what a day has only once is on it every week.
    """
    runs = [_runs(line.title) for line in lines]
    several = [at for at, some in enumerate(runs) if len(some) >= FEWEST]
    counts = Counter(len(runs[at]) for at in several)
    weeks, days = max(counts.items(), key=lambda one: one[1], default=(0, 0))
    taken = [
        at
        for at, line in enumerate(lines)
        if line.weekday is not None and not line.date and (whole or at in several)
    ]
    named = {lines[at].weekday for at in taken}
    if days < 2 or not taken or len(named) < len(taken) or (whole and len(taken) < len(lines)):
        return [], [*range(len(lines))]
    found = [Week(lines[taken[0]].number, number + 1) for number in range(weeks)]
    for at in taken:
        line, some = lines[at], runs[at]
        titles = [line.title] * weeks if whole and len(some) != weeks else some
        for week, title in zip(found, titles, strict=False):
            week.days[line.weekday or 0] = [Entry(NO_DATE, title, line.number)]
    return found, [at for at in range(len(lines)) if at not in taken]


def _runs(title: str) -> list[str]:
    named = NAME.fullmatch(title)
    runs = [_plain(run) for run in COMMA.split((named["rest"] if named else title).rstrip(" .,;"))]
    return [f"{run} {named['name']}" for run in runs] if named else runs


def _plain(run: str) -> str:
    """Return a run of a list without the week in front of it: ``26/4 wk 8x400``."""
    day = leading_date(run)
    rest = run[len(day) :].strip(" :") if day and len(run) > len(day) else run
    first, _, more = rest.partition(" ")
    rest = more if day and more and is_week(first) else rest
    return worded(r"^«then|and»\s+").sub("", rest)
