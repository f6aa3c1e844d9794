"""The words of a title that say something, found in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from runtall.importers.words.languages import (
    LETTER,
    either,
    joining,
    own,
    pattern_of,
    worded,
    words_of,
)

Found = re.Match[str]
# A length, in units that every language knows.
LENGTH = re.compile(
    r"(?<![\w.:])\d+(?:[.,]\d+)?(?: ?- ?\d+)? ?(?:km|k|mi|miles?|min(?:ute)?s?|h|hrs?|m|')(?![a-z])"
    r"|(?<![\w.:])\d{1,2}:\d\d"
    "|\\d ?(?:\u516c\u91cc|\u5206\u949f?|\u5343\u7c73|\u5c0f\u65f6)"
)
# One that no strength session has.
DISTANCE = re.compile(r"(?<![\w.:])\d+(?:[.,]\d+)? ?(?:km|k|mi|miles?)(?![a-z])")
# Repetitions that only a runner does: so far, or at a pace.
RUN_REPETITION = re.compile(
    r"\d ?x ?\(?\d+(?:[.,]\d+)? ?(?:km|k\b|mi\b|miles?\b|(?<=\d\d)m\b|(?<=\d\d) m\b)"
    r"|\d ?x ?\(?\d{3,}|\d ?x ?\d\.\d(?! ?(?:kg|lbs?|min|s|h)\b)"
)
SETS = re.compile(
    r"(?<![\d.,])[1-9] ?x ?[1-3]?\d(?: ?- ?\d\d?)?(?!\d|[.,]\d|'| ?(?:km|k|mi|min|h|m)\b)"
)
# "Easy, tempo" are two things, "easy, tempo 6:00" is one.
PARTED = re.compile(r"[,;/+&]")
PACE_BEHIND = re.compile(r"[ :~@]{1,3}\d{1,2}:\d\d")
CLAUSE = re.compile(r"[,.;:] ")
# So few seconds, a few times and behind something else, that they are strides.
FEW_SECONDS = (
    r"(?<=\S)(?:[ ,+&(:@]+| (?:w|and|plus|incl) ?/? ?)(?<!\d)"
    r"(?:(?:[2-9]|10) ?x ?(?:[5-9]|1\d|20|25)|[2-4] ?x ?30) ?"
    r"(?:s(?:e[ckg]\w*)?\b|\"|''|秒)(?! ?[/-]| (?:up)?hills?)(?:@\d+)?"
)
# Beside the word for strides these are what it means: "easy + strides, 8 mi 8 x 100 m".
SHORT_REPEATS = re.compile(r"(?<![\d.])\d{1,2} ?x ?(?:[4-9]\d|1[0-2]\d) ?m\b")
# They are strides behind an easy run, too, where nothing follows: "easy 8 km, 16 x 100 m".
SHORT_M = (
    r"(?:(?:[4-9]\d|1[0-2]\d) ?(?:m(?:et(?:er|re)s?)?\b|\u7c73)"
    r"|(?:[6-9]\d|1[0-2]0)(?![\d\"']|[.,:]\d| ?(?:m|s|sec\w*|min\w*|h|k|km|mi)\b))"
)
SHORT_AT_LAST = (
    r"(?<=\S)(?:[ ,+&(:]+| (?:w|with|and|plus|incl\w*|mit|avec|con|met|med|z) ?/? ?)"
    rf"(?<![\d.,])(?P<count>\d{{1,2}}) ?x ?{SHORT_M}"
)
# Only so many of them, unless the run is longer than to warm up.
FEW = 6
SHORT_EASY = re.compile(
    r"\b(?:[1-4](?:\.\d)? ?(?:km|k)|[12](?:\.\d)? ?(?:mi|miles?)|1?\d ?(?:min\w*|'))(?![a-z])"
)
# Runs that have strides at their end.
WITH_STRIDES = ("easy", "run", "recovery")
# What a run may be before or after.
BESIDE = ("long", "cross", "strength", "race", "marathon", "no_run")
ARTICLE = re.compile(rf" {LETTER}{{1,4}} ")
# What may stand before the word that a title begins with.
BEFORE_START = re.compile(rf"(?:[\d\W]|(?<=\d)(?: ?(?:x|km|k|h|u|t|min|mins|{LETTER}{{1,3}}\b)))*")
# The sign of a pace that a race is run at, in place of its words.
RACE_PACE = "@rp"
# The sign of one that is slower, and so easy; abbreviations of paces in every language.
SLOW_PACE = "@slow"
PACES = r"\b(?:[hp]?mp|gmp|rp|mrt|as ?42|rm|tm|mf|mt|rg|goal(?: pace)?|target)\b"
SHORT_WORD = r"(?:[ -]\w{1,3}){0,2}[ -]"
# What denies the word before it: "fartlek-free".
FREE = r" ?-? ?«free»\b"
# A pace to keep, beside words that say it is easy: "Tempo zwischen 5:40 und 6:10".
PACE_BETWEEN = r" «between» \d:\d\d"


@cache
def _aside(code: str) -> re.Pattern[str]:
    """Find strides with their numbers, and whatever else only confuses."""
    strides, quick = pattern_of("strides", code), pattern_of("quick", code)
    numbered = (
        r"(?:(?<![a-wyz\d])\d+(?: ?- ?\d+)? ?x ?)?"
        r"(?:(?<![a-wyz\d])\d+(?: ?- ?\d+)? ?(?:m|met\w*|s|sec|secs|seconds?|yards?)?\.? ?)?"
        rf"(?:(?:relaxed|easy|short|hill|{quick})[ -])*(?:(?<=\dx )\w+ )?(?:{strides})"
        r"(?:[:(, ]+\d+ ?x ?(?:\d+ ?(?:m|s\w*|\"|'')|(?:[1-9]\d|1\d\d|200)(?!\d))(?:@\d+)?\)?)?"
        # A pace or a pulse behind them is theirs.
        rf"(?: *(?:@|{joining('at')}) *(?:{RACE_PACE}|{PACES}|(?=\d))"
        r"(?: *\d+(?:[-:]\d+)*(?: ?bpm)?)?)?"
    )
    few = rf"{FEW_SECONDS}(?:,? (?:{quick}))?"
    return either([numbered, few, pattern_of("ignore", code)])


def _without_beside(text: str, code: str) -> str:
    """Leave out what a run is only before or after: "5 km before the match"."""
    for one in reversed(list(words_of(code, "beside").finditer(text))):
        starts = [gap.end() for gap in (ARTICLE.match(text, one.end()),) if gap] + [one.end() + 1]
        found = (words_of(code, name).match(text, at) for at in starts for name in BESIDE)
        if other := next(filter(None, found), None):
            text = f"{text[: one.start()]} {text[other.end() :]}"
    return text


@cache
def _short_at_last(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Find short repeats at the end of a title, perhaps with how they are run behind them."""
    quick = pattern_of("quick", *codes)
    return re.compile(rf"{SHORT_AT_LAST}(?:[ -]?(?:{joining('of')} )?(?:{quick}))?\)?$")


