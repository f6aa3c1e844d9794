"""What the numbers of a plan count: kilometres, miles, metres, minutes or hours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from runtall.importers.words.languages import (
    CODES,
    LETTER,
    NEVER,
    any_of,
    joining,
    language,
    own,
    pattern_of,
)
from runtall.importers.words.titles import spelling

METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0, "mil": 10_000.0}
NUMBER = r"(?P<low>\d{1,6}(?:\.\d{1,6})?)(?: ?- ?(?P<high>\d{1,6}(?:\.\d{1,6})?))?"
# What every language writes.
SHORT = {
    "km": r"kms?|k",
    "mi": r"mi|miles?",
    "m": r"m(?! tempo\b)",
    "min": r"min|mins|'",
    "h": r"h|hrs?",
}
# A pace is named by a distance, but is none: "5k pace", "mile effort".
NO_PACE = r"(?! ?-?(?:race )?(?:pace|effort)\b)"
# In front of a pace or a share.
AS_PACE = re.compile(r"(?:@|\bat|%|%\s?of|/)\s*$")
# What says that a length isn't exact.
ABOUT = r"ca\.?|about|circa|cirka|etwa|environ|okolo|unos|cerca de"
# A unit of Latin letters ends with its word.
END = "(?:(?<=[\u3400-\u9fff])|(?![a-z0-9%]))"
# A number stands alone: no part of a word, a time or another number.
START = r"(?<![a-z0-9_.:/])"
# No plan of a marathon has days of more miles, nor of so many minutes.
MOST_MILES, MOST_MINUTES = 28, 241
# A length at the beginning of a title; so many are no chance.
IN_M, FEWEST_IN_M = re.compile(r"\d{1,2}(?:\.\d)? ?m\b"), 4
SMALL = re.compile(r"(?<![\w.:])(?<!x )(?<!x)(\d{1,3}) ?m\b(?! tempo)(?!\.? ?(?:hill|stride|jog))")
UNIT_WORDS = {
    "km": re.compile(
        rf"(?<!x )(?<!x)\b\d+(?:[.,]\d+)? ?(?:km|kms|kilomet\w+)(?!{LETTER})|\d(?:公里|千米)"
    ),
    "mi": re.compile(rf"(?<!x )(?<!x)\b\d+(?:[.,]\d+)? ?(?:mi|miles?)(?!{LETTER})"),
}
# Each begins with its letter, so that a search passes quickly over all others.
# "8k", "24k"; 5k, 10k and shorter ones are paces, races and repetitions in miles, too.
KM = re.compile(
    r"k(?<![^\W\d]k)(?:ms?|ilomet\w+)\b|公里"
    r"|k(?:(?<=[^\d.][6-9]k)|(?<=[^\d.:][1-4]\dk)(?<!10k))\b"
)
MI = re.compile(r"m(?:(?<=\dm)|(?<=\d m))(?:i|iles?)\b|m(?<!\wm)(?:iles?|ileage|in/mi|ph)\b|英里")
# Lengths of races as bare numbers, in each unit.
RACES = {
    "km": re.compile(r"[24](?<![\d.:].)(?:(?<=4)2\.[12]|(?<=2)1\.(?:1|097))\d*(?![\d:])"),
    "mi": re.compile(r"[12](?<![\d.:].)(?:(?<=2)6\.2|(?<=1)3\.1)\d*(?![\d:])"),
}
# A unit that counts nothing: "Km unless stated", "distances in miles", "k's, not miles".
BARE = r"(?<![\d/])(?<!\d )(?<!per )(?<!not )\b"
SAID = {
    "km": re.compile(BARE + r"(?:kms?|k['\u2019]?s|kilomet\w+)\b|公里"),
    "mi": re.compile(BARE + r"miles?\b|英里"),
}


@dataclass(frozen=True, eq=False)
class Units:
    """How lengths are written in one plan.

    Parameters
    ----------
    languages
        That of the plan first.
    m
        What ``m`` behind a small number means: ``mi`` or ``min``.
    """

    languages: tuple[str, ...] = CODES
    m: str = "mi"

    def _words(self, unit: str) -> str:
        codes = own(self.languages)
        words = (spelling(word) for code in codes for word in language(code).lengths.get(unit, []))
        longest = sorted(words, key=len, reverse=True)
        return "|".join([*map(re.escape, longest), *([SHORT[unit]] if unit in SHORT else [])])

    @cached_property
    def distance(self) -> re.Pattern[str]:
        """A distance with its unit, in the group ``km``, ``mi`` or ``m``."""
        km = rf"(?P<km>(?:{self._words('km')}){NO_PACE})"
        mi = rf"(?P<mi>mile{NO_PACE}|(?!mile\b)(?:{self._words('mi')}))"
        mil = rf"(?P<mil>{self._words('mil') or NEVER.pattern})"
        m = rf"(?P<m>{self._words('m')})"
        return re.compile(rf"{START}{NUMBER} ?-?(?:{km}|{mi}|{mil}|{m}){END}")

    @cached_property
    def minutes(self) -> re.Pattern[str]:
        """Minutes."""
        words = self._words("min") + ("|m" if self.m == "min" else "")
        return re.compile(rf"{START}{NUMBER} ?-?(?:{words}){END}(?!:\S)")

    @cached_property
    def hours(self) -> re.Pattern[str]:
        """Hours, and the minutes behind them."""
        both = f"(?: ?(?:{joining('and')}))?"
        return re.compile(
            rf"{START}(?P<h>\d{{1,2}}(?:\.\d{{1,2}})?) ?-?(?:{self._words('h')})"
            r"(?:(?<=[\u3400-\u9fff])|(?![a-z]))"
            rf"{both}(?: ?(?P<m>\d{{1,2}}) ?(?:m|{self._words('min')})?(?![a-z0-9]))?"
        )

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """Hours and minutes with a colon."""
        return re.compile(
            rf"{START}(?P<h>\d{{1,2}}):(?P<m>[0-5]\d) ?(?:{self._words('h')})(?![a-z])"
        )

    @cached_property
    def named(self) -> re.Pattern[str]:
        """A word for a run and a bare number: "long 30", or `usual` as in "easy 8"."""
        long, short, run = ("|".join(map(self._pattern, names)) for names in (
            ("medium_long", "long"), ("easy", "recovery"), ("run",)
        ))  # fmt: skip
        words = rf"{long}|(?P<usual>(?:{short})(?: (?:{run}))?|(?:{run}))"
        return re.compile(rf"(?:{words}) {NUMBER}(?=$|[ ,;+)](?! ?(?:x ?\d|[ap]m\b)))")

    def _pattern(self, category: str) -> str:
        return pattern_of(category, *own(self.languages))

    def of(self, category: str) -> re.Pattern[str]:
        """Return what finds words of a category in the plan's language or in English."""
        return any_of(own(self.languages), category)

    @cached_property
    def total_before(self) -> re.Pattern[str]:
        """What says, in front of a length, that it is that of the whole run."""
        return re.compile(rf"(?:{self._pattern('total')})(?: of|:)? ?$|= ?$")

    @cached_property
    def total_behind(self) -> re.Pattern[str]:
        """The same behind a length."""
        return re.compile(rf" (?:{self._pattern('total')})")

    @cached_property
    def pace_before(self) -> re.Pattern[str]:
        """What says, in front of a clock, that it is a pace."""
        return re.compile(rf"{AS_PACE.pattern}|(?:{self._pattern('pace')}) ?$")

    @cached_property
    def part_ahead(self) -> re.Pattern[str]:
        """What says, in front of a length, that it is that of a part: "warm up 2 km"."""
        names = ("part_ahead", "part_behind", "warm_up")
        words = "|".join(map(self._pattern, names))
        return re.compile(rf"(?:{words})[ :(-]{{0,3}}$")

    @cached_property
    def containing(self) -> re.Pattern[str]:
        """What says, in front of a length, that a run has a part of it: "with 5 km at pace"."""
        words, the = (joining(name, codes=own(self.languages)) for name in ("containing", "the"))
        return re.compile(rf"(?<![a-z])(?:{words})[.:]?(?: (?:{the}|{ABOUT}))?[ :(]{{0,2}}$")

    def is_part_behind(self, after: str) -> bool:
        """Return whether the words behind a length say the same: "2 km easy first"."""
        return bool(self._said_behind.search(after) and self._part_behind.match(after))

    @cached_property
    def _said_behind(self) -> re.Pattern[str]:
        return any_of(own(self.languages), "part_behind", self._pattern("warm_up"))

    @cached_property
    def _part_behind(self) -> re.Pattern[str]:
        easy, run = map(self._pattern, ("easy", "run"))
        said = self._said_behind.pattern
        return re.compile(rf" ?\(?(?:(?:{easy}|{run}) )?(?:{said})(?! ?\d)")


