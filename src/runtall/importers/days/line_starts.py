"""What a line begins with: a day, with its date and what is run on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from runtall.importers.days.dates import A_WORD, leading_date
from runtall.importers.days.names import meaning
from runtall.importers.days.weekday_words import all_weekdays
from runtall.importers.words.languages import worded
from runtall.importers.words.titles import KEPT, spelling

# Bullets, numbers and pictures in front of a line, and marks of Markdown around its words.
BULLET = re.compile(
    "(?:[\\s>*_#+\u2022\u25e6\u2023\u00b7-]|\\[[ xX]?\\]|[0-9]\ufe0f?\u20e3"
    "|[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff])*"
)
NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
MARKS = re.compile(r"\*\*|__|(?<=[:\s])\*(?=\s)")
DAY_WORD = re.compile(
    rf"(?P<word>{A_WORD}|\d\.?ª(?:[ -]feira)?)[.,]{{0,2}}"
    r"(?=(?P<end>\s*[:\uff1a\u2013\u2014-])|\s|$)"
)
# A word in front of it: "Good Friday: off".
PREFIXED = re.compile(rf"[^\W\d_]+ (?P<word>{A_WORD})(?=(?P<end>\s*:))")
# A weekday behind its date.
BEHIND = re.compile(
    rf"[,\s]*(?:[(\uff08](?P<within>{A_WORD})[)\uff09]"
    rf"|\(?(?P<word>{A_WORD})\)?[.,]?(?=\s*[:\uff1a\u2013\u2014-]|\s|$))"
)
SIGNS = "(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]"
WEEKDAY_SIGNS = re.compile(f"(?P<word>{SIGNS})(?P<end>(?!))?")
END = re.compile(r"\s*[:=\uff1a\u2013\u2014|-]\s*|\s+|(?<=[日号])")
# "Day 3": of a week, whatever weekday it is.
NUMBERED = re.compile(
    rf"(?P<word>{A_WORD}) ?(?P<number>[1-7])(?!\d)(?=(?P<end>\s*[:\uff1a\u2013\u2014-])|\s|$)"
)
# What tells a day from the first word of a sentence: a sign behind it, or a wide gap.
APART = re.compile(r"\w[.,]{0,2}(?:\s*[:\uff1a\u2013\u2014-]|\t| {2})")
# The time of day in front of a run.
CLOCK = re.compile(
    r"(?i)(?:0[4-9][0-5]\d ?(?:h|hrs)?|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?)(?:\s+|\s*[:\u2013-]\s*)"
)
# What stands in brackets between a day and its colon.
ASIDE = re.compile(r"^\([^()]*\)\s*:\s*(?=\S)")
DASH = re.compile(r"\s*[\u2013\u2014-]\s*")
# Letters of a weekday that is alone in its line, above its run.
HEADING = 3
# The words of a sentence in front of a date: "And on Monday 5 April:".
JOINS = r"(?i)(?:«and|on»\s+)+"


@lru_cache(maxsize=KEPT)
def readings_of(text: str) -> Mapping[str, tuple[str, str, bool]]:
    """Return date and title of a line by the weekday that it can begin with, or by none."""
    plain = bare(text)
    found = _beginnings(plain) or _beginnings(
        BULLET.sub("", NUMBER.sub("", plain, count=1), count=1)
    )
    joins = None if found else worded(JOINS).match(plain)
    dated = _beginnings(plain[joins.end() :]) if joins else {}
    return found or {word: read for word, read in dated.items() if read[0]}


def bare(text: str) -> str:
    """Return a line without bullets, boxes and pictures in front of it, nor marks of Markdown."""
    return MARKS.sub("", BULLET.sub("", text, count=1))


def _beginnings(text: str) -> dict[str, tuple[str, str, bool]]:
    found = {}
    for pattern in (WEEKDAY_SIGNS, DAY_WORD, PREFIXED):
        match = pattern.match(text)
        word = spelling(match["word"]) if match else ""
        if match and word in all_weekdays():
            rest = text[match.end() :]
            rest = f" {rest.lstrip()}" if pattern is WEEKDAY_SIGNS else rest
            day, title = date_and_title(rest)
            signs = " ," if day else " "  # "Mon," is the first cell of a row
            alone = not text[match.end("word") :].strip(signs).removeprefix(day).strip(" :")
            heading = alone and len(match["word"]) >= HEADING
            # A cell of a table: nothing of a message stands right behind its date.
            listed = "," in title  # "Tuesdays: 26/4 8x400, then 6x800"
            if heading or (title and (listed or not (match["end"] and leading_date(title)))):
                sure = bool(heading or day or APART.match(text, match.end("word") - 1))
                found[word] = day, title, sure
            break
    number = NUMBERED.match(text)
    if number and meaning(number["word"])[0] == "day":
        day, title = date_and_title(text[number.end() :])
        found["" if day else number["number"]] = day, title, True
        return found
    day, title = date_and_title(f" {text}")
    behind = BEHIND.match(text, len(day)) if day else None
    word = spelling(behind["within"] or behind["word"]) if behind else ""
    if behind and word in all_weekdays():
        found[word] = day, date_and_title(f" {text[behind.end() :].lstrip()}")[1], True
    elif day and title:
        found[""] = day, title, True
    return found


def date_and_title(text: str) -> tuple[str, str]:
    """Split what follows a weekday, or stands in its place, into a date and a title."""
    plain = text.lstrip()
    day = leading_date(plain) if plain != text else ""
    end = END.match(text if not day else plain, len(day))
    title = (text if not day else plain)[end.end() :].strip().lstrip("*_ ") if end else ""
    title = ASIDE.sub("", title, count=1)
    if DASH.fullmatch((plain if day else text)[len(day) :]):
        title = "-"  # a rest, or the run stands in the next line
    return day, title[clock.end() :] if (clock := CLOCK.match(title)) else title
