"""Weekdays as words of any language: alone, joined for one run, as a range."""

from __future__ import annotations

import re
from functools import cache

from runtall.documents.values import NAMES
from runtall.importers.days.dates import A_WORD
from runtall.importers.days.names import languages
from runtall.importers.words.languages import IDEOGRAPH, Language, joining
from runtall.importers.words.titles import spelling

DIGITS = "1234567"
# Letters of a weekday that can be another word: "sun", "mar".
SHORTEST = 3


def join() -> str:
    """Return a pattern for what joins two weekdays."""
    return between("[/&+,\u2013-]", "and", "to")


def between(signs: str, *words: str) -> str:
    """Return a pattern for signs and small words between two weekdays."""
    return rf"\s*(?:{signs}|\b(?:{joining(*words)})\b)\s*"


def is_weekday(word: str) -> bool:
    """Return whether a word of three letters and more is a weekday in any language.

    One of three is so with a capital only: "sun cream".
    """
    named = len(word) > SHORTEST or (len(word) == SHORTEST and word[0].isupper())
    return named and spelling(word) in all_weekdays()


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
    day = rf"{A_WORD}"
    for found in re.finditer(rf"{day}(?:(?:{join()}|,\s*){day})+", words):
        parts = re.split(rf"({join()}|,\s*)", found.group())
        days = [weekday_called(word, codes) for word in parts[::2]]
        known = [one for one in days if one is not None]
        if len(known) < len(days):
            continue
        ranges = re.fullmatch(between("[\u2013-]", "to"), parts[1])
        if ranges and len(known) == 2:
            known = [(known[0] + step) % 7 for step in range((known[1] - known[0]) % 7 + 1)]
        return known, f"{words[: found.start()]} {words[found.end() :]}"
    return None


def weekdays_called(words: str) -> list[int]:
    """Return the weekdays that words name and nothing else, joined: ``Monday and Friday``."""
    plain = [spelling(word) for word in re.split(join(), words)]
    readings = ([weekdays_in(one).get(word) for word in plain] for one in languages())
    return next(
        ([day for day in days if day is not None] for days in readings if None not in days), []
    )


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
