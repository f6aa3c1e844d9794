"""Two runs in one cell: one of the morning, one of the evening."""

from __future__ import annotations

import re
from functools import lru_cache

from runtall.importers.words.lengths import bare_number, distance, minutes
from runtall.importers.words.units import Units

EDGE = " /;,|+:&-"
LENGTH = re.compile(r"\d+(?:[.,]\d+)? ?(?:[a-z]+\.?|')?", re.IGNORECASE)


@lru_cache(maxsize=64)
def _patterns(units: Units) -> tuple[re.Pattern[str], ...]:
    am, pm = units.of("am").pattern, units.of("pm").pattern
    flags = re.IGNORECASE | re.DOTALL
    front = rf"^\W*(?P<am>(?:{am})[ :.-].+?)[\s/;,|+&]*(?P<pm>(?:{pm})[ :.-].+)$"
    first = rf"^(?P<am>.*?(?:\d|[^\W\d_]{{3}}).*?) ?\(?(?:{am})\)?[\s/;,|+&]+"
    behind = rf"{first}(?P<pm>.*?(?:\d|[^\W\d_]{{3}}).*?) ?\(?(?:{pm})\)?\W*$"
    # A run that begins with its length needs no other word: "AM 8, PM 4".
    needless = rf"^(?:{am}|{pm})[ :.-]+(?=\d)"
    return tuple(re.compile(pattern, flags) for pattern in (am, front, behind, needless))


def two_runs(title: str, units: Units) -> tuple[str, ...]:
    """Return the two runs of a title that names morning and evening; none of any other.

    The words may stand before or behind each run. A second run that is only a length is like
    the first.
    """
    named, front, behind, needless = _patterns(units)
    if not named.search(title):
        return ()
    if halves := front.match(title):
        return needless.sub("", halves["am"].strip(EDGE)), needless.sub("", halves["pm"].strip())
    halves = behind.match(title)
    if halves is None:
        return ()
    first, second = halves["am"].strip(EDGE), halves["pm"].strip(EDGE)
    if not re.search(r"[^\W\d_]{3,}", second) and _has_length(second, units):
        second = f"{LENGTH.sub('', first, count=1).strip(EDGE)} {second}".strip()
    return first, second


def _has_length(words: str, units: Units) -> bool:
    return bool(distance(words, "", units) or minutes(words, units) or bare_number(words, units))
