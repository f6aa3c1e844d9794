"""The cells of a run plan table: what each may hold."""

from __future__ import annotations

import re
from datetime import time

from runtall.documents.values import BadValue, read_time
from runtall.domain.run_plan import ALWAYS, STRENGTH, RunKind
from runtall.errors.words import choose, shown
from runtall.importers.days.names import meaning
from runtall.importers.words.lengths import DECIMAL_COMMA, FURTHEST_M
from runtall.importers.words.titles import one_line, spelling
from runtall.importers.words.units import METRES

# What the column ``kind`` may hold.
KINDS = (*(kind.value for kind in RunKind), STRENGTH)
LONGEST_TEXT = 2_000
# Marks of Markdown around words: "*Rest*", "**8**".
EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])")
# Beginnings that a spreadsheet takes for a formula; an apostrophe stands before them.
FORMULA = ("=", "+", "-", "@")
YES = {"yes", "y", "true", "1", "x", "ja", "oui", "si", "sim", "tak"}
NO = {"no", "n", "false", "0", "nein", "non", "nao", "nee", "nej", "nei", "nie"}
# Cells that stand for nothing, as signs of "ditto" don't: a dash, perhaps with why in brackets, a
# cross, an error of a formula.
NOTHING = re.compile(
    r"(?!(?:[\"\u201d\u3003]|'')$)[^\w]*|[-\u2013\u2014]+ ?\((?![^)]*\d ?(?:k|mi))[^()]*\)|x|"
    r"n ?/ ?a|n\.a\.|#(n/a|ref!|value!|div/0!|name\?|null!|num!)",
    re.I,
)
NUMBER = re.compile(r"\d{1,6}(?:\.\d{0,6})?")
# How many of a unit of time are a minute, where it is another.
PER_MINUTE = {"hours": 1 / 60, "seconds": 60}
LENGTH = re.compile(
    r"(?:ca\.?|~|about|approx\.?|≈)? ?(?:\d{1,6}(?:\.\d{0,6})? ?(?:-|to|bis|a) ?)?"
    r"(?P<number>\d{1,6}(?:\.\d{0,6})?) ?(?P<unit>[^\W\d]*)\.?"
)
CLOCK = re.compile(r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?: ?(?:h|hrs?|min))?")
HOURS = re.compile(r"(?P<h>\d{1,2}(?:\.\d+)?) ?h[a-z]*(?: ?(?P<m>\d{1,2}) ?(?:m[a-z]*|')?)?")
MINUTES = re.compile(
    r"(?:\d{1,4} ?- ?)?(?P<m>\d{1,4}(?:\.\d+)?) ?(?:m|mins?|min[a-z]{3,4}|['\u2032])?"
)
AT = re.compile(
    r"(?P<h>\d{1,2})(?:[:.h](?P<m>[0-5]\d))?(?::\d{2})? ?(?:uhr|h)? ?(?P<half>[ap]\.?m\.?)?"
)
# A value with its name, in a cell that is written for machines; names of how often.
NAMED = re.compile(r"([^\W\d]\w*)\s*[:=]\s*([^,;={}:]+?)\s*(?=[,;}]|$)")
TIMES = {"reps", "rep", "repeats", "sets", "times", "n"}
THOUSANDS = re.compile(r"(?<=\d)[,\u202f\u00a0 ](?=\d{3}(?!\d))")


def is_nothing(text: str) -> bool:
    """Return whether a cell stands for no training."""
    return bool(NOTHING.fullmatch(text.strip()))


def read_kind(text: str) -> tuple[str, bool]:
    """Read a kind of run, or strength, and whether a ``?`` makes it optional."""
    word, mark, rest = text.lower().partition("?")
    plain = word.strip().replace(" ", "_").replace("-", "_")
    if plain not in KINDS or rest.strip():
        raise BadValue(f"{shown(text)} is not a kind of run{choose(plain, KINDS)}")
    if mark and plain in ALWAYS:
        raise BadValue(f"{shown(text)}: {plain} is never optional")
    return plain, bool(mark)


