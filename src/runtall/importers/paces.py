"""Runs that are a length at a pace and nothing else: easy where the plan has no slower pace."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runtall.importers.titles import spelling

# A pace that is at least this share of the plan's slowest is an easy one; those of marathons and
# of all that is faster aren't.
SLOW = 0.88
PACE = r"(?<![\d:.])\d{1,2}:[0-5]\d(?![\d:])"
RANGE = rf"{PACE}(?: ?- ?{PACE})?"
MARKED = re.compile(rf"@ ?~?{RANGE}|{RANGE}(?= ?(?:min ?)?/ ?(?:km?|mi)\b)")
ALONE = re.compile(
    rf"[\d.,]+(?: ?- ?[\d.,]+)? ?(?:kms?|k|mi|miles?)?,? ?(?:@|at|a|bei|in|om)? ?~?({RANGE})"
    r" ?(?:min ?)?(?:/ ?(?:km?|mi))?(?: pace)?"
)
SPEED = re.compile(r"\b(?:kph|km/h):? ?(\d\d?(?:\.\d)?)|(\d\d?(?:\.\d)?) ?(?:kph|km ?/ ?h)\b")


def easy_paces(titles: Iterable[str]) -> frozenset[str]:
    """Return those titles that are a length at a slow pace, where others have a faster one."""
    plain = {title: spelling(title) for title in titles if ":" in title}
    paces = [_seconds(found) for one in plain.values() for found in MARKED.findall(one)]
    slow = SLOW * max(paces, default=0)
    if not any(pace < slow for pace in paces):
        return frozenset()
    alone = {title: found[1] for title, one in plain.items() if (found := ALONE.fullmatch(one))}
    return frozenset(title for title, pace in alone.items() if _seconds(pace) >= slow)


def gets_faster(title: str) -> bool:
    """Return whether a title has a pace or a speed that is clearly faster than another of it."""
    if "@" not in title and "/" not in title and "kph" not in title:
        return False
    plain = spelling(title)
    for values in (
        [1 / seconds for found in MARKED.findall(plain) if (seconds := _seconds(found))],
        [float(one or other) for one, other in SPEED.findall(plain)],
    ):
        if values and min(values) < SLOW * max(values):
            return True
    return False


def _seconds(pace: str) -> int:
    """Return the slow end of a pace, in seconds."""
    return max(60 * int(m) + int(s) for m, s in re.findall(r"(\d+):(\d+)", pace))
