"""Which strength sessions of a run plan are like ours, by their titles."""

from __future__ import annotations

import re
from functools import cache

from runtall.importers.words.languages import CODES, either, language, patterns_of
from runtall.importers.words.titles import spelling

# Pushing and pulling, but no push-ups.
PUSH_PULL = r"\b(?:push|pull)\b(?!-?ups?\b)"


def counts(title: str) -> bool:
    """Return whether a session with such a title is like ours, and so one of the week's.

    Work for the upper body is; legs, core, mobility and yoga are not. What no word of any language
    tells is a whole session, and counts.
    """
    plain = spelling(title)
    return bool(_words("upper").search(plain)) or not _words("other").search(plain)


@cache
def _words(name: str) -> re.Pattern[str]:
    """Return what finds words for the upper body, or for other work, in any language."""
    words = (word for code in CODES for word in language(code).own_strength[name])
    return either([*patterns_of(words), *([PUSH_PULL] if name == "upper" else [])])
