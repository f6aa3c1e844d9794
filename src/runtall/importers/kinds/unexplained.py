"""What else is to be had from a title that no word explains, or only a weak one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache

from runtall.domain.run_plan import RunKind
from runtall.importers.kinds.classify import FOREIGN, LONGEST, kind_alone
from runtall.importers.kinds.features import LENGTH, Features
from runtall.importers.kinds.kind_words import CLOCK, RUNNING, WORD
from runtall.importers.words.languages import (
    CODES,
    IDEOGRAPH,
    any_of,
    everywhere,
    language,
    own,
    unit_words,
    vocabulary,
    worded,
    words_of,
)
from runtall.importers.words.mistyped import is_mistyped
from runtall.importers.words.titles import KEPT, spelling

# A letter that stands several times at the end of a word.
TWICE = re.compile(r"(.)\1+$")
# How alike a mistyped word is to the one that was meant.
CLOSE = 0.82
# A word of a pattern that is whole.
WHOLE = re.compile(r"\\b([^\W\d_]{4,})\\b")
# Letters of a word that is known with one too few or many.
LONG = 6
# "Mum's 60th".
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
# Numbers, of a range both ends at once, and the sign of a pace.
NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*(?: ?- ?\d+(?:[.,:]\d+)*)?")
# An hour in the evening, behind words that say nothing of a run.
EVENING = re.compile(r"(?<=[a-z] )(?:1[6-9]|2[0-3]):[0-5]\d$")
# A share of some pace or pulse at which a run is easy.
LOW_SHARE = re.compile(r"(?:\b[5-7]\d ?- ?)?\b[5-7]\d ?%")
AT = re.compile(r"@|\d ?%|\d ?x\b|\bx ?\d")


def is_no_run(text: str, languages: tuple[str, ...] = CODES) -> bool:
    """Return whether unknown words have nothing of a run: no number, or a date with a dentist."""
    words = spelling(text)[:LONGEST]
    asked = WORD.search(words) and not LENGTH.match(words)
    known = asked and any(_no_run(words, code) for code in languages)
    others = any_of(own(languages), "others").search(words)
    return bool(known or others) or not re.search(
        r"\d", ORDINAL.sub(" ", EVENING.sub(" ", worded(CLOCK).sub(" ", words)))
    )


def unknown_words(text: str, languages: tuple[str, ...]) -> str:
    """Return the words of a title that neither its language nor English knows.

    Numbers, units and words of one or two letters are known.
    """
    words = LENGTH.sub(" ", spelling(text)[:LONGEST])
    for code in own(languages):
        words = unit_words(code).sub(" ", vocabulary(code).sub(" ", words))
    return " ".join(WORD.findall(words))


def meant_words(text: str, languages: tuple[str, ...]) -> str:
    """Return unknown words that look like mistyped ones: ``tempoo, did you mean tempo?``."""
    known = _known_words(own(languages))
    words = [word for word in WORD.findall(spelling(text)[:LONGEST]) if word not in known]
    if not words:
        return ""
    unknown = unknown_words(text, languages).split()
    # A word that may have any ending is known with a letter twice at its end, too.
    odd = [word for word in words if word in unknown or TWICE.sub(r"\1", word) in known]
    near = ((word, _near(word, own(languages))) for word in odd)
    return "; ".join(f"{word}, did you mean {to}?" for word, to in near if to)


def as_meant(text: str, languages: tuple[str, ...]) -> str:
    """Return a title with its unknown words as they are meant, where they are surely mistyped."""
    known, meant = _known_words(own(languages)), spelling(text)[:LONGEST]
    for word in unknown_words(text, languages).split():
        found = {one for one in known if len(word) >= FOREIGN and is_mistyped(word, one, LONG)}
        meant = meant.replace(word, found.pop()) if len(found) == 1 else meant
    return meant if meant != spelling(text)[:LONGEST] else text


@cache
def _known_words(codes: tuple[str, ...]) -> frozenset[str]:
    """Return the words of training that some languages have, without those of several parts.

    Of other sports also those that stand as whole words in patterns: "cross" but for the country.
    """
    spoken = (everywhere(), *map(language, codes))
    whole = (WHOLE.findall(one) for some in spoken for one in some.patterns.get("cross", ()))
    return frozenset(
        word
        for found in spoken
        for category in (*RUNNING, "intervals", "rest", "cross", "strength")
        for word in (spelling(word).rstrip("*") for word in found.words.get(category, ()))
        if word.isalpha()
    ).union(*whole)


@lru_cache(maxsize=KEPT)
def _near(word: str, codes: tuple[str, ...]) -> str:
    """Return the known word of which this one has nearly the letters, or all in another order."""
    known, letters = _known_words(codes), sorted(word)
    again = next((one for one in known if sorted(one) == letters), "")
    return again or "".join(get_close_matches(word, known, n=1, cutoff=CLOSE))


def may_rest(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether rest is the other choice to something unknown: "X 45 min or off"."""
    parts = any_of(languages[:2], "or", " / ").split(spelling(text)[:LONGEST], maxsplit=1)
    if len(parts) == 1:
        return False
    kinds = [kind_alone(part.strip(" ,.;:/()-"), languages).kind for part in parts]
    return sorted(kinds) == ["", RunKind.REST]


def has_parts(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a title has a pace, or numbers beside one length, as hard runs have.

    Strides, times of day and shares under 80 % don't count.
    """
    words = LOW_SHARE.sub(" ", worded(CLOCK).sub(" ", spelling(text)[:LONGEST]))
    kept = Features.of(words, languages[0], languages).text
    pace = any_of(own(languages), "pace").search(kept)
    return len(NUMBERS.findall(kept)) > 1 or bool(AT.search(kept) or pace)


def has_strides(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a title names strides."""
    return bool(any_of(own(languages), "strides").search(spelling(text)[:LONGEST]))


def _no_run(words: str, code: str) -> bool:
    return any(
        len(found.group()) >= FOREIGN or IDEOGRAPH.search(found.group())
        for found in words_of(code, "no_run").finditer(words)
    )
