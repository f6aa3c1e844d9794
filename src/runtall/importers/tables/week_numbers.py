"""The number of a week, as tables write it: ``Week 3``, ``3``, ``W3``, ``KW 12``, ``S-3``."""

from __future__ import annotations

import re
from functools import lru_cache

from runtall.importers.tables.words import fold, meaning

NUMBERED = re.compile(
    r"(?P<word>[^\W\d_.]*)[\s.:#-]*(?P<number>-?\d{1,3})"
    r"(?:st|nd|rd|th|e|er|a)?[\s.:)/]*(?:(?:of|von|/|de|di|av|af|van|z) ?\d{1,3})?"
    r"(?P<tail>\W.*|[^\W\d_]{0,3})?"
)
# Words and letters that mean week though no column is called so.
SHORT = {"w", "wk", "s", "sem", "v", "kw", "u", "t", "tyg", "sett", "第"}


@lru_cache(maxsize=4096)
def week_number(cell: str) -> int | None:
    """Return the number of a week; None where a cell is no label of a week."""
    text = fold(cell[:60]).replace("第", "").strip()
    found = NUMBERED.fullmatch(text)
    if not found:
        return _behind(text)
    word, tail = found["word"], (found["tail"] or "").strip(" :-,.()")
    if word and word not in SHORT and meaning(word)[0] not in {"week", "to_go"}:
        return None
    if not word and tail and meaning(tail)[0] != "week":
        return None
    return int(found["number"])


def _behind(text: str) -> int | None:
    """Read a number behind more words: ``Base - week 3``."""
    found = re.search(r"(?P<word>[^\W\d_]+)\.? ?(?P<number>\d{1,3})\)?$", text)
    return int(found["number"]) if found and meaning(found["word"])[0] == "week" else None
