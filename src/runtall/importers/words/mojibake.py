"""Letters that a program read in the wrong encoding and saved so: ``KÃ¶ln`` was ``Köln``."""

from __future__ import annotations

import re

# Letters beyond ASCII next to each other, as each of them becomes two and more.
SEVERAL = re.compile(r"[^\x00-\x7f]{2,}")
# What UTF-8 is mistaken for.
MISTAKEN = ("cp1252", "cp1250")
# Characters that stand behind a word as well: "JÅ…".
PUNCTUATION = frozenset("\u2013\u2014\u2026\u2018\u2019\u201a\u201c\u201d\u201e\xab\xbb")
# What people write: letters and signs of Europe, punctuation, signs, ideographs, emoji.
MEANT = re.compile(
    "[\xa0-\u017f\u2010-\u27bf\u3000-\u9fff\ufe0f\uff00-\uffef\U0001f000-\U0001faff]+"
)
# More than twice is no accident that ever happened to a plan.
TWICE = 2


def repaired(text: str) -> str:
    """Return a text as it was meant."""
    for _ in range(TWICE):
        better = SEVERAL.sub(_meant, text)
        if better == text:
            break
        text = better
    return text


def _meant(found: re.Match[str]) -> str:
    """Return what was meant by letters beyond ASCII; the same where they make no sense otherwise.

    Those that may be a letter and the punctuation behind it are believed only before a letter or a
    digit, or behind a digit: ``6 Ã— 400``.
    """
    words, text = found.group(), found.string
    within = text[found.end() : found.end() + 1].isalnum()
    behind = text[max(0, found.start() - 2) : found.start()].strip()[-1:].isdigit()
    if not (within or behind) and PUNCTUATION.issuperset(words[1:]):
        return words
    for code in MISTAKEN:
        try:
            meant = b"".join(map(_byte, words, [code] * len(words))).decode()
        except UnicodeError:
            continue
        if MEANT.fullmatch(meant):
            return meant
    return words


def _byte(char: str, code: str) -> bytes:
    """Return the byte that a letter was read from; some have no letter and are kept as they are."""
    return char.encode("latin-1" if "\x80" <= char < "\xa0" else code)
