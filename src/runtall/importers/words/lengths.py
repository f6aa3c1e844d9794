"""How long a run is, from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from runtall.importers.words.languages import CODES, LETTER, any_of, worded
from runtall.importers.words.length_parts import REPETITION, around, counted_lengths, is_repeated
from runtall.importers.words.titles import KEPT, spelling
from runtall.importers.words.units import METRES, NUMBER, START, Units, units_in

# Characters that are looked at.
LONGEST = 300
FURTHEST_M = 250_000
# A run that is shorter is a part of one.
SHORTEST_M = 1_500
# Of a length in another unit, rounded.
NEARLY = 0.9
# Minutes.
DAY = 1440
ALL = units_in(("en", "en"))
# Up to this number ``m`` means miles, or minutes; from there on, metres.
MOST_SHORT = {"mi": 60, "min": 240}
PARTS = re.compile(r"([2-9]) ?x ?(?=\d)")
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))|(?<=\d)\.(?=\d{3} ?m\b)")
NUMBERS, SEPARATOR = re.compile(r"\d+"), re.compile(r"\d[.,]\d")
EACH = re.compile(r"x ?\($")
# What stands between a whole run and its parts: "22 km: 2 E + 2 x (3 km T) + 14 E".
SPLIT = re.compile(r"^ ?(?:[:=(]|- ) ?\d[^+]*\+ ?\d")
LONG_CLOCK = re.compile(rf"(?<!@ ){START}(?P<h>\d{{1,2}}):(?P<m>[0-5]\d):[0-5]\d(?!\d)(?! ?/)")
SHORT_CLOCK = re.compile(
    rf"{START}(?P<m>\d{{1,3}}):[0-5]\d(?= ?@)|(?<=\()(?P<alone>\d{{2,3}}):[0-5]\d(?=\))"
)
BARE_CLOCK = re.compile(rf"(?:^|[a-z] ){START}0?(?P<h>[0-4]):(?P<m>[0-5]\d)(?: [a-z]+)?$")
# "recovery 30:00" is no time of day.
NO_HOUR = re.compile(rf"[a-z] {START}(2[5-9]|[3-9]\d|1\d\d):00$")
# "a 4:35", "auf 4:35": from so many hours on it is a pace.
SLOWEST_H, TIED = 3, re.compile(r"\b(?:a|auf|en|i|im|in|om|pa|po|w|zu)\s*$")
# "4:30 each".
EACH_ONE = r" «every»$"
# "1:30 RPE 3", "2:05: easy", "2:30: 1:45 Z2, 45 Z3", ahead of all else.
CLOCK_AHEAD = re.compile(
    r"^0?(?P<h>[0-3]):(?P<m>[0-5]\d)(?=:? [a-z]|: \d+(?![\dx]| x))"
    r"(?! (?:am|pm|min|per|pace|h|rest)\b)"
)
# "R3 W1 x 8": minutes of running and of walking in turn.
RUN_WALK = re.compile(
    r"(?:(?P<before>\d{1,2}) ?x ?\(?)?\b[rj] ?(?P<run>\d{1,2}) ?(?:min|m|')?[ ,/+&-]*"
    r"w ?(?P<walk>\d{1,2}) ?(?:min|m|')?\)?(?: ?x ?(?P<times>\d{1,2}))?"
)
# "7 and a half".
AND_A_HALF = re.compile(
    r"(\d) ?(?:(?:and a|und ein|et|y|e|og en|och en|en een|i) (?:half|halb\w*|demi\w*|medi[ao]|"
    r"mezz[ao]|meia|halv|pol)\b|einhalb\b|(?: |(?<=\d))1/2(?!\d))"
)
# One of the parts of a run, without a unit: "2 up", "cd 2", "5 @ hmp"; what begins it.
A_PART = re.compile(r"(?:[a-z]+ ?){0,2}(?<![\d.])(\d{1,2}(?:\.\d)?)(?: ?@?(?: ?[a-z]+){0,3})")
UP = re.compile(r"\bup\b")
# Parts in minutes come to so many at least.
MOST_PARTS = 30
TEMPO = re.compile(r"^((?:1[5-9]|[2-9]\d|1\d\d)(?= ?m? tempo)|\d{1,3}(?= ?m tempo))")
# The name of a run in front of it: "Q1: 24 easy", "Q1 (13)", "Q1 12E".
LABEL = re.compile(r"^(?:q\d[ :.=-]+(?=\w)|[a-z]{1,2}\d(?:: (?=\d)| ?\((?=[\d.,]+\)$)))")
# "8", "8 easy", "E8", "GA 8"; "8 with the dog", "8, flat" and "20 - slow".
CODE = r"(?:(?:e|l|r(?! ?\d+[ ,/+&-]*w)|lr|ga|mlr|rec) ?(?=\d\d?(?!\d)))?"
BARE = re.compile(
    rf"^{CODE}(?!(\d+)-\1\b){NUMBER}(?:[elr](?![a-z\d]))?"
    r"(?: ?[.!]*$|(?<!\d\d\d)(?:, ?| \+ ?| \(| @ | | [-\u2013\u2014] )"
    r"(?!(?:x|of|st|series|sets?|reps?|th|day|week)\b)[a-z])"
)
# As many kilometres or miles as usual runs have.
USUAL = re.compile(r"[12]?\d(?!\d)")
# Parts in a plan's own unit, each with the letter of its pace: "2E + 4M + 1T + 2E".
_PART = r"\d{1,2}(?:\.\d)?[emtl]"
LETTERED = re.compile(rf"(?<![+x] )(?<![\w.])(?=.*\de\b){_PART}(?: ?\+ ?{_PART})+(?= ?[(,;]| ?$)")
EVERY = rf"(?<!{LETTER})«every» ?$"
# The whole run behind its parts, or behind one of it: "3E + 9M + 2E = 14", "tempo 8 km of 12".
SUM = re.compile(r"\d.*= ?(\d{1,2}(?:\.\d)?)$")
OF_WHOLE = r"(?<=[a-z']) «of» (?P<whole>\d{1,2}(?:\.\d)?) ?(?:km|k|mi|miles?)?$"


@lru_cache(maxsize=KEPT)
def distance(text: str, unit: str = "", units: Units = ALL) -> int | None:
    """Read the whole distance of a run off its words.

    The total where one is given, alone in brackets or behind "total"; else the first distance,
    and all of them where the first is a warm-up. Neither repetitions nor paces count. Of a
    range, the far end.

    Parameters
    ----------
    unit
        ``km`` or ``mi`` for a title that is a bare number; empty: then it is no distance.
    units
        How the plan writes lengths.

    Returns
    -------
    int or None
        Metres.
    """
    words = _numbers(text)
    if parts := _in_parts(words, units.distance, units):
        return _possible(int(parts[0]) * _metres(parts[1], units), FURTHEST_M)
    lengths = [(match, _metres(match, units)) for match in units.distance.finditer(words)]
    lengths = [
        (match, metres)
        for match, metres in lengths
        if metres and not worded(EVERY).search(around(match)[0])  # "drink every 5 km"
    ]
    if not (lengths or unit):
        return None
    for match, metres in lengths:
        before, after = around(match)
        alone = before.endswith("(") and after.startswith(")") and not EACH.search(before)
        # "20 km, MP at the end (6 km)" is no shorter for its part.
        alone = alone and not any(
            other * NEARLY > metres and not is_repeated(one) for one, other in lengths
        )
        parted = SPLIT.match(after) and metres == max(length for _, length in lengths)
        parted = parted and not (is_repeated(match) or units.part_ahead.search(before))
        if alone or parted or _is_total(match, units):
            return _possible(metres, FURTHEST_M)
    if unit and (summed := SUM.search(words)):
        return _possible(float(summed[1]) * METRES[unit], FURTHEST_M)
    if lengths and (of := worded(OF_WHOLE).search(words)):
        whole, (first, metres) = float(of["whole"]), lengths[0]
        if first.end() <= of.start() and whole > _number(first):
            return _possible(whole * metres / _number(first), FURTHEST_M)
    if unit and (parts_of := _bare_parts(words, units)):
        whole = 0 if _in_minutes(parts_of) else sum(parts_of)
        return _possible(whole * METRES[unit], FURTHEST_M)
    if unit and (lettered := LETTERED.search(words)):
        numbers = map(float, re.findall(r"\d+(?:\.\d)?", lettered.group()))
        return _possible(sum(numbers) * METRES[unit], FURTHEST_M)
    found = counted_lengths(words, lengths, units)
    # "LR 20 (last 10K fast)" is 20 miles.
    ahead = words.partition("(")[0]
    bare = _bare(ahead, units) if unit and lengths and lengths[0][0].start() > len(ahead) else None
    if found.whole and not (bare and _number(bare) * METRES[unit] > found.whole):
        return _possible(found.whole if found.whole >= SHORTEST_M else 0, FURTHEST_M)
    bare = bare or (_bare(words, units) if unit else None)
    return _possible(_number(bare) * METRES[unit], FURTHEST_M) if bare else None


def _bare_parts(words: str, units: Units) -> list[float]:
    """Return the numbers of a run in parts that begins with a warm-up: "2 up 4 T 2 down".

    None where one of them has a unit, or is no length.
    """
    if len(NUMBERS.findall(words)) < 2:
        return []
    parts = re.split(r" ?[+,;&] ?", words)
    parts = parts if len(parts) > 1 else re.findall(r"\d+(?:\.\d+)?\D+", words)
    if len(parts) < 2 or not (UP.search(parts[0]) or units.of("warm_up").search(parts[0])):
        return []
    with_units = (units.minutes, units.hours, units.distance)
    found = [A_PART.fullmatch(part.strip()) for part in parts]
    if not all(found) or any(unit.search(words) for unit in with_units):
        return []
    return [float(one[1]) for one in found if one]


def _in_minutes(parts: Sequence[float]) -> bool:
    """Return whether parts without a unit are minutes: all fives, and together too many miles."""
    return sum(parts) >= MOST_PARTS and not any(part % 5 for part in parts)


def bare_number(text: str, units: Units = ALL, *, timed: bool = False) -> float:
    """Return the number that stands for the length of a title; 0 of any other.

    Parameters
    ----------
    timed
        It may be that of its minutes.
    """
    bare = _bare(_numbers(text), units, timed=timed)
    return _number(bare) if bare else 0


def _bare(words: str, units: Units, *, timed: bool = False) -> re.Match[str] | None:
    """Return the bare number of a title; one behind "easy" is none from 30 on, unless timed."""
    bare = _any_bare(words, units)
    if timed or bare is None or bare.re is BARE or not bare["usual"]:
        return bare
    return bare if USUAL.match(bare["low"]) else None


@lru_cache(maxsize=KEPT)
def _any_bare(words: str, units: Units) -> re.Match[str] | None:
    """Return the bare number that a title begins with, or that follows a word for a run."""
    words = words.rstrip(")")
    bare = BARE.match(words) or units.named.match(words)
    if bare is None or TEMPO.match(words):
        return None
    with_units = (units.minutes, units.hours, units.distance)
    return None if any(unit.match(words, bare.start("low")) for unit in with_units) else bare


@lru_cache(maxsize=KEPT)
def minutes(text: str, units: Units = ALL) -> int | None:
    """Read the minutes of a run off its words, in the same way."""
    words = _numbers(text)
    if tempo := TEMPO.match(words):
        return int(tempo[1])
    turns = RUN_WALK.search(words) if "w" in words else None
    if turns and (times := turns["before"] or turns["times"]):
        return _possible(int(times) * (int(turns["run"]) + int(turns["walk"])), DAY)
    parts_of = _bare_parts(words, units)
    if parts_of and _in_minutes(parts_of):
        return _possible(sum(parts_of), DAY)
    has_colon = ":" in words
    clock = (LONG_CLOCK.search(words) or units.clock.search(words)) if has_colon else None
    clock = clock or units.hours.search(words)
    if clock and not is_repeated(clock):
        return _possible(60 * float(clock["h"]) + float(clock["m"] or 0), DAY)
    if parts := _in_parts(words, units.minutes, units):
        return _possible(int(parts[0]) * float(parts[1]["low"]), DAY)
    if has_colon and (short := SHORT_CLOCK.search(words)):
        return _possible(float(short["m"] or short["alone"]), DAY)
    matches = [(match, _number(match)) for match in units.minutes.finditer(words)]
    if not (matches or has_colon):
        return None
    lengths = [
        (match, number)
        for match, number in matches
        if not match.group().endswith("m") or number <= MOST_SHORT["min"]
    ]
    total = next((number for match, number in lengths if _is_total(match, units)), None)
    if total is not None:
        return _possible(total, DAY)
    found = counted_lengths(words, lengths, units)
    called = any_of(CODES, "long").match(words) if has_colon else None
    hours = CLOCK_AHEAD.search(words[called.end() :].lstrip(" :") if called else words)
    if found.lengths or found.part:
        # "2:20 easy, last 20 min hard".
        whole = 60 * float(hours["h"]) + float(hours["m"]) if hours and hours["h"] != "0" else 0
        return _possible(max(whole, found.whole), DAY)
    can_be = has_colon and ((hours and hours["h"] != "0") or not REPETITION.search(words))
    bare = (BARE_CLOCK.search(words) or hours) if can_be else None
    if has_colon and not bare and (late := NO_HOUR.search(words)):
        timed = not (
            units.distance.search(words) or units.pace_before.search(words[: late.start(1)])
        )
        return _possible(float(late[1]) if timed else 0, DAY)
    ahead = words[: bare.start("h")] if bare else ""
    if (
        bare
        and not units.distance.search(words)
        and not units.pace_before.search(ahead)
        and not worded(EACH_ONE).match(words, bare.end("m"))
        and not (int(bare["h"]) >= SLOWEST_H and _is_pace(ahead))
    ):
        return _possible(60 * float(bare["h"]) + float(bare["m"]), DAY)
    return None


def _is_pace(ahead: str) -> bool:
    """Return whether words ahead of so many hours tell that they are a pace."""
    return bool(TIED.search(ahead) or any_of(CODES, "pace").search(ahead))


def _is_total(length: re.Match[str], units: Units) -> bool:
    """Return whether words beside a length say that it is that of the whole run."""
    before, after = around(length)
    return bool(units.total_before.search(before) or units.total_behind.match(after))


def _in_parts(
    words: str, pattern: re.Pattern[str], units: Units
) -> tuple[str, re.Match[str]] | None:
    """Return how often, and how long, an easy run in equal parts is: ``2 x 20 min easy``."""
    times = PARTS.match(words)
    length = pattern.match(words[times.end() :]) if times else None
    if times is None or length is None:
        return None
    behind = length.string[length.end() :].strip(" ,:-")
    return (times[1], length) if units.of("easy").fullmatch(behind) else None


@lru_cache(maxsize=KEPT)
def _numbers(text: str) -> str:
    """Return the words with numbers as Python reads them."""
    words = AND_A_HALF.sub(r"\1.5", LABEL.sub("", spelling(text)[:LONGEST]))
    return DECIMAL_COMMA.sub(".", THOUSANDS.sub("", words)) if SEPARATOR.search(words) else words


def _number(match: re.Match[str]) -> float:
    """Return a number; of a range, the far end."""
    return float(match["high"] or match["low"])


def _metres(match: re.Match[str], units: Units) -> float:
    """Return the metres; 0 where ``m`` stands for minutes."""
    number = _number(match)
    unit = match.lastgroup or ""
    short = match["m"] == "m" and number <= MOST_SHORT[units.m]
    if short and not is_repeated(match):
        unit = units.m
    return number * METRES.get(unit, 0)


def _possible(value: float, most: int) -> int | None:
    return round(value) if 0 < value <= most else None
