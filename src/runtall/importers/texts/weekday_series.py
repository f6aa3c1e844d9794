"""A line for each weekday with its runs of all weeks: ``Sundays: 8, 9, 10, 8, 11``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from runtall.importers.base import NO_DATE, Entry
from runtall.importers.days.dates import leading_date
from runtall.importers.days.day_lines import DayLine
from runtall.importers.days.week_numbers import is_week
from runtall.importers.weeks.weeks import Week
from runtall.importers.words.languages import joining

# Weeks that are no chance where two days have as many runs.
FEWEST = 4
COMMA = re.compile(r"\s*[,;]\s+")
# What a day is for, in front of its runs: "(long): 8".
NAME = re.compile(r"\(?(?P<name>\D{2,30}?)\)?\s*:\s*(?P<rest>.+)")


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
    return re.sub(rf"^(?:{joining('then', 'and')})\s+", "", rest)
