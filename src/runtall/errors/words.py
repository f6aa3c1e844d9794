"""How messages show values, and how they guess what was meant."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import groupby
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# Characters of a value that a message repeats.
LONGEST = 60
# So many allowed words are not listed when there is a good guess.
MANY = 10
# Letters that are a word of another name wherever they stand in it.
FEWEST = 4
# So many of any number of names are told.
FEW = 3


def printable(text: str) -> str:
    """Return the text on one line, with everything unprintable written as its code."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def shown(value: object) -> str:
    """Write a value of a file as a message repeats it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return '"' + printable(value if len(value) <= LONGEST else value[:LONGEST] + "...") + '"'
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Mapping):
        return "a mapping"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def guess(word: str, allowed: Iterable[str], meant: Mapping[str, str] | None = None) -> str:
    """Return the allowed word that this one is probably meant to be, or an empty string.

    Parameters
    ----------
    meant
        Words that are something else in disguise, such as ``tempo`` for ``workout``.
    """
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")[:LONGEST]
    known = {key.lower(): key for key in allowed}
    same = known.get(plain) or (meant or {}).get(plain)
    same = same or known.get(_containing(plain, known))
    return same or "".join(known[close] for close in get_close_matches(plain, known, n=1))


def _containing(plain: str, names: Iterable[str]) -> str:
    """Return the name that has a word, or some, in it, the earlier the better: ``bench``.

    However its words are parted, and whether there is one or more: ``pullups``.
    """
    joined = plain.replace("_", "").removesuffix("s")

    def place(name: str) -> int:
        whole = f"_{name}_".find(f"_{plain}_")
        return whole if whole >= 0 or len(joined) < FEWEST else name.replace("_", "").find(joined)

    places = {name: at for name in names if (at := place(name)) >= 0}
    return min(places, key=lambda name: places[name], default="")


def choose(
    word: str, allowed: Iterable[str], meant: Mapping[str, str] | None = None, other: str = ""
) -> str:
    """Return the end of a message about a word that isn't allowed: what is, and what was meant."""
    options = list(allowed)
    best = guess(word, options, meant)
    listed = ", ".join([*options, other] if other else options)
    end = "" if best and len(options) > MANY else f"; allowed: {listed}"
    return end + (f'; did you mean "{best}"?' if best else "")


def weeks_words(weeks: Sequence[int]) -> str:
    """Write some weeks, in order, as people say them: ``week 3``, ``weeks 1-9, 11``."""
    parts = runs_of(weeks)
    words = [str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts]
    return f"week{'' if len(weeks) == 1 else 's'} {', '.join(words)}"


def runs_of(numbers: Sequence[int]) -> list[list[int]]:
    """Return numbers, in order, in parts without a gap."""
    parts = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    return [[number for _, number in part] for _, part in parts]


def gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return all values of each key, in the order in which the keys first come."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def counted(number: int, noun: str) -> str:
    """Write how many of something there are: ``1 week``, ``2 weeks``, ``2 entries``."""
    many = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{number} {noun if number == 1 else many}"


def date_words(day: date) -> str:
    """Write a date as people do: ``Sun 25 Apr 2027``."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def first_few(names: Iterable[str]) -> str:
    """Write the first three of some names, and how many more there are."""
    every = list(names)
    more = f" and {len(every) - FEW} more" if len(every) > FEW else ""
    return ", ".join(every[:FEW]) + more
