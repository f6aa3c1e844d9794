"""Days that begin a line with their month and a dot: ``9.7``, ``25.07``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runtall.importers.days.dates import A_WORD
from runtall.importers.days.line_starts import SIGNS
from runtall.importers.days.weekday_words import all_weekdays
from runtall.importers.words.languages import IDEOGRAPH
from runtall.importers.words.titles import spelling

# Beside ideographs the month comes first, also before a dot: "9.7 周一".
MONTH_FIRST = re.compile(
    rf"^(?P<before>\W*(?:{SIGNS}\s*)?)(?P<month>1[0-2]|0?[1-9])[.\uff0e](?P<day>[0-3]?\d)"
    r"(?![.\d])(?!\s*(?:[a-zA-Z*x\u00d7]|公里|千米|英里|小时|小時|分|米))"
)
# A day and its month with one dot, which may be a length: "1.08 Sun", where others are "25.07 Sun".
DOTTED = re.compile(
    rf"(?P<before>\W*(?:(?P<word>{A_WORD})[.,]?\s+)?)(?P<day>\d{{1,2}})\.(?P<month>1[0-2]|0?[1-9])"
    r"(?=[\s,:)\u2013\u2014-]|$)(?! ?(?:km?|mi|m|x|h|u|min)\b)"
)
FEWEST_DOTTED = 5


def month_first(lines: Sequence[str]) -> list[str]:
    """Return lines that begin with a date as ``9.7`` with it as ``9月7日``, among ideographs."""
    filled = [line for line in lines if line.strip()]
    if 2 * sum(bool(IDEOGRAPH.search(line)) for line in filled) < len(filled):
        return [*lines]
    return [MONTH_FIRST.sub(r"\g<before>\g<month>月\g<day>日", line) for line in lines]


def with_dots(lines: Sequence[str]) -> list[str]:
    """Return lines that begin with a date as ``1.08`` with it as ``1.08.``, where many do."""
    found = [DOTTED.match(line) for line in lines]
    dated = [one and (not one["word"] or spelling(one["word"]) in all_weekdays()) for one in found]
    both = zip(found, dated, strict=True)
    days = {one.groups()[2:] for one, is_dated in both if one and is_dated and len(one["day"]) > 1}
    if len(days) < FEWEST_DOTTED:
        return [*lines]
    return [
        f"{line[: one.end()]}.{line[one.end() :]}" if one and is_dated else line
        for line, one, is_dated in zip(lines, found, dated, strict=True)
    ]
