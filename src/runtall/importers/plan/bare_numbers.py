"""Numbers without a unit: minutes where nobody runs so many kilometres or miles.

Or hours with their minutes behind a dot: ``1.45 long``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from runtall.importers.words.lengths import bare_number, distance, minutes
from runtall.importers.words.titles import spelling
from runtall.importers.words.units import METRES, Units

# More than this no run of a marathon plan has, in each unit.
FURTHEST = {"mi": 28, "km": 45}
# A share of a plan's numbers that can't all be runs of so many kilometres, and how many tell it.
MOST, FAR, FEWEST = 0.7, 20, 5
# The share of a run that the next shorter one has where numbers go on.
NEARLY = 0.8
# Hours of a run.
LONGEST = 7
NUMBER, HUNDREDS = re.compile(r"\d+"), re.compile(r"(?:1\d|2[0-4])\d(?!\d)")
# "0.40", "2.05": two digits, as nobody writes distances all the time.
HOURS = re.compile(r"\d\.[0-5]\d(?!\d)")


def in_minutes(titles: Iterable[str], unit: str, units: Units) -> dict[str, int]:
    """Return the minutes of titles with a number of them, also of a hundred and more.

    "100 easy" is far in metres alone, but not where "90 easy" is in minutes.
    """
    titles = [*titles]
    found = _in_minutes(titles, unit, units)
    alike = {NUMBER.sub("", spelling(title)) for title in found}
    others = {*titles} - found.keys() if found else ()
    longer = {title: HUNDREDS.match(title) for title in others
              if NUMBER.sub("", spelling(title)) in alike}  # fmt: skip
    return found | {title: int(number[0]) for title, number in longer.items() if number}


def _in_minutes(titles: Iterable[str], unit: str, units: Units) -> dict[str, int]:
    """Return the minutes of titles that begin with a number, or with a run and a number, of them.

    All are where most are from twenty on, and one is too large for a distance, or all are fives
    and other titles aren't in kilometres or miles alone;
    else those that say the same with such a number: "35 easy" is minutes beside "50 easy", "6 easy"
    is none.

    Parameters
    ----------
    unit
        Of distances, ``km`` or ``mi``; empty: nobody knows.
    """
    times = Counter(titles)
    bare = _bare(tuple(times), units)
    count = sum(times[title] for _, title, _ in bare)
    clocks = [title for _, title, number in bare if HOURS.match(title) and number < LONGEST]
    if count >= FEWEST and sum(times[title] for title in clocks) >= MOST * count:
        return {title: _minutes(title) for title in clocks}
    far = sum(times[title] for _, title, number in bare if number >= FAR)
    furthest = FURTHEST.get(unit, FURTHEST["km"])
    if count >= FEWEST and far >= MOST * count:
        beyond = any(number > furthest for _, _, number in bare)
        others = times.keys() - {title for _, title, _ in bare}
        fives = not any(number % 5 for _, _, number in bare)
        if beyond or (fives and not _are_measured(others, units)):
            return {title: round(number) for _, title, number in bare}
    found: dict[str, int] = {}
    for _, alike in groupby(sorted(bare), key=lambda one: one[0]):
        same = list(alike)
        numbers = [number for _, _, number in same]
        if max(numbers) > furthest and not any(number % 5 or number < 10 for number in numbers):
            found |= {title: round(number) for _, title, number in same}
    return found


def going_on(titles: Iterable[str], unit: str, units: Units) -> dict[str, int]:
    """Return the metres of titles with a larger number than usual that goes on from others.

    "easy 30" may be minutes, but not where "easy 26" and "easy 8" are in kilometres.
    """
    found: dict[str, int] = {}
    bare = sorted(_bare(tuple(dict.fromkeys(titles)), units))
    for _, alike in groupby(bare, key=lambda one: one[0]):
        same = sorted((number, title) for _, title, number in alike)
        far = unit and same[-1][0] <= FURTHEST[unit] and any(number % 5 for number, _ in same)
        for (before, _), (number, title) in pairwise(same if far else ()):
            if before >= NEARLY * number and not bare_number(title, units):
                found[title] = round(number * METRES[unit])
    return found


@lru_cache(maxsize=2)
def _bare(titles: tuple[str, ...], units: Units) -> Sequence[tuple[str, str, float]]:
    """Return titles with a number and no unit: without that number, as they are, and the number."""
    return [
        (NUMBER.sub("", spelling(title)), title, number)
        for title in titles
        if (number := bare_number(title, units, timed=True))
        and not distance(title, units=units)
        and not minutes(title, units)
    ]


def _are_measured(titles: Iterable[str], units: Units) -> bool:
    """Return whether some titles are in kilometres or miles, and none in minutes."""
    measured = any(distance(title, units=units) for title in titles)
    return measured and not any(minutes(title, units) for title in titles)


def _minutes(title: str) -> int:
    hours, _, rest = title.partition(".")
    return 60 * int(hours) + int(rest[:2])