@cache
def _loose_end(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Find what is left where the end of a title was taken out."""
    small = pattern_of("tell", *codes)
    return re.compile(rf"(?:[\s,;+&(/:-]|\b(?:{small})$)+$")


@cache
def _race_pace(code: str) -> re.Pattern[str]:
    pace, name, race = (pattern_of(one, code) for one in ("pace", "marathon", "race"))
    return either(
        [
            rf"(?:{name}|{race})[ -]?(?:{pace})",
            rf"(?:{name}) race (?:{pace})",
            rf"(?:{pace}){SHORT_WORD}(?:{name}|{race})",
        ]
    )


@cache
def _slower(code: str) -> re.Pattern[str]:
    """Find how much slower than in the race: "60 s slower than marathon pace"."""
    pace, name, race = (pattern_of(one, code) for one in ("pace", "marathon", "race"))
    return re.compile(
        rf"(?:{pattern_of('slower', code)}){SHORT_WORD}"
        rf"(?:(?:{pace}){SHORT_WORD})?(?:{PACES}|{name}|{race}|{pace})(?:[ -](?:{pace}))?"
    )


@cache
def _may_confuse(code: str) -> re.Pattern[str]:
    return either([FEW_SECONDS, pattern_of("strides", code), pattern_of("ignore", code)])


@cache
def _negation(code: str) -> re.Pattern[str]:
    """Find what denies the word that follows, perhaps with a short word between them."""
    return re.compile(rf"(?:{pattern_of('negation', code)})(?: {LETTER}{{1,6}})?$")


@dataclass
class Features:
    """Words of one language in a title, by category.

    Parameters
    ----------
    code
        The language.
    text
        The title in one spelling, without what only confuses.
    codes
        Languages that it may be in as well, that of the plan first.
    """

    code: str
    text: str
    codes: tuple[str, ...] = ()
    _found: dict[str, list[Found]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, code: str, languages: tuple[str, ...] = ()) -> Features:
        """Take out strides and pauses, and mark the paces of races."""
        mine = own(languages)
        codes = tuple(dict.fromkeys((code, *mine)))
        paces = text
        for one in codes:
            if words_of(one, "slower").search(paces):
                paces = _slower(one).sub(f" {SLOW_PACE} ", paces)
        raced = words_of(code, "pace").search(paces) and any(
            words_of(code, one).search(paces) for one in ("marathon", "race")
        )
        if raced:
            paces = _race_pace(code).sub(f" {RACE_PACE} ", paces)
        aside = paces
        if any(words_of(one, name).search(aside) for one in codes for name in WITH_STRIDES):
            short = _short_at_last(codes).search(aside)  # as "easy + speed" may be meant
            if short and (int(short["count"]) <= FEW or not SHORT_EASY.search(aside)):
                aside = f"{aside[: short.start()]}, strides"
        for one in codes:
            aside = _without_beside(aside, one)
            if words_of(one, "strides").search(aside):
                aside = SHORT_REPEATS.sub(" ", _aside(one).sub(" ", aside))
            elif _may_confuse(one).search(aside):
                aside = _aside(one).sub(" ", aside)
        kept = " ".join(aside.split())
        kept = _loose_end(codes).sub("", kept) if aside != paces else kept
        kept = kept.strip(" ,;+&(/")
        if not kept:  # "6 x 100 m strides" are strides and no repetitions
            only = (words_of(one, "strides").search(paces) for one in codes)
            kept = next((found.group() for found in only if found), "")
        return cls(code, kept or text, mine)

    def find(self, category: str) -> Found | None:
        """Return the first word of a category."""
        if category in self._found:
            return next(iter(self._found[category]), None)
        return words_of(self.code, category).search(self.text)

    def starts(self, category: str) -> Found | None:
        """Return a word of a category that the title begins with, behind numbers at most."""
        pattern = words_of(self.code, category)
        return pattern.match(self.text) or pattern.match(self.text, self._start)

    @cached_property
    def _start(self) -> int:
        """Where the words begin, behind numbers."""
        start = BEFORE_START.match(self.text)
        return start.end() if start else 0

    def every(self, category: str) -> list[Found]:
        """Return all words of a category."""
        if category not in self._found:
            self._found[category] = list(words_of(self.code, category).finditer(self.text))
        return self._found[category]

    def asserted(self, category: str, *unless: str) -> Found | None:
        """Return the first word that isn't denied, nor within a longer one that means less."""
        for found, weaker in self.apart(category, *unless):
            if not (self.denied(found) or self._easy_pace(found, weaker)):
                return found
        return None

    def apart(self, category: str, *unless: str) -> Iterator[tuple[Found, list[tuple[int, int]]]]:
        """Yield the words that aren't within a longer one of other categories, and those."""
        all_found = self.every(category)
        others = [one.span() for name in unless for one in self.every(name)] if all_found else []
        for found in all_found:
            if not any(
                start <= found.start() and found.end() <= end and (start, end) != found.span()
                for start, end in others
            ):
                yield found, others

    def denied(self, found: Found) -> bool:
        """Return whether "not", "no" or the like goes with a word."""
        if worded(FREE).match(self.text, found.end()):
            return True
        before = self.text[: found.start()].rstrip(" -'")
        codes = (self.code, *self.codes[:1])
        return any(_negation(code).search(before) for code in dict.fromkeys(codes))

    def _easy_pace(self, found: Found, weaker: list[tuple[int, int]]) -> bool:
        """Return whether a word is only the "pace" beside an easy word, or a pace to keep."""
        if not words_of(self.code, "pace").fullmatch(found.group()):
            return False
        if weaker and worded(PACE_BETWEEN).match(self.text, found.end()):
            return not LENGTH.search(CLAUSE.split(self.text[: found.start()])[-1])
        paced = PACE_BEHIND.match(self.text, found.end())
        return any(
            0 <= behind - ahead <= 2 and (paced or not PARTED.search(self.text[ahead:behind]))
            for start, end in weaker
            for ahead, behind in ((end, found.start()), (found.end(), start))
        )

    @property
    def far(self) -> Found | None:
        """A length of a run."""
        return LENGTH.search(self.text)

    @property
    def running_repetitions(self) -> bool:
        """Whether something is repeated that only runners repeat."""
        return bool(RUN_REPETITION.search(self.text)) or RACE_PACE in self.text

    @property
    def sets(self) -> int:
        """How many exercises are given as sets by repetitions."""
        return len(SETS.findall(self.text))
