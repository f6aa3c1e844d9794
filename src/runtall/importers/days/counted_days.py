"""Days that are counted through a whole plan: ``Day 45``, ``D-12``, ``W3D2``, ``5 days to go``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from runtall.importers.days.line_starts import readings_of

CODE = re.compile(
    r"(?i)\W*w(?:ee)?k?\.? ?(?P<week>\d{1,2})[ ,./-]*d(?:ay)?\.? ?(?P<day>[1-7])(?!\d)"
)
COUNT = re.compile(
    r"(?i)\W*(?:(?:day|d|t)[ .#-]{0,2}(?P<day>\d{1,3})(?!\d)"
    r"|(?P<left>\d{1,3}) days?(?: (?:to go|left|out))?)"
)
NUMBER = re.compile(r"(?P<day>\d{1,3})")
# What parts a day from its run in a line.
END = re.compile(r"\s*[:.,\u2013\u2014-]+\s+|\s+")
# So many days, and this share of all, are no chance; a week has fewer.
FEWEST, MOST = 10, 0.8


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
    found = [NUMBER.fullmatch(head) if bare else COUNT.match(head) for head in heads]
    days = [int(one["day"] or one.groupdict().get("left") or 0) if one else None for one in found]
    known = [day for day in days if day is not None]
    steps = [later - earlier for earlier, later in pairwise(known)]
    rises, falls = (sum(0 < sign * step <= 7 for step in steps) for sign in (1, -1))
    if len({*known}) < FEWEST or max(rises, falls) < MOST * len(steps):
        return [None] * len(heads)
    first = known[0] if rises > falls else -known[0]
    counted = [None if day is None else (day if rises > falls else -day) - first for day in days]
    return [None if day is None else (day // 7 + 1, day % 7 + 1) for day in counted]


def in_weeks(lines: Sequence[str]) -> list[str]:
    """Return lines that begin with such a day with its week and its number in the week instead.

    Where the weekday and the date stand behind it, only those are left.
    """
    found = []
    counted = places(lines)
    for line, place in zip(lines, counted, strict=True):
        head = (CODE.match(line) or COUNT.match(line)) if place else None
        end = END.match(line, head.end()) if head else None
        behind = line[end.end() :] if place and end else line.strip().partition(" ")[2].strip()
        if any(counted) and any(day for day, _, _ in readings_of(behind).values()):
            found.append(behind)
        elif place and end:
            found.append(f"Week {place[0]}: Day {place[1]}: {line[end.end() :]}")
        else:
            found.append(line)
    return found
