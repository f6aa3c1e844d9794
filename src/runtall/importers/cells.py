"""The cells of a run plan table: what each may hold."""

from __future__ import annotations

import re

from runtall.documents.values import BadValue
from runtall.domain.run_plan import ALWAYS, RunKind
from runtall.errors.words import choose, shown
from runtall.importers.lengths import FURTHEST_M
from runtall.importers.meaning import STRENGTH
from runtall.importers.titles import one_line
from runtall.importers.units import METRES

NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]*)?")
# What the column ``kind`` may hold.
KINDS = (*(kind.value for kind in RunKind), STRENGTH)
LONGEST_TITLE = 200
LONGEST_TEXT = 2_000
# Beginnings that a spreadsheet takes for a formula; an apostrophe stands before them.
FORMULA = ("=", "+", "-", "@")
YES = {"yes", "y", "true", "1", "x"}
NO = {"no", "n", "false", "0"}


def read_kind(text: str) -> tuple[str, bool]:
    """Read a kind of run, or strength, and whether a ``?`` makes it optional."""
    word, mark, rest = text.lower().partition("?")
    plain = word.strip().replace(" ", "_").replace("-", "_")
    if plain not in KINDS or rest.strip():
        raise BadValue(f"{shown(text)} is not a kind of run{choose(plain, KINDS)}")
    if mark and plain in ALWAYS:
        raise BadValue(f"{shown(text)}: {plain} is never optional")
    return plain, bool(mark)


def read_metres(text: str, unit: str) -> int | None:
    """Read a distance; 0 means that it isn't known."""
    if not NUMBER.fullmatch(text):
        raise BadValue(f"{shown(text)} is not a distance in {unit}")
    distance = round(float(text) * METRES[unit])
    if distance > FURTHEST_M:
        raise BadValue(f"{text} is more than {round(FURTHEST_M / METRES[unit])} {unit}")
    return distance or None


def read_minutes(text: str) -> int | None:
    """Read minutes; 0 means that they aren't known."""
    if not NUMBER.fullmatch(text):
        hint = "; 1:30 is 90" if ":" in text else ""
        raise BadValue(f"{shown(text)} is not a number of minutes{hint}")
    minutes = round(float(text))
    if minutes > 1440:
        raise BadValue(f"{text} is more than the 1440 minutes of a day")
    return minutes or None


def read_hours(text: str) -> int | None:
    """Read decimal hours as minutes."""
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]*)?", text):
        raise BadValue(f"{shown(text)} is not a number of hours; half an hour is 0.5")
    return read_minutes(f"{60 * float(text):.3f}")


def read_flag(text: str) -> bool:
    """Read yes or no."""
    if text.lower() in YES | NO:
        return text.lower() in YES
    raise BadValue(f"{shown(text)} is not yes or no")


def read_title(text: str) -> str:
    """Read the run plan's own words as one line."""
    title = one_line(text)
    if title.startswith("'") and title.lstrip("'").startswith(FORMULA):
        title = title[1:]
    if len(title) > LONGEST_TITLE:
        raise BadValue(f"{len(title)} characters are more than {LONGEST_TITLE}")
    return title


def read_text(text: str) -> str:
    """Read more words, as many as can help."""
    return text[:LONGEST_TEXT]
