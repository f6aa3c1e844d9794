"""Other things to do in a calendar whose titles have a word of running: "Long weekend Wales"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from runtall.domain.run_plan import RunKind
from runtall.importers.base import Entry, Provenance
from runtall.importers.kinds.classify import classify
from runtall.importers.kinds.features import LENGTH
from runtall.importers.kinds.kind_words import CLOCK
from runtall.importers.kinds.unexplained import unknown_words
from runtall.importers.plan.decide import Decided
from runtall.importers.words.languages import CODES, any_of, own, worded
from runtall.importers.words.race_lengths import MARATHON_M, race_distance
from runtall.importers.words.titles import spelling

RUNS = set(RunKind) - {RunKind.REST, RunKind.CROSS}
HARD = {RunKind.WORKOUT, RunKind.LONG, RunKind.MEDIUM_LONG, RunKind.RACE}
# What somebody else may do whose name stands in a calendar.
OF_OTHERS = {RunKind.RACE, RunKind.CROSS}
HOUR = re.compile(r"\b\d{1,2}[:.h]\d\d\b(?! ?(?:h|min|km|mi)\b)")
# Runs of a calendar from which on it is known how its runs are written, and how many are so.
FEWEST = 4
MOST = 1 / 2
# Who trains for a marathon runs so near before it, and no longer than this behind it.
LED_TO, AFTER = timedelta(10), timedelta(14)
ROUNDED_M = 200


def last_clear_run(entries: Iterable[Entry], languages: tuple[str, ...]) -> date | None:
    """Return the last day with a run that has a number; None where too many have none."""
    meanings = [(entry, classify(entry.title, languages)) for entry in entries]
    runs = [entry for entry, meaning in meanings if meaning.kind in RUNS]
    clear = [
        entry.date
        for entry in runs
        if entry.distance_m or re.search(r"\d", entry.title) or re.search(r"\d", entry.text)
    ]
    return max(clear) if len(clear) >= max(FEWEST, MOST * len(runs)) else None


def own_marathon(entries: Sequence[Entry], languages: tuple[str, ...]) -> date | None:
    """Return the day of the marathon that a calendar's training ends with; None: there is none.

    "Grandma's Marathon" is the runner's own then; "Mum's marathon" three weeks before is not.
    """
    meanings = [(entry, classify(entry.title, languages).kind) for entry in entries]
    races = [entry for entry, kind in meanings if kind == RunKind.RACE]
    if not races:
        return None
    last = max(races, key=lambda entry: entry.date)
    whole = (race_distance(spelling(last.title)) or 0) >= MARATHON_M - ROUNDED_M
    ran = [entry.date for entry, kind in meanings if kind in RUNS]
    led_to = any(last.date - LED_TO < day < last.date for day in ran)
    return last.date if whole and led_to and max(ran) <= last.date + AFTER else None


def is_of_others(title: str, decided: Decided, languages: tuple[str, ...]) -> bool:
    """Return whether a race or a sport in somebody's own calendar is that of family or a friend.

    As in "Tom's marathon", "Swimming Kids"; "Ride with the kids" is not.
    """
    if decided.provenance is not Provenance.INFERRED or decided.meaning.kind not in OF_OTHERS:
        return False
    words = spelling(title)
    beside = worded(r"\b«containing|and»[ /](?:\w{1,4} )?$|[+&/] ?$")
    named = any_of(own(languages), "relatives").finditer(words)
    return any(not beside.search(words[: one.start()]) for one in named)


def in_doubt(entry: Entry, decided: Decided, languages: tuple[str, ...], *, clear: bool) -> bool:
    """Return whether something may be no run, as "half term" and "test drive" are none.

    Parameters
    ----------
    clear
        It stands in a calendar whose runs have their lengths. One without is in doubt where its
        word of running has a meaning in everyday life and an unknown one beside it, as "Track
        parcel", or where it has a word of an errand, as "Tempo meeting".
    """
    meaning, words, codes = decided.meaning, spelling(entry.title), own(languages)
    if decided.provenance is not Provenance.INFERRED or meaning.kind not in RUNS:
        return False
    if entry.kind or entry.says or entry.distance_m or LENGTH.search(spelling(entry.text)):
        return False
    if entry.text and classify(entry.text, languages).kind:
        return False
    errands = any_of(codes, "no_run").finditer(words)
    spans = [one.span() for one in errands]
    at = words.find(meaning.words)
    if any(start <= at and at + len(meaning.words) <= end for start, end in spans):
        return True
    if not clear or any(any_of(codes, name).search(words) for name in ("run", "marathon")):
        return False
    if re.search(r"\d", HOUR.sub(" ", worded(CLOCK).sub(" ", words))):
        return False
    loose = meaning.kind in HARD and any_of(CODES, "loose").fullmatch(meaning.words)
    return bool(spans or (loose and unknown_words(entry.title, languages)))