@lru_cache(maxsize=64)
def units_in(languages: tuple[str, ...], m: str = "mi") -> Units:
    """Return the units of a plan in these languages, compiled once."""
    return Units(languages, m)


def begin_with_m(titles: Iterable[str]) -> bool:
    """Return whether some different titles begin with their length in ``m``: ``5 m run``."""
    return sum(IN_M.match(title) is not None for title in {*titles}) >= FEWEST_IN_M


def meaning_of_m(titles: Iterable[str]) -> str:
    """Say what ``m`` means in a plan: minutes where it can't be miles.

    It can't in a plan of kilometres, where somebody would run further than any plan has it, or
    where a plan of miles has nothing but fives.
    """
    words = "\n".join(map(spelling, titles))
    small = [int(number) for number in SMALL.findall(words)]
    if not small:
        return "mi"
    far = any(MOST_MILES < number < MOST_MINUTES and number % 100 for number in small)
    fives = all(number % 5 == 0 for number in small)
    in_minutes = far or UNIT_WORDS["km"].search(words) or (fives and UNIT_WORDS["mi"].search(words))
    return "min" if in_minutes else "mi"


def unit_said(lines: Iterable[str]) -> str:
    """Return ``km`` or ``mi`` where words about a plan name one of them and no number."""
    text = "\n".join(line[:200] for line in lines).lower()
    units = [unit for unit, pattern in SAID.items() if pattern.search(text)]
    return units[0] if len(units) == 1 else ""


def unit_of(cells: Iterable[str]) -> str:
    """Return ``km`` or ``mi`` where the words of a table say it, else by its race; else empty."""
    text = "\n".join(cell[:200] for cell in cells if cell).lower().replace(",", ".")
    counts = {"km": len(KM.findall(text)), "mi": len(MI.findall(text))}
    if counts["km"] != counts["mi"]:
        return max(counts, key=lambda unit: counts[unit])
    races = {unit: len(pattern.findall(text)) for unit, pattern in RACES.items()}
    if races["km"] != races["mi"]:
        return max(races, key=lambda unit: races[unit])
    return ""
