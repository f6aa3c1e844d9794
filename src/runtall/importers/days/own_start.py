"""The first day of a plan as the words above it give it: ``Start: Monday 4 January 2027``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from runtall.importers.days.dates import dates_within, exists, written
from runtall.importers.days.names import meaning
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.words.languages import CODES, ENGLISH, any_of, joining, language, pattern_of
from runtall.importers.words.titles import spelling

# Lines above a plan that are looked at, and characters of each.
MOST_LINES, LONGEST = 40, 300


def start_named(heading: Sequence[str], weekday: int, code: str) -> date | None:
    """Return the first day that words name with its year; None where they don't, or not clearly.

    Parameters
    ----------
    weekday
        That of the first day of a week, on which most plans begin.
    code
        The language of the plan; only English writes the month first.
    """
    found: set[date] = set()
    for line in (line[:LONGEST] for line in heading[:MOST_LINES]):
        for text in dates_within(line):
            if not is_beginning(line[: line.index(text)]):
                continue
            orders = dict(read.orders) if (read := written(text)) else {}
            if len(orders) > 1 and code != ENGLISH:
                orders.pop("mdy", None)
            days = {date(year, month, day) for year, month, day in orders.values()
                    if year and exists(year, month, day)}  # fmt: skip
            found |= {day for day in days if day.weekday() == weekday} or days
    return next(iter(found)) if len(found) == 1 else None


def is_beginning(before: str) -> bool:
    """Return whether words in front of a date say that a plan begins: ``First Monday =``."""
    found = _begins().search(before)
    if found is None:
        return False
    ahead = " ".join(before[: found.start()].split()[-1:])
    if any_of(CODES, "marathon", pattern_of("race", *CODES)).fullmatch(spelling(ahead)):
        return False  # "Race start: Sunday 3 October", "marathon van 16 mei"
    day = found["day"]
    return not day or is_weekday(day) or meaning(day)[0] in {"day", "weekday", "week"}


@cache
def _begins() -> re.Pattern[str]:
    """Return what stands between a beginning and its date; what something is of is none."""
    first = [word for code in CODES for word, one in language(code).ordinals.items() if one == "1"]
    numbered = rf"(?:{'|'.join(map(re.escape, first))}) (?P<day>[^\W\d_]+)[^\d.;!?]{{0,25}}"
    said = rf"(?:{joining('begin')})(?![^\W_])[^\d.;!?]{{0,25}}"
    since = rf"(?!\w\w\b)(?:{joining('from')})(?: [^\W\d_]{{2,9}}\.?,?)?\s+"
    return re.compile(rf"(?i)(?<![^\W_])(?:{said}|{numbered}|{since})$")
