"""The words of a run plan: one line of them, in one spelling, and what marks a run optional."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, combining, normalize

# Characters of a title; the rest is cut.
LONGEST = 200
# A letter that is drawn out, but for Roman numbers: "soooo".
DRAWN_OUT = re.compile(r"([a-hj-z])\1{2,}")
# Signs that are typed in more than one way: times, hyphen, two dashes, minus, apostrophe.
SAME = str.maketrans("\u00d7\u2011\u2013\u2014\u2212\u2019\u2032", "x----''")
# Letters that are no plain one with an accent.
PLAIN = str.maketrans({"_": " ", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ß": "ss", "đ": "d", "ð": "d"})
# Signs of ASCII that are no words, as emoji are none, and what is no sign at all.
ASCII_SIGNS = dict.fromkeys((*map(ord, "^`_"), *range(32), 127), " ")
OPTIONAL = re.compile(r"^\s*optional\b[:\s]*|\(optional\)|\boptional\b|\s*\*\s*$", re.IGNORECASE)


def one_line(text: str) -> str:
    """Return the words without line breaks and control characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = "".join(" " if category(char) in {"Cc", "Zl", "Zp", "Cs"} else char for char in text)
    return " ".join(plain.split())


def title_of(text: str) -> str:
    """Return a title as the plan keeps it: one line, cut where it is very long."""
    return cut(one_line(text))


def cut(line: str) -> str:
    """Return a line without its end where it is very long."""
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


@lru_cache(maxsize=16_384)
def spelling(text: str) -> str:
    """Return the words in one spelling: lower case, no accents or emoji, one sign for dashes."""
    text = text[: 10 * LONGEST]
    if not text.isascii():
        text = normalize("NFKD", one_line(text).translate(SAME))
    plain = text.lower()
    if plain.isascii():
        return DRAWN_OUT.sub(r"\1", " ".join(plain.translate(ASCII_SIGNS).split()))
    plain = plain.translate(PLAIN)
    kept = (
        " " if category(char) in {"So", "Sk", "Cf", "Cn", "Co"} else char
        for char in plain
        if not combining(char)
    )
    return DRAWN_OUT.sub(r"\1", " ".join("".join(kept).split()))


def without_optional(text: str) -> tuple[str, bool]:
    """Return the words without the mark that a run may be left out, and whether it was there."""
    plain = text.strip(" ,-:")
    marked = "*" in text or "optional" in text.lower()
    left = OPTIONAL.sub(" ", text).strip(" ,-:") if marked else plain
    return left or text, left != plain
