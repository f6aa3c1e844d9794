"""The words of a run plan: one line of them, in one spelling, and what marks a run optional."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, combining, normalize

from runtall.domain.library import data_text

# Texts that are kept as they were read: all cells of a long table, as each is asked for often.
KEPT = 65_536
# Characters of a title; the rest is cut.
LONGEST = 200
# A letter that is drawn out, but for Roman numbers: "soooo".
DRAWN_OUT = re.compile(r"(?<=[a-z])([a-hj-z])\1{2,}|([a-hj-z])\2{2,}(?=[a-z])")
THREE_TIMES = re.compile(r"([a-hj-z])\1\1")
# Signs that are typed in more than one way: times, hyphen, two dashes, minus, apostrophe.
SAME = str.maketrans("\u00d7\u2011\u2013\u2014\u2212\u2019\u2032", "x----''") | {ord("½"): " 1/2"}
# Traditional characters of running, and the simplified ones that the words of Chinese are in.
TRADITIONAL, SIMPLIFIED = data_text("languages/traditional.txt").split()
# Letters that are no plain one with an accent, and signs and characters that are read as others.
PLAIN = str.maketrans(
    {"_": " ", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ß": "ss", "đ": "d", "ð": "d"}
    | dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
)
# Signs of ASCII that are no words, as emoji are none, and what is no sign at all.
ASCII_SIGN = re.compile(r"[\x00-\x1f\x7f^`_]")
# A sign of about stands behind a blank: "~8 km, ~50 min".
STRUCK = re.compile(r"~{1,2}(?=[^\s~])[^~\n]*(?<=[^\s~])~{1,2}")
OPTIONAL = re.compile(r"^\s*optional\b[:\s]*|\(optional\)|\boptional\b|\s*\*\s*$", re.IGNORECASE)

TIMES = re.compile(r"(?<=\d)\*(?=\d)")
# An accent that is typed as a sign behind its letter: "lunedi'", "velocita`".
ACCENT = re.compile(r"(?<=[a-z]{3}[aeiou])['`\u00b4\u2019](?!\w)")
VIETNAMESE = re.compile("([\u1ea0-\u1ef9]+)")


def one_line(text: str) -> str:
    """Return the words without line breaks and control characters."""
    if text.isprintable():
        return " ".join(text.split())
    plain = "".join(" " if category(char) in {"Cc", "Zl", "Zp", "Cs"} else char for char in text)
    return " ".join(plain.split())


def title_of(text: str) -> str:
    """Return a title as the plan keeps it: one line, cut where it is very long."""
    return cut(one_line(text))


def cut(line: str) -> str:
    """Return a line without its end where it is very long."""
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


@lru_cache(maxsize=KEPT)
def spelling(text: str) -> str:
    """Return the words in one spelling: lower case, no accents or emoji, one sign for dashes."""
    text = text[: 10 * LONGEST]
    if not text.isascii():
        parts = VIETNAMESE.split(normalize("NFC", one_line(text).translate(SAME)))
        # Words with such letters are none of a language that is known here: "lỏng" isn't "long".
        text = "".join(part if at % 2 else normalize("NFKD", part) for at, part in enumerate(parts))
    plain = text.lower()
    if "'" in plain or "`" in plain:
        plain = ACCENT.sub("", plain)
    if "*" in plain:
        plain = TIMES.sub("x", plain)
    if not plain.isascii():
        plain = "".join(char for char in plain.translate(PLAIN) if not combining(char))
    if plain.isascii():
        return _short(ASCII_SIGN.sub(" ", plain))
    kept = (" " if category(char) in {"So", "Sk", "Cf", "Cn", "Co"} else char for char in plain)
    return _short("".join(kept))


def _short(words: str) -> str:
    """Return words with one blank between them, and without letters that are drawn out."""
    words = " ".join(words.split())
    return DRAWN_OUT.sub(r"\1\2", words) if THREE_TIMES.search(words) else words


def as_written(words: str, title: str, *others: str) -> str:
    """Return words that decided as a title or another text has them: ``6x400``, and no ``6x4``.

    Words with numbers that it has only in letters are the title itself.
    """
    if not any(map(str.isdigit, words)):
        return words
    for text in map(spelling, (title, *others)):
        start = text.find(words)
        if start >= 0:
            end = start + len(words)
            while text[start].isalnum() and text[:start][-1:].isalnum():
                start -= 1
            while text[end - 1].isalnum() and text[end:][:1].isalnum():
                end += 1
            return text[start:end]
    return words if any(map(str.isdigit, title)) else spelling(title)


def without_struck(text: str) -> str:
    """Return a text without what is struck out in it, as in notes: ``~~6 x 800~~ easy 8``."""
    return STRUCK.sub("", text) if "~" in text else text


def without_optional(text: str) -> tuple[str, bool]:
    """Return the words without the mark that a run may be left out, and whether it was there."""
    plain = text.strip(" ,-:")
    marked = "*" in text or "optional" in text.lower()
    left = OPTIONAL.sub(" ", text).strip(" ,-:") if marked else plain
    return left or text, left != plain
