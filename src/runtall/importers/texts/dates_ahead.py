"""Dates that stand anywhere in their lines, or several in one: each in front of its run."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runtall.importers.days.dates import dates_within, leading_date
from runtall.importers.days.own_race import days_of
from runtall.importers.days.weekday_words import all_weekdays
from runtall.importers.words.titles import spelling

# This share of all lines with a date, and so many dates, are no chance.
MOST, FEWEST = 0.6, 7
ANY_YEAR = (2028,)
# What somebody ran once is no run of a plan: "Marathon 2026: 3:45:12 (26 April)".
RESULT = re.compile(r"\b\d:\d\d:\d\d\b")
# Between the name of a field and a date, as in "due:2027-04-25"; signs at the edges of a run.
FIELD, EDGE = re.compile(r"(?<=[^\W\d]):(?=\d)"), " \t,;:|-\u2013\u2014@()[]"


def with_dates_ahead(text: str) -> str:
    """Return a text with a line for each date, and it in front; empty where few lines have one."""
    lines = [FIELD.sub(": ", line) for line in text.splitlines() if line.strip()]
    dated = [
        [] if RESULT.search(line) and not leading_date(line) else dates_within(line)
        for line in lines
    ]
    if lines and _is_title(dated[0], dated[1:]):
        dated[0] = []
    if sum(map(bool, dated)) < MOST * len(lines) or sum(map(len, dated)) < FEWEST:
        return ""
    return "\n".join(
        one
        for line, days in zip(lines, dated, strict=True)
        for one in (_apart(line, days) if days else [line])
    )


def _is_title(days: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether the first line has only the day of the race, of which another says more."""
    if len(days) != 1:
        return False
    others = {one for line in below for text in line for one in days_of(text, ANY_YEAR)}
    race = {day.replace(year=ANY_YEAR[0]) for day in days_of(days[0], ANY_YEAR)}
    return bool(race) and race <= {day.replace(year=ANY_YEAR[0]) for day in others}


def _apart(line: str, days: Sequence[str]) -> list[str]:
    """Return what stands behind each date of a line, or around the only one."""
    starts, at = [], 0
    for day in days:
        starts.append(at := line.index(day, at))
        at += len(day)
    parts = [
        line[start + len(day) : end]
        for start, day, end in zip(starts, days, [*starts[1:], len(line)], strict=True)
    ]
    before = line[: starts[0]].strip(EDGE)
    weekday = f"{before} " if spelling(before) in all_weekdays() else ""
    if len(days) == 1 and before and not weekday:
        parts[0] = f"{before} {parts[0].strip(EDGE)}"
    first, *others = [f"{day.strip('()')}: {part.strip(EDGE) or '-'}"
                      for day, part in zip(days, parts, strict=True)]  # fmt: skip
    return [f"{weekday}{first}", *others]
