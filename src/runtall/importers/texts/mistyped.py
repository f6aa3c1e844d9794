"""Days that are mistyped at the beginning of a line: ``Wde: 6x800``, ``Tue 16 Marhc: 6x800``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from runtall.errors.words import shown
from runtall.importers.base import Notes
from runtall.importers.days.dates import A_WORD
from runtall.importers.days.names import languages
from runtall.importers.days.weekday_words import all_weekdays
from runtall.importers.words.languages import Language
from runtall.importers.words.mistyped import is_mistyped
from runtall.importers.words.titles import spelling

# What stands in front of a colon, and a word of it.
HEAD = re.compile(r"(?P<head>[^:\uff1a]{3,30})[:\uff1a]")
# A weekday, or a date with one or without, and nothing else.
SHAPES = re.compile(
    rf"\W*(?:{A_WORD}[.,]?|(?:{A_WORD}[.,]? )?\d{{1,2}}\.? {A_WORD}\.?)(?: \d{{4}})?"
)


def with_days_as_meant(
    lines: Sequence[str], is_day: Callable[[str], bool], notes: Notes
) -> list[str]:
    """Return lines with the days as they are meant that others of the text go with."""
    words = {spelling(word) for line in lines if is_day(line) for word in re.findall(A_WORD, line)}
    spoken = max(languages(), key=lambda one: len(words & {*one.weekdays, *one.months}))
    heads = [HEAD.match(line) for line in lines]
    often = Counter(head["head"].strip() for head in heads if head)
    found = []
    for line, head in zip(lines, heads, strict=True):
        # What comes again is meant so: "Frida" is somebody's name.
        head = head if head and often[head["head"].strip()] == 1 else None
        mended = _mended(head["head"], spoken) if head and SHAPES.fullmatch(head["head"]) else ""
        whole = f"{mended}{line[head.end('head') :]}" if head and mended else line
        if whole != line and is_day(whole):
            notes.warn("days are read as they are meant where they are mistyped",
                       f"{shown(line[:60])}: {mended.strip()}")  # fmt: skip
            line = whole
        found.append(line)
    return found


def _mended(head: str, language: Language) -> str:
    """Return the words in front of a colon with the one that is mistyped as it is meant."""
    known = {**language.weekdays, **language.months}
    everywhere = all_weekdays().union(*(one.months for one in languages()))
    for word in re.findall(A_WORD, head):
        if spelling(word) in everywhere:
            continue
        meant = [name for name in known if is_mistyped(spelling(word), name)]
        if len({known[name] for name in meant}) == 1:
            return head.replace(word, meant[0].capitalize(), 1)
    return ""
