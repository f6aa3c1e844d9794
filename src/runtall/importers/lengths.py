"""How long a run is, from its words."""

from __future__ import annotations

import re

from runtall.importers.titles import spelling

# Characters that are looked at.
LONGEST = 300
# Characters around a number that can say what it is.
NEAR = 90
FURTHEST_M = 250_000
# Minutes.
DAY = 1440
METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0}
# Distances that are known by name, in metres.
NAMED = (("half marathon", 21_098), ("half-marathon", 21_098), ("marathon", 42_195))
# Up to this number ``m`` means miles, as in the tables of many plans; from there on, metres.
MOST_MILES = 60
NUMBER = r"(?P<low>\d{1,6}(?:\.\d{1,6})?)(?: ?- ?(?P<high>\d{1,6}(?:\.\d{1,6})?))?"
UNIT = (
    r"(?P<unit>(?:kilomet(?:er|re)s?|kms?|k|mile)(?! ?(?:race )?(?:pace|effort)\b)"
    r"|miles|miler|mi|met(?:er|re)s?|m(?! tempo))(?![a-z0-9%])"
)
DISTANCE = re.compile(rf"(?<![\w.:]){NUMBER} ?-?{UNIT}")
REPEATED = re.compile(r"\dx ?\(?$|\bx ?\(?[^(),;+]{0,40}$|\bx ?\([^)]{0,80}$")
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
EACH = re.compile(r"x ?\($")
AS_PACE = re.compile(r"(?:@|\bat|%|%\s?of)\s*$")
TOTAL = re.compile(r"\btotal(?: of|:)? ?$")
WARM_UP = re.compile(r"^ ?\(?(?:easy )?(?:warm|wu\b)")
HOURS = re.compile(
    r"(?<![\w.:])(?P<h>\d{1,2}(?:\.\d{1,2})?) ?(?:h|hrs?|hours?)(?![a-z])"
    r"(?: ?(?P<m>\d{1,2}) ?(?:m|min|mins|minutes?)?(?![a-z0-9]))?"
)
CLOCK = re.compile(r"(?<![\w.:])(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?: ?(?:h|hrs?|hours?))(?![a-z])")
MINUTES = re.compile(rf"(?<![\w.:]){NUMBER} ?-?(?:min|mins|minutes?|')(?![a-z0-9:])")
TEMPO = re.compile(r"^(\d{1,3}) ?m? tempo\b")
BARE = re.compile(rf"^{NUMBER}(?: (?:easy|long|pace|recovery|run|easy run|long run))?$")
PAUSE = re.compile(r"^ ?(?:rest|jog|walk|recovery|recoveries)\b")


def distance(text: str, unit: str = "") -> int | None:
    """Read the whole distance of a run off its words.

    The total where one is given, alone in brackets or behind "total"; else the first distance,
    and all of them where the first is a warm-up. Neither repetitions nor paces count. Of a
    range, the far end.

    Parameters
    ----------
    unit
        ``km`` or ``mi`` for a title that is a bare number; empty: then it is no distance.

    Returns
    -------
    int or None
        Metres.
    """
    words = _numbers(text)
    found, repeats = [], False
    for match in DISTANCE.finditer(words):
        before, after = _around(match)
        metres = _metres(match["high"] or match["low"], match["unit"])
        alone = before.endswith("(") and after.startswith(")") and not EACH.search(before)
        if TOTAL.search(before) or re.match(r" total\b", after) or alone:
            return _possible(metres, FURTHEST_M)
        repeats = repeats or bool(REPEATED.search(before))
        if REPEATED.search(before) or AS_PACE.search(before):
            continue
        if not (repeats and PAUSE.match(after)):
            found.append((metres, bool(WARM_UP.match(after))))
    if found:
        return _possible(_whole(found), FURTHEST_M)
    bare = BARE.match(words)
    if bare and unit:
        return _possible(float(bare["high"] or bare["low"]) * METRES[unit], FURTHEST_M)
    return None


def race_distance(text: str) -> int | None:
    """Return the metres of a race that is known by its name."""
    words = spelling(text)
    return next((metres for name, metres in NAMED if name in words), None)


def minutes(text: str) -> int | None:
    """Read the minutes of a run off its words, in the same way."""
    words = _numbers(text)
    tempo = TEMPO.match(words)
    if tempo:
        return int(tempo[1])
    hours = CLOCK.search(words) or HOURS.search(words)
    if hours:
        return _possible(60 * float(hours["h"]) + float(hours["m"] or 0), DAY)
    found, repeats = [], False
    for match in MINUTES.finditer(words):
        before, after = _around(match)
        repeats = repeats or bool(REPEATED.search(before))
        if REPEATED.search(before) or (repeats and PAUSE.match(after)):
            continue
        found.append((float(match["high"] or match["low"]), bool(WARM_UP.match(after))))
    return _possible(_whole(found), DAY) if found else None


def _whole(found: list[tuple[float, bool]]) -> float:
    """Return the first length, or the sum of all where that one is a warm-up."""
    return sum(length for length, _ in found) if found[0][1] else found[0][0]


def _around(match: re.Match[str]) -> tuple[str, str]:
    start, end = match.span()
    return match.string[max(0, start - NEAR) : start], match.string[end : end + NEAR]


def _numbers(text: str) -> str:
    """Return the words with numbers as Python reads them."""
    return DECIMAL_COMMA.sub(".", THOUSANDS.sub("", spelling(text)[:LONGEST]))


def _metres(number: str, unit: str) -> float:
    if unit.startswith("k"):
        return float(number) * METRES["km"]
    short = unit == "m" and float(number) <= MOST_MILES
    if short or unit.startswith("mi"):
        return float(number) * METRES["mi"]
    return float(number)


def _possible(value: float, most: int) -> int | None:
    return round(value) if 0 < value <= most else None
