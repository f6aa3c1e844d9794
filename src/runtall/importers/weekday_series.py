"""A line for each weekday with its runs of all weeks: ``Sundays: 8, 9, 10, 8, 11``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from runtall.importers.base import NO_DATE, Entry
from runtall.importers.day_lines import DayLine
from runtall.importers.tables.layout import Week

# Weeks that are no chance where two days have as many runs.
FEWEST = 4
COMMA = re.compile(r"\s*[,;]\s+")
# What a day is for, in front of its runs: "(long): 8".
NAME = re.compile(r"\(?(?P<name>\D{2,30}?)\)?\s*:\s*(?P<rest>.+)")


def weeks_of(lines: Sequence[DayLine]) -> list[Week]:
    """Return the weeks that days lie in; none where the lines are no such days.

    What a day has only once is on it every week.
    """
    weekdays = [line.weekday for line in lines]
    runs = [_runs(line.title) for line in lines]
    counts = Counter(len(some) for some in runs if len(some) >= FEWEST)
    weeks, days = max(counts.items(), key=lambda one: one[1], default=(0, 0))
    if days < 2 or None in weekdays or len({*weekdays}) < len(lines):
        return []
    found = [Week(lines[0].number, number + 1) for number in range(weeks)]
    for line, some in zip(lines, runs, strict=True):
        titles = some if len(some) == weeks else [line.title] * weeks
        for week, title in zip(found, titles, strict=True):
            week.days[line.weekday or 0] = [Entry(NO_DATE, title, line.number)]
    return found


def _runs(title: str) -> list[str]:
    named = NAME.fullmatch(title)
    runs = COMMA.split((named["rest"] if named else title).rstrip(" .,;"))
    return [f"{run} {named['name']}" for run in runs] if named else runs
