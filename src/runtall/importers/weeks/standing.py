"""What a plan says of every week: ``Mondays are rest``, ``EVERY WEEK`` above a list of days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from runtall.documents.values import NAMES
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.importers.base import NO_DATE, Entry
from runtall.importers.days.dates import A_WORD, leading_date
from runtall.importers.days.own_race import days_of
from runtall.importers.days.week_numbers import weeks_within
from runtall.importers.days.weekday_words import join, on_or_before, weekdays_called
from runtall.importers.kinds.classify import BARE, NO_RUNS, classify
from runtall.importers.words.languages import either, joining
from runtall.importers.words.titles import spelling

# A weekday, what is done on it, and up to which day, as it is written; empty: to the end.
Rule = tuple[int, Entry, str]


@cache
def _sentences() -> re.Pattern[str]:
    """Return what parts what is said of one weekday from the next."""
    ahead = rf"(?={A_WORD} (?:(?:{joining('be', 'you_do')}) |= ?))"
    plural = rf"(?=(?:{_every().pattern})\b)"
    return re.compile(rf"[.;!\n]\s*|,? (?:{joining('and')}) {ahead}|[,:] {ahead}|, {plural}", re.I)


@cache
def _rule() -> re.Pattern[str]:
    """Return a pattern for "Monday and Friday are rest", "Tuesdays = track", "Mondays you swim"."""
    days, be = rf"{A_WORD}(?:{join()}{A_WORD})*", joining("be", "you_do")
    return re.compile(
        rf"(?P<days>{days})(?: (?:{be})\b| ?=) ?(?:always |for )?(?P<title>\S.*)", re.I
    )


@cache
def _every() -> re.Pattern[str]:
    """Return a pattern for a weekday of every week: ``Tuesdays``."""
    return either(f"{name}s" for name in NAMES)


@cache
def _plural() -> re.Pattern[str]:
    """Return a pattern for "Tuesdays and Thursdays 5 miles easy": days that come every week."""
    days = _every().pattern
    return re.compile(rf"(?P<days>(?:{days})(?:{join()}(?:{days}))*):? (?P<title>\S.*)", re.I)


@cache
def _turned_rule() -> re.Pattern[str]:
    """Return a pattern for "Swims: Tue, Fri", "Gym on Mondays and Thursdays"."""
    days, be = rf"{A_WORD}(?:{join()}{A_WORD})*", joining("be")
    return re.compile(
        rf"(?P<title>[^\W\d_]+(?: [^\W\d_]+)??)(?:\s*[:=]|(?: (?:{be}))?(?: (?:{joining('on')}))?)"
        rf"\s+(?P<days>{days})(?: [^\W\d_]+)?",
        re.I,
    )


def _rule_of(sentence: str) -> re.Match[str] | None:
    """Return what a sentence says of weekdays; the other way round only of what is no run."""
    if found := _rule().fullmatch(sentence) or _plural().fullmatch(sentence):
        return found
    turned = _turned_rule().fullmatch(sentence)
    return turned if turned and classify(turned["title"]).kind in NO_RUNS - {""} else None


def rules_of(lines: Iterable[str]) -> list[Rule]:
    """Return weekdays, from 0, and what sentences say is done on each, unless it is a race.

    And the day up to which it is, as it is written: "every week up to May 16: Mondays you swim".
    """
    return [
        (day, Entry(NO_DATE, found["title"].strip()), _until(line))
        for line in lines
        for sentence in _sentences().split(line)
        if (found := _rule_of(sentence.strip(" -*\u2022")))
        if classify(found["title"]).kind not in {"", RunKind.RACE}
        for day in weekdays_called(found["days"])
    ]


def _until(line: str) -> str:
    """Return the date up to which a line says that a rule holds; else nothing."""
    found = re.search(rf"(?i)\b(?:{joining('until', 'up_to')}) (?P<date>[^\W_].*)", line)
    return leading_date(found["date"]) if found else ""


def with_every_week(
    entries: Sequence[Entry],
    rules: Sequence[Rule],
    week_starts: str,
    weeks: Mapping[int, date] | None = None,
) -> tuple[Entry, ...]:
    """Return dated entries with those of every week on the days that have none of their own.

    Parameters
    ----------
    weeks
        The first days of weeks by their numbers, which a rule may name: "5 easy in weeks 1-4".
    """
    if not rules or not entries:
        return tuple(entries)
    usual = {day: one.title for day, one, _ in rules if classify(one.title).kind not in NO_RUNS}
    entries = [_with_text(entry, usual.get(entry.date.weekday(), "")) for entry in entries]
    own = {entry.date for entry in entries}
    first = on_or_before(min(own), WEEKDAYS.index(week_starts))
    span = [first + timedelta(days) for days in range((max(own) - first).days + 1)]
    begun = {first: number for number, first in (weeks or {}).items()}
    more = [
        replace(entry, date=day, title=title)
        for day in span
        for weekday, entry, until in rules
        if day not in own and day.weekday() == weekday
        if (title := _in_week(entry.title, begun, day))
        if not until or day <= max(days_of(until, {day.year}), default=day)
    ]
    return tuple(sorted((*entries, *more), key=lambda entry: entry.date))


def _in_week(title: str, begun: Mapping[date, int], day: date) -> str:
    """Return what a title has for the week of a day, of "5 easy in weeks 1-4, then 9 easy"."""
    number = next(
        (begun[first] for back in range(7) if (first := day - timedelta(back)) in begun), 0
    )
    if not number:
        return title
    before, last = "", 0
    for part in re.split(r"[,;]\s+", title):
        before = f"{before}, {part}".removeprefix(", ")
        if named := weeks_within(part):
            words, start, last = named
            if start <= number <= last:
                return f"{before[: -len(part)]}{words}"
            before = ""
    return before if not last or number > last else ""


def _with_text(entry: Entry, usual: str) -> Entry:
    """Return a run that is only a length with what its day is for: "14" on a day of tempo runs."""
    bare = usual and not entry.text and BARE.fullmatch(spelling(entry.title))
    return replace(entry, text=usual) if bare else entry
