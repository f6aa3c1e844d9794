"""Runs that are a length at a pace and nothing else: easy where the plan has no slower pace."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runtall.importers.kinds.features import Features
from runtall.importers.words.titles import spelling

# A pace that is at least this share of the plan's slowest is an easy one; those of marathons and
# of all that is faster aren't.
SLOW = 0.88
PACE = r"(?<![\d:.])\d{1,2}:[0-5]\d(?![\d:])"
RANGE = rf"{PACE}(?: ?- ?{PACE})?"
MARKED = re.compile(rf"@ ?~?{RANGE}|{RANGE}(?= ?(?:min ?)?/ ?(?:km?|mi)\b)")
SPEED_UNIT = r"(?:mph|kph|km ?/ ?h)\b"
A_SPEED = rf"\d\d?(?:\.\d)? ?{SPEED_UNIT}"
ALONE = re.compile(
    r"[\d.,]+(?: ?- ?[\d.,]+)? ?(?:kms?|k|mi|miles?|min\w*|m|')?,? ?(?:@|at|a|bei|in|om)? ?~?"
    rf"(?:(?P<pace>{RANGE}) ?(?:min ?)?(?:/ ?(?:km?|mi))?(?: pace)?"
    rf"|(?P<speed>{A_SPEED})(?:,? ?[\d.]+ ?%)?)"
)
# What every pace and every speed has.
SIGN = re.compile(r"[:/]|ph")
SPEED = re.compile(rf"\b(?:kph|km/h|mph):? ?(\d\d?(?:\.\d)?)|(\d\d?(?:\.\d)?) ?{SPEED_UNIT}")


def easy_paces(titles: Iterable[str], languages: tuple[str, ...]) -> frozenset[str]:
    """Return those titles that are a length at a slow pace or speed, where others are faster.

    Strides behind it don't count.
    """
    plain = {title: words for title in titles if SIGN.search(words := spelling(title))}
    found: set[str] = set()
    for group, named in (("pace", MARKED), ("speed", SPEED)):
        paces = [_seconds(one[0]) for title in plain.values() for one in named.finditer(title)]
        whole = filter(None, map(ALONE.fullmatch, plain.values()))
        paces += [_seconds(one[group]) for one in whole if one[group]]
        slow = SLOW * max(paces, default=0)
        if not any(pace < slow for pace in paces):
            continue
        for title, words in plain.items():
            one = ALONE.fullmatch(Features.of(words, languages[0], languages).text)
            if one and one[group] and _seconds(one[group]) >= slow:
                found.add(title)
    return frozenset(found)


def gets_faster(title: str) -> bool:
    """Return whether a title has a pace or a speed that is clearly faster than another of it."""
    plain = spelling(title)
    if not SIGN.search(plain):
        return False
    for named in (MARKED, SPEED):
        paces = [pace for one in named.finditer(plain) if (pace := _seconds(one[0]))]
        if paces and min(paces) < SLOW * max(paces):
            return True
    return False


def _seconds(pace: str) -> float:
    """Return the slow end of a pace, in seconds; of a speed, those of its unit."""
    found = [60 * int(m) + int(s) for m, s in re.findall(r"(\d+):(\d+)", pace)]
    speed = 0 if found else float(re.findall(r"\d+(?:\.\d+)?", pace)[0])
    return 3600 / speed if speed else max(found, default=0)
