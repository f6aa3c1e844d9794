"""Words that are mistyped: letters exchanged, one left out or one too many."""

from __future__ import annotations

# Letters of a word of which one may be left out or too many.
SHORTEST, LONG = 3, 5


def is_mistyped(word: str, name: str, long: int = LONG) -> bool:
    """Return whether letters of a name are exchanged, or a long one has one too few or many."""
    if len(name) < SHORTEST or word == name:
        return False
    if len(word) == len(name):
        apart = [at for at, (a, b) in enumerate(zip(word, name, strict=True)) if a != b]
        return len(apart) == 2 and [word[at] for at in apart] == [name[at] for at in apart[::-1]]
    shorter, longer = sorted((word, name), key=len)
    one_more = len(longer) == len(shorter) + 1 and len(name) >= long
    return one_more and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
