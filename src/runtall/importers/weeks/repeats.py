"""Weeks that are told as another: ``as last week, but Sunday 15 km``, ``Week 3 - as week 1``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from runtall.documents.values import NAMES
from runtall.importers.days.day_lines import DayLine, day_lines
from runtall.importers.days.week_names import start_of_week
from runtall.importers.days.week_numbers import week_number
from runtall.importers.kinds.classify import BARE, classify
from runtall.importers.weeks.prose import as_another, days_told, is_meant
from runtall.importers.words.languages import CODES, either, pattern_of, worded
from runtall.importers.words.titles import spelling

# Days that make a week of a message.
FEWEST = 3
Days = Sequence[DayLine]
# What parts changes without the names of their days.
CLAUSES = r"[,;]\s+(?:«and»\s+)?|\s+«and»\s+"
SMALL = r"(?<!\w)«the|be|but»(?!\w)\s*"


def written_out(
    lines: Sequence[Days], texts: Sequence[str], labels: Mapping[int, str], begin: Collection[int]
) -> list[Days]:
    """Return the days of lines, and those of weeks that are as another one.

    Parameters
    ----------
    begin
        Lines that messages begin with.
    """
    found = list(lines)
    for at, (text, days) in enumerate(zip(texts, lines, strict=True)):
        # Right below its name a week can say as much as behind it.
        text = f": {text.lstrip()}" if at - 1 in labels else text
        if not days and (same := as_another(text)):
            weeks = [
                week
                for name, week in _weeks(found[:at], labels, begin)
                if is_meant(same, week_number(name), start_of_week(name))
            ]
            found[at] = but(weeks[-1], same["but"] or "", at + 1) if weeks else days
    return found


def _weeks(
    lines: Sequence[Days], labels: Mapping[int, str], begin: Collection[int]
) -> list[tuple[str, list[DayLine]]]:
    """Return the weekdays below each name of a week, or of each message."""
    weeks: list[tuple[str, list[DayLine]]] = [("", [])]
    for at, days in enumerate(lines):
        if at in labels or at in begin:
            weeks.append((labels.get(at, ""), []))
        weeks[-1][1].extend(day for day in days if day.weekday is not None)
    return [(name, week) for name, week in weeks if len(week) >= FEWEST]


def but(week: Days, words: str, number: int) -> list[DayLine]:
    """Return the days of a week in another line, with others in place of some."""
    words = _no_day().sub(r"\g<day> off", words)
    told = [worded(SMALL).sub(" ", one) for one in days_told(words)]
    others = day_lines([", ".join(told) if told else words])[0] or _by_kind(week, words)
    changed = {day.weekday for day in others}
    before = {day.weekday: day.title for day in week}
    others = [replace(day, title=_longer(day.title, before.get(day.weekday, ""))) for day in others]
    kept = [day for day in week if day.weekday not in changed]
    first = week[0].weekday or 0
    return sorted(
        (replace(day, number=number, date="", beside=False, sure=True) for day in (*kept, *others)),
        key=lambda day: ((day.weekday or 0) - first) % 7,
    )


def _longer(title: str, before: str) -> str:
    """Return a title, and if it begins with a length alone, what the run was called before."""
    length, *more = re.split(r"[.!]+(?:\s+|$)", title, maxsplit=1)
    meaning = classify(before)
    if meaning.weak or not meaning.words or not BARE.fullmatch(spelling(length)):
        return title
    return ". ".join(filter(None, (f"{length} {meaning.words}", *more)))


def _by_kind(week: Days, words: str) -> list[DayLine]:
    """Return the days of a week that words change without their names: "the long run is 20"."""
    found = []
    for clause in worded(CLAUSES).split(words):
        kind = classify(clause).kind
        meant = [day for day in week if kind and classify(day.title).kind == kind]
        if len(meant) == 1:
            plain = " ".join(worded(SMALL).sub(" ", clause).split()).strip(" .")
            found.append(replace(meant[0], title=re.sub(r"^(\D+) (\d+)$", r"\2 \1", plain)))
    return found


@cache
def _no_day() -> re.Pattern[str]:
    """Find a weekday that is left out: "and no Saturday"."""
    negation = pattern_of("negation", *CODES)
    return re.compile(rf"(?:{negation})\s+(?P<day>{either(NAMES)})\b", re.I)
