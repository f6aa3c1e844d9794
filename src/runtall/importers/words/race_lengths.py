"""How long a race is, by its name."""

from __future__ import annotations

import re

from runtall.importers.words.languages import CODES, any_of, joining
from runtall.importers.words.length_parts import goes_on
from runtall.importers.words.lengths import ALL
from runtall.importers.words.titles import spelling
from runtall.importers.words.units import Units

# Distances that are known by name, in metres; up to here a race is one of a usual week.
HALF_M, MARATHON_M = 21_098, 42_195
SHORT_RACE_M = 5_000
# Lengths of races that need no unit.
PARKRUN = re.compile(r"\bpark[ -]?run\b")
EXACT = re.compile(r"(?<![\d.,:])(?:(?P<whole>26[.,]2|42[.,](?:2|195))|13[.,]1|21[.,]1)(?![\d:%])")


def race_distance(text: str, units: Units = ALL) -> int | None:
    """Return the metres of a race that is known by its name, or by its exact miles or km."""
    found = units.of("marathon").search(spelling(text))
    if found is None:
        exact = EXACT.search(text)
        return (MARATHON_M if exact["whole"] else HALF_M) if exact else None
    name = found.group()
    return (
        HALF_M
        if (len(name) <= 2 and name.isascii()) or re.search(joining("half"), name)
        else MARATHON_M
    )


def parkrun_distance(text: str, units: Units = ALL) -> int | None:
    """Return the metres of a parkrun, unless words only say where a run is, or name another."""
    words = spelling(text)
    if not PARKRUN.search(words) or re.search(r"\d", words) or goes_on(words, units):
        return None
    return None if any_of(CODES, "about").search(words) else SHORT_RACE_M


def is_short_race(title: str, metres: int | None) -> bool:
    """Return whether a race is one of a usual week: a parkrun, a time trial, up to 5 km."""
    if metres:
        return metres <= SHORT_RACE_M
    return bool(any_of(CODES, "short_race").search(spelling(title)))
