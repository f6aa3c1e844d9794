"""Weeks whose numbers are those of the calendar: ``KW 9``, ``semaine 9 de l'année``, ``uge 9``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import IntEnum
from itertools import pairwise

from runtall.importers.days.weekday_words import on_or_before
from runtall.importers.words.titles import spelling

# What only weeks of the calendar are called, and where most people count those of the year.
ALWAYS = re.compile(
    r"\b(?:kw|cw|kalenderwochen?|calendar weeks?|iso weeks?|kalendervecka|kalenderuge|kalenderuke)"
    r"(?![^\W\d_])|\b(?:de l.annee|of the year|des jahres|del anno|dell.anno|del ano|do ano)\b"
)
MOSTLY = re.compile(r"\b(?:vecka|veckor|v|uke|uker|uge|uger)(?![^\W\d_])")
# Weeks from the last one of a plan to its race, at most.
MOST_TO_RACE = 6
# Days that a plan may go on behind its race.
AFTER_RACE = timedelta(70)
# A week, and weeks from one of a plan to the next, at most.
WEEK, MOST_APART = timedelta(7), timedelta(28)


class Numbers(IntEnum):
    """How sure it is that the number of a week is that of the calendar."""

    OF_PLAN = 0
    PERHAPS = 1
    OF_CALENDAR = 2


def numbers_of(*names: str) -> Numbers:
    """Return what weeks are counted by, by what they, or their column, are called."""
    text = spelling(" | ".join(names))
    if ALWAYS.search(text):
        return Numbers.OF_CALENDAR
    return Numbers.PERHAPS if MOSTLY.search(text) else Numbers.OF_PLAN


def first_days(
    numbers: Sequence[int | None], sure: Numbers, start: int, race: date
) -> list[date] | None:
    """Return the first day of each week by its number in the calendar; None if it is none.

    The day of the race tells the year. Where weeks are only perhaps those of the calendar, they
    begin with none of a plan, and end with that of the race, or not long before.
    """
    years = range(race.year + 1, race.year - 3, -1)
    mondays = (_mondays(numbers, year) for year in years if sure)
    days = next(
        (of for of in mondays if of and of[0] <= race and of[-1] <= race + AFTER_RACE), None
    )
    if days is None:
        return None
    left = (race - days[-1]).days // 7
    if sure is Numbers.PERHAPS and (numbers[0] == 1 or left > MOST_TO_RACE):
        return None
    return [on_or_before(day, start) for day in days]


def days_without_race(
    numbers: Sequence[int | None],
    sure: Numbers,
    start: int,
    years: Iterable[int],
    near: date | None,
) -> list[date] | None:
    """Return the same by the year that words above name, which is that of the last week.

    Or by when the plan was sent: weeks begin next after that, and soon if it is only perhaps so.
    """
    last, sent = max(years, default=0), near or date.min
    tries = range(sent.year, sent.year + 2) if near else range(last, last - 2 * bool(last), -1)
    for days in (_mondays(numbers, year) for year in tries if sure and numbers[0] not in {1, None}):
        in_turn = all(timedelta() < later - day < MOST_APART for day, later in pairwise(days))
        if not days or not in_turn:
            continue
        soon = sure is Numbers.OF_CALENDAR or days[0] < sent + MOST_TO_RACE * WEEK
        ends = days[-1].isocalendar().year
        if days[0] > sent - WEEK and soon if near else ends == last:
            return [on_or_before(day, start) for day in days]
    return None


def _mondays(numbers: Sequence[int | None], year: int) -> list[date]:
    """Return the Mondays of weeks in turn, the first in a year; none where one has none such."""
    found: list[date] = []
    before = 0
    for number in numbers:
        week = number or (before and before + 1)  # "race week" is the next
        year += week < before
        before = week
        try:
            found.append(date.fromisocalendar(year, week, 1))
        except ValueError:
            return []
    return found