def is_kind(text: str) -> bool:
    """Return whether a cell is a kind of run."""
    try:
        return bool(read_kind(text))
    except BadValue:
        return False


def number_of(text: str) -> str:
    """Return a number as Python writes it, whichever way its decimals are marked."""
    return DECIMAL_COMMA.sub(".", THOUSANDS.sub("", text))


def read_metres(text: str, unit: str) -> int | None:
    """Read a distance; 0 means that it isn't known. The cell's own unit wins.

    Parameters
    ----------
    unit
        Of a bare number; empty: then it is no distance.
    """
    found = LENGTH.fullmatch(number_of(spelling(text)))
    own = found["unit"] if found else ""
    named = meaning(own)[1] if own not in METRES else own
    named = "km" if own == "k" else named
    if not found or (own and named not in METRES):
        raise BadValue(f"{shown(text)} is not a distance in {unit or 'km or mi'}")
    unit = named if own else unit
    if not unit:
        return None
    distance = round(float(found["number"]) * METRES[unit])
    if distance > FURTHEST_M:
        raise BadValue(f"{text} is more than {round(FURTHEST_M / METRES[unit])} {unit}")
    return distance or None


def read_minutes(text: str, unit: str = "min") -> int | None:
    """Read how long a run takes; 0 means that it isn't known.

    Parameters
    ----------
    unit
        Of a bare number, ``min``, ``hours`` or ``seconds``.
    """
    plain = number_of(spelling(text))
    minutes: float
    if found := CLOCK.fullmatch(plain):
        h, m, s = int(found["h"]), int(found["m"]), found["s"]
        # Two numbers are hours and minutes, unless nobody runs for so many hours.
        minutes = 60 * h + m + int(s) / 60 if s else (h + m / 60 if h >= 10 else 60 * h + m)
    elif found := HOURS.fullmatch(plain):
        minutes = 60 * float(found["h"]) + int(found["m"] or 0)
    elif unit in PER_MINUTE and NUMBER.fullmatch(plain):
        minutes = float(plain) / PER_MINUTE[unit]
    elif found := MINUTES.fullmatch(plain):
        minutes = float(found["m"])
    else:
        what = "hours; half an hour is 0.5" if unit == "hours" else "minutes"
        raise BadValue(f"{shown(text)} is not a number of {what}")
    if minutes > 1440:
        raise BadValue(f"{text} is more than the 1440 minutes of a day")
    return round(minutes) or None


def read_at(text: str) -> time:
    """Read a time of day."""
    found = AT.fullmatch(spelling(text))
    if not found or (found["m"] is None and not found["half"]):
        return read_time(text)
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return read_time(f"{hour}:{found['m'] or '00'}")


def read_flag(text: str) -> bool:
    """Read yes or no."""
    word = spelling(text)
    if word in YES | NO:
        return word in YES
    raise BadValue(f"{shown(text)} is not yes or no")


def read_title(text: str) -> str:
    """Read the run plan's own words as one line."""
    title = one_line(text)
    if "*" in title or "_" in title:
        title = EMPHASIS.sub(r"\2", title)
    if title.startswith("'") and title.lstrip("'").startswith(FORMULA):
        title = title[1:]
    return title


def read_text(text: str) -> str:
    """Read more words, as many as can help; ``{reps: 6, on: 2min, mins: 40}`` as they are said."""
    plain = text[:LONGEST_TEXT].strip()
    named = [found.groups() for found in NAMED.finditer(plain)]
    if not (named and (plain.startswith("{") or len(named) == plain.count("="))):
        return plain
    said = ""
    for name, value in named:
        if name.lower() in TIMES:
            said += f"{value} x "
        else:
            said += f"{value} {name}, " if value.isdecimal() else f"{name} {value}, "
    return re.sub(r" x (?:[a-z]+ )(?=\d)", " x ", said).strip(", ")
