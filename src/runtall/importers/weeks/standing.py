"""What a plan says of every week: ``Mondays are rest``, ``EVERY WEEK`` above a list of days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from runtall.documents.values import NAMES
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import EASY_KINDS, RunKind
from runtall.importers.base import NO_DATE, Entry
from runtall.importers.days.dates import A_WORD, leading_date
from runtall.importers.days.own_race import days_of
from runtall.importers.days.week_numbers import weeks_within
from runtall.importers.days.weekday_words import JOIN, on_or_before, weekdays_called
from runtall.importers.kinds.classify import BARE, NO_RUNNING, NO_RUNS, classify
from runtall.importers.words.languages import worded
from runtall.importers.words.titles import spelling

# A weekday, what is done on it, and up to which day, as it is written; empty: to the end.
Rule = tuple[int, Entry, str]
IN_BRACKETS = re.compile(r"\([^()]*\)")
# Weekdays that are joined, and one of every week: ``Tuesdays``.
DAYS, EVERY = rf"(?P<days>{A_WORD}(?:{JOIN}{A_WORD})*)", f"(?:{'|'.join(NAMES)})s"
# "Monday and Friday are rest", "Every Sunday is a walk", "Tuesdays = track", "Mondays you swim".
RULE = rf"(?i){DAYS}(?: (?P<be>«be|you_do»)\b| ?=) ?(?:always |for |an? )?(?P<title>\S.*)"
# "Tuesdays and Thursdays 5 miles easy": days that come every week.
PLURAL = rf"(?i)(?P<days>{EVERY}(?:{JOIN}{EVERY})*):? (?P<title>\S.*)"
# "Swims: Tue, Fri", "Gym on Mondays and Thursdays".
TURNED_RULE = (
    r"(?i)(?P<title>[^\W\d_]+(?: [^\W\d_]+)??)(?:\s*[:=]|(?: «be»)?(?: «on»)?)"
    rf"\s+{DAYS}(?: [^\W\d_]+)?"
)
# What parts what is said of one weekday from the next.
AHEAD = rf"(?={A_WORD} (?:«be|you_do» |= ?))"
SENTENCES = rf"(?i)[.;!\n]\s*|,? «and» {AHEAD}|[,:] {AHEAD}|, (?={EVERY}\b)"
# "Other days: 8 km easy", "E days: 5 miles on the other days".
OTHER = r"(?:[^\W\d_]{2,3} ){0,2}«other_days»"
OTHERS = (
    rf"(?i){OTHER}(?:\s*[:=\u2013-]|,| «be|on»\b)?\s+(?P<title>\S.*)"
    rf"|(?P<ahead>\S.*?)(?:\s*[:,=\u2013-])?\s+(?:«on» )?{OTHER}\W*"
)
# The beginning of what a sentence changes from some day on.
FROM_THEN = rf"(?i)\s*[.;,(]\s*«from»\s+(?:(?P<word>{A_WORD})\s+)??(?=\d)"
# In place of a weekday: those of which nothing else is said.
OTHER_DAYS = -1


def _said(line: str) -> Iterator[str]:
    """Yield the sentences of a line; weekdays alone belong to the next: "Mon and Fri are rest"."""
    before = ""
    for part in worded(SENTENCES).split(line.replace("**", "")):
        sentence = before + worded(r"(?i)^«every» ").sub("", part.strip(" -*\u2022"))
        before = f"{sentence}, " if weekdays_called(sentence) else ""
        if not before:
            yield sentence


def _rule_of(sentence: str) -> re.Match[str] | None:
    """Return what a sentence says of weekdays; the other way round only of what is no run."""
    if found := worded(RULE).fullmatch(sentence) or worded(PLURAL).fullmatch(sentence):
        return found
    turned = worded(TURNED_RULE).fullmatch(sentence)
    return turned if turned and classify(turned["title"]).kind in NO_RUNNING else None


def is_rule(line: str) -> bool:
    """Return whether a line says in words what is done on some weekdays: "Mon and Fri are rest"."""
    found = worded(RULE).fullmatch(next(_said(line), ""))
    return found is not None and bool(found["be"] and rules_of([line]))


def _of_other_days(sentence: str) -> Iterator[Rule]:
    """Yield what a sentence says of the days of which nothing else is said."""
    found = worded(OTHERS).fullmatch(sentence)
    title = (found["title"] or found["ahead"]).strip() if found else ""
    if title and classify(title).kind in {*EASY_KINDS, RunKind.CROSS, RunKind.REST}:
        yield OTHER_DAYS, Entry(NO_DATE, title), ""


def rules_of(lines: Iterable[str]) -> list[Rule]:
    """Return weekdays, from 0, and what sentences say is done on each, unless it is a race.

    And the day up to which it is, as it is written: "every week up to May 16: Mondays you swim".
    Days of which nothing else is said come last.
    """
    said = [(one, line) for line in lines for one in _said(line)]
    named = [
        (day, Entry(NO_DATE, found["title"].strip()), _until(line))
        for sentence, line in said
        if (found := _rule_of(sentence))
        if classify(found["title"]).kind not in {"", RunKind.RACE}
        for day in weekdays_called(found["days"])
    ]
    return named + [rule for sentence, _ in said for rule in _of_other_days(sentence)][:1]


def _until(line: str) -> str:
    """Return the date up to which a line says that a rule holds; else nothing."""
    found = worded(r"(?i)\b«until|up_to» (?P<date>[^\W_].*)").search(line)
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
    others = {*range(len(WEEKDAYS))} - {weekday for weekday, _, _ in rules}
    first = on_or_before(min(own), WEEKDAYS.index(week_starts))
    span = [first + timedelta(days) for days in range((max(own) - first).days + 1)]
    begun = {first: number for number, first in (weeks or {}).items()}
    more = [
        replace(entry, date=day, title=title)
        for day in span
        for weekday, entry, until in rules
        if day not in own and day.weekday() in (others if weekday == OTHER_DAYS else {weekday})
        if (title := _in_week(_on(entry.title, day), begun, day))
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


def _on(title: str, day: date) -> str:
    """Return what a title has on a day: of "5 easy. From Thursday 25 March on it is hills"."""
    for found in worded(FROM_THEN).finditer(title):
        when = leading_date(title[found.end() :])
        rest = title[found.end() + len(when) :]
        then = worded(r"(?i)^\s*(?:«on»\b|onwards?\b|[:,])*\s*").sub("", rest)
        possible = days_of(when, range(day.year - 1, day.year + 2))
        since = min(possible, key=lambda one: abs((one - day).days), default=None)
        if since and classify(then).kind:
            return title[: found.start()] if day < since else then
    return title


def _with_text(entry: Entry, usual: str) -> Entry:
    """Return a run that is only a length with what its day is for: "14" on a day of tempo runs."""
    title = IN_BRACKETS.sub("", entry.title).strip()  # "9 (60/30 if it feels ok)"
    bare = usual and not entry.text and BARE.fullmatch(spelling(title))
    return replace(entry, text=usual) if bare else entry
