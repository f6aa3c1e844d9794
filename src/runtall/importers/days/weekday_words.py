"""Weekdays as words of any language: alone, joined for one run, as a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from runtall.documents.values import NAMES
from runtall.importers.days.dates import A_WORD
from runtall.importers.days.names import languages
from runtall.importers.words.languages import IDEOGRAPH, Language, worded
from runtall.importers.words.titles import ACCENT, spelling

DIGITS, DAYS = "1234567", "一二三四五六日天"
# Letters of a weekday that can be another word: "sun", "mar".
SHORTEST = 3

# Chinese weekdays with one run, joined by a sign or a word, or by nothing.
IDEOGRAPHIC = re.compile(
    r"(?P<week>周|週|星期|礼拜|禮拜)(?P<days>[一二三四五六日天]"
    r"(?:\s*[、,\uff0c/和与及跟]?\s*(?P=week)?[一二三四五六日天])+)(?=\s*[:\uff1a\u2013\u2014-])"
)
# A word with an accent behind it.
ACCENTED = re.compile(rf"\b([^\W\d_]{{4,20}}){ACCENT.pattern}", re.I)
# What joins two weekdays, or makes a range of them.
JOIN = r"\s*(?:[/&+,\u2013-]|\b«and|to»\b)\s*"
RANGE = r"\s*(?:[\u2013-]|\b«to»\b)\s*"


def with_commas(line: str) -> str:
    """Return a line with commas between its Chinese weekdays, each by its full name."""

    def named(found: re.Match[str]) -> str:
        return ",".join(f"{found['week']}{day}" for day in found["days"] if day in DAYS)

    return IDEOGRAPHIC.sub(named, line)


def is_weekday(word: str) -> bool:
    """Return whether a word of three letters and more is a weekday in any language.

    One of three is so with a capital only: "sun cream".
    """
    named = len(word) > SHORTEST or (len(word) == SHORTEST and word[0].isupper())
    return named and spelling(word) in all_weekdays()


def with_accents(text: str) -> str:
    """Return a text without the signs that are typed as accents of weekdays: ``lunedi': 8 km``."""
    return ACCENTED.sub(lambda one: one[1] if is_weekday(one[1]) else one[0], text)


def weekday_called(word: str, codes: tuple[str, ...]) -> int | None:
    """Return the weekday of a word of three letters and more in some languages, else None.

    A small word is none without a capital: "mit", "die".
    """
    plain = spelling(word)
    known = (
        weekdays_in(one).get(plain)
        for one in languages()
        if one.code in codes and not (word.islower() and plain in one.words.get("tell", ()))
    )
    return next((day for day in known if day is not None), None) if len(word) > 2 else None


def weekdays_joined(words: str, codes: tuple[str, ...]) -> tuple[list[int], str] | None:
    """Return the weekdays that words join for one run, and the words without them, if they do.

    As "take Thu, Fri, Sat off" does, or "Mon to Wed off".
    """
    for found in worded(rf"{A_WORD}(?:{JOIN}{A_WORD})+").finditer(words):
        parts = worded(f"({JOIN})").split(found.group())
        if known := with_between([weekday_called(word, codes) for word in parts[::2]], parts[1::2]):
            return known, f"{words[: found.start()]} {words[found.end() :]}"
    return None


def with_between(days: Sequence[int | None], signs: Sequence[str]) -> list[int]:
    """Return joined weekdays with those between the ends of a range; none if any is unknown."""
    known = [day for day in days if day is not None]
    found = known[:1]
    for day, sign in zip(known[1:], signs, strict=len(known) == len(days)):
        steps = (day - found[-1]) % 7 if worded(RANGE).fullmatch(sign) else 1
        found += [(day - left) % 7 for left in reversed(range(steps))]
    return found if len(known) == len(days) else []


def weekdays_called(words: str) -> list[int]:
    """Return the weekdays that words name and nothing else, joined: ``Monday and Friday``."""
    first, *more = worded(f"({JOIN})").split(words)
    plain, signs = [spelling(word) for word in (first, *more[1::2])], more[::2]
    readings = ([weekdays_in(one).get(word) for word in plain] for one in languages())
    return next(filter(None, (with_between(days, signs) for days in readings)), [])


def is_every(line: str) -> bool:
    """Return whether a line begins with a weekday of all weeks: ``Mondays - rest``."""
    first = re.match(rf"\W*({A_WORD})", line)
    return first is not None and spelling(first[1]) in {f"{name}s" for name in NAMES}


def on_or_before(day: date, weekday: int) -> date:
    """Return a day if it is on a weekday, else the last one before it that is."""
    return day - timedelta((day.weekday() - weekday) % 7)


def on_or_after(day: date, weekday: int) -> date:
    """Return a day if it is on a weekday, else the next one that is."""
    return day + timedelta((weekday - day.weekday()) % 7)


@cache
def weekdays_in(language: Language) -> dict[str, int]:
    """Return the weekdays of a language but for single letters, and English plurals."""
    plurals = {f"{name}s": day for day, name in enumerate(NAMES)}
    words = language.weekdays.items()
    known = {word: day for word, day in words if len(word) > 1 or IDEOGRAPH.match(word)}
    numbers = {digit: day for day, digit in enumerate(DIGITS)}
    return known | numbers | (plurals if language.code == "en" else {})


@cache
def all_weekdays() -> frozenset[str]:
    """Return the weekdays of every language."""
    return frozenset(word for language in languages() for word in weekdays_in(language))
