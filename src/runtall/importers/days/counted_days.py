"""Days that are counted through a whole plan: ``Day 45``, ``D-12``, ``W3D2``, ``5 days to go``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from runtall.importers.days.dates import years_in
from runtall.importers.days.line_starts import readings_of
from runtall.importers.days.own_race import days_of, race_named

CODE = re.compile(
    r"(?i)\W*w(?:ee)?k?\.? ?(?P<week>\d{1,2})[ ,./-]*d(?:ay)?\.? ?(?P<day>[1-7])(?!\d)"
)
COUNT = re.compile(
    r"(?i)\W*(?:(?:day|[dtj](?: minus)?)[ .#\u2212\u2013-]{0,2}(?P<day>\d{1,3})(?!\d)|d-day"
    r"|[dtj] ?\+ ?(?P<behind>\d{1,2})(?!\d)"
    r"|(?P<left>\d{1,3}) days?(?: (?:to go|left|out))?)"
)
# Which day one of them is: "T-0 = Saturday Nov 13 2027".
MEANS = re.compile(r"\s*(?:=|is)\s*(?P<date>[^()]*\d)")
NUMBER = re.compile(r"(?P<day>\d{1,3})")
# What parts a day from its run in a line.
END = re.compile(r"\s*[:.,\u2013\u2014-]+\s+|\s+")
# Characters of a line in which the date of a counted day is looked for.
LOOKED_AT = 200
# So many days, and this share of all, are no chance; a week has fewer.
FEWEST, MOST = 10, 0.8
# Weekdays for each of such names that make it the name of a week.
A_WEEK = 2


def places(heads: Sequence[str], *, bare: bool = False) -> list[tuple[int, int] | None]:
    """Return the week and the day in it, both from 1, of what counts the days of a plan.

    Nothing for all where they don't rise, or fall to the race, from one to the next.

    Parameters
    ----------
    bare
        Whether a number alone counts a day.
    """
    codes = [CODE.match(head) for head in heads]
    if sum(map(bool, codes)) >= FEWEST:
        return [(int(one["week"]), int(one["day"])) if one else None for one in codes]
    days = counts(heads, bare=bare)
    first = next((day for day in days if day is not None), 0)
    return [
        None if day is None else ((day - first) // 7 + 1, (day - first) % 7 + 1) for day in days
    ]


def counts(heads: Sequence[str], *, bare: bool = False) -> list[int | None]:
    """Return the days that count a plan, those before its race below 0; nothing as above."""
    found = [NUMBER.fullmatch(head) if bare else COUNT.match(head) for head in heads]
    days = [_number(one.groupdict()) if one else None for one in found]
    known = [day for day in days if day is not None]
    steps = [later - earlier for earlier, later in pairwise(known)]
    rises, falls = (sum(0 < sign * step <= 7 for step in steps) for sign in (1, -1))
    if len({*known}) < FEWEST or max(rises, falls) < MOST * len(steps):
        return [None] * len(heads)
    return days if rises > falls else [None if day is None else -day for day in days]


def falls_to_race(days: Sequence[int | None]) -> bool:
    """Return whether counted days end with that of the race: "T-1", "T-0"."""
    return 0 in days and min(filter(None, days), default=0) < 0


def _number(found: Mapping[str, str | None]) -> int:
    """Return what a day is counted as; one behind the race is less than nothing."""
    return int(found["day"] or found.get("left") or 0) - int(found.get("behind") or 0)


def in_weeks(lines: Sequence[str], race: date | None = None) -> list[str]:
    """Return lines that begin with such a day with its week and its number in the week instead.

    Where the weekday and the date stand behind it, only those are left; and its date where a line
    says that of one, or they fall to the day of the race and that is known. With several weekdays
    below each, they are weeks: "T-12".
    """
    weekdays = sum(any(map(str.isalpha, readings_of(line))) for line in lines)
    if 0 < A_WEEK * sum(bool(COUNT.match(line)) for line in lines) <= weekdays:
        return [*lines]
    said = {at: one for at, line in enumerate(lines) if (one := _meant(line, lines))}
    others = counts(["" if at in said else line for at, line in enumerate(lines)])
    falls = falls_to_race(others)
    sign = -1 if falls else 1
    zero = next((day - sign * timedelta(number) for number, day in said.values()), None)
    if any(others):
        name = f"Race: {zero}" if falls else ""
        lines = [name if at in said else line for at, line in enumerate(lines)]
    counted, days = places(lines), counts(lines)
    above = [line for line, day in zip(lines, days, strict=True) if day is None]
    zero = zero or (race or race_named(above) if falls else None)
    found = []
    for line, place, day in zip(lines, counted, days, strict=True):
        head = (CODE.match(line) or COUNT.match(line)) if place else None
        end = END.match(line, head.end()) if head else None
        behind = line[end.end() :] if place and end else line.strip().partition(" ")[2].strip()
        if any(counted) and any(day for day, _, _ in readings_of(behind).values()):
            found.append(behind)
        elif zero and day is not None and end:
            found.append(f"{zero + timedelta(day)}: {behind}")
        elif place and end:
            found.append(f"Week {place[0]}: Day {place[1]}: {line[end.end() :]}")
        else:
            found.append(line)
    return found


def _meant(line: str, lines: Sequence[str]) -> tuple[int, date] | None:
    """Return the number of a day and its date where a line says them: "T-0 = 13 Nov 2027"."""
    line = line[:LOOKED_AT]
    for head in COUNT.finditer(line):
        found = MEANS.match(line, head.end())
        possible = {*days_of(found["date"].strip(), years_in(lines))} if found else ()
        if len(possible) == 1:
            return _number(head.groupdict()), possible.pop()
    return None
