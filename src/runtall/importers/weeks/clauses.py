"""What a sentence says of each day that it names: ``swap Wed and Thu, and have Friday off``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from runtall.importers.days.dates import A_WORD, dates_within, written
from runtall.importers.days.week_numbers import is_week
from runtall.importers.days.weekday_words import weekday_called, weekdays_joined
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import NEVER, joining, worded
from runtall.importers.words.titles import spelling

ORDINAL = re.compile(r"(?i)(?<![\d/])(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b")
NUMBERED_WEEK = (
    r"(?i)(?P<word>[^\W\d_]+)\.? ?(?P<number>\d{1,2})(?!\d|[./:]\d)"
    r"(?:,? ?(?:«and|to»|&|\+|,|with|for) ?(?:(?P<again>[^\W\d_]+)\.? ?)?(?P<other>\d{1,2})(?!\d))?"
)
ANY_WORD = re.compile(rf"{A_WORD}(?:['\u2019]s)?")
# What is left of a clause without its days: small words and signs at its edges.
EDGE = " \t,;:.!()[]-\u2013\u2014"
# The languages that are asked.
Codes = tuple[str, ...]
# What a day is replaced with where it is left out of a sentence.
HERE = "\u25a1"
# What a sentence is about, in front of it: "Easter: do the 20 on the Friday".
TOPIC = re.compile(r"^\s*[^\W\d_]+(?: [^\W\d_]+)?:\s+")
# The same in front of the number of a week: "One change for".
TOPIC_WORDS = re.compile(r"(?!.*\d)(?:\W*\w+){1,4}\W*")
# "No, have Saturday off".
CALL = re.compile(r"\s*(?P<word>[^\W\d_]+)[,!]\s+")
POSSESSIVE = re.compile(r"(?P<word>[^\W\d_]+)['\u2019]s?\b")
# What stands between a run and what is run in its place, and between parts of a sentence.
BECOMES = r"(?i)->|\u2192|\b«becomes»\b"
SEPARATORS = r"(,\s+|:\s+|\s+[-\u2013\u2014]\s+|\s+«and|then»\s+)"


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said of some days: their weekdays, dates and numbers in the month.

    Parameters
    ----------
    same_day
        The day that was named last.
    ahead
        Days after the message: 0 for today.
    of
        The weekday whose run is meant: of "Thursday's easy on Wednesday" Thursday.
    """

    words: str
    weekdays: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    same_day: bool = False
    ahead: int | None = None
    of: int | None = None

    @property
    def names_days(self) -> bool:
        """Whether the clause says which days it is about."""
        named = self.weekdays or self.dates or self.numbers or self.same_day
        return bool(named) or self.ahead is not None


def week_numbers(sentence: str) -> tuple[list[int], str]:
    """Return the numbers of weeks that a sentence names, and what else it says.

    Of "weeks 4 and 5" they are both.
    """
    numbers, rest = [], sentence
    for found in reversed([*worded(NUMBERED_WEEK).finditer(sentence)]):
        if is_week(found["word"]):
            if found["other"] and (not found["again"] or is_week(found["again"])):
                numbers.append(int(found["other"]))
            numbers.append(int(found["number"]))
            ahead, behind = rest[: found.start()], rest[found.end() :]
            topic = behind.startswith(":") and TOPIC_WORDS.fullmatch(ahead)
            rest = f"{'' if topic else ahead} {behind.lstrip(':')}"
    return numbers[::-1], rest


def words_for(codes: Codes, name: str) -> re.Pattern[str]:
    """Return what finds the words of a category that change a plan."""
    return worded(rf"\b«{name}»\b", *codes)


def clauses_of(sentence: str, codes: Codes) -> Iterator[Clause]:
    """Yield what a sentence says of each of its days, or of several together.

    Parts without a day go with the one before, days without more words with the next.
    """
    parts = worded(SEPARATORS, *codes).split(sentence)
    waiting, ready = "", ""
    for at in range(0, len(parts), 2):
        part = parts[at]
        sign = parts[at - 1] if at else ""
        clause = clause_of(part, codes)
        if not clause.names_days and words_for(codes, "unchanged").search(spelling(part)):
            continue  # "and nothing else moves"
        if not clause.names_days:
            if waiting:
                waiting += sign + part
            else:
                ready += sign + part
            continue
        ahead = ""
        if waiting or not ready or clause_of(ready, codes).names_days:
            if ready and not waiting:
                yield clause_of(ready, codes)
                ready = ""
            joined = f"{waiting}{sign}{part}" if waiting else part
        else:
            joined, ahead = ready + sign + part, ready
        # "TDL dann am Donnerstag, Mittwoch frei": what is ahead may be the run.
        says = action_of(clause.words, codes) or classify(action_of(ahead, codes), codes).kind
        alone = not says and at + 2 < len(parts)
        waiting, ready = (joined, "") if alone else ("", joined)
    rest = waiting or ready
    if rest:
        yield clause_of(rest, codes)


def clause_of(text: str, codes: Codes) -> Clause:
    """Find the days that a part of a sentence names, and leave them out of it."""
    words = text
    dates = [day for day in dates_within(text) if not ORDINAL.fullmatch(day.strip("() "))]
    dates = [day for day in dates if re.search(r"[^\W\d_]|[/.]|\d-", day)]
    for day in dates:
        words = words.replace(day, f" {HERE} ", 1)
    numbers = [int(one["day"]) for one in ORDINAL.finditer(words)]
    words = ORDINAL.sub(f" {HERE} ", words)
    weekdays: list[int] = []
    if several := weekdays_joined(words, codes):
        weekdays, words = several
    else:
        for found in reversed([*ANY_WORD.finditer(words)]):
            weekday = weekday_called(re.sub("['\u2019]s$", "", found.group()), codes)
            if weekday is not None:
                weekdays.insert(0, weekday)
                words = f"{words[: found.start()]} {HERE} {words[found.end() :]}"
    same = words_for(codes, "that_day").search(spelling(words))
    weekdays += [
        weekday for day in dates for weekday in _named_beside(day) if weekday not in weekdays
    ]
    owner = POSSESSIVE.search(text)
    of = weekday_called(owner["word"], codes) if owner else None
    ahead = None
    for step, name in enumerate(("today", "tomorrow")):
        named = worded(rf"(?i)\b«{name}»\b", *codes)
        ahead = step if named.search(words) else ahead
        words = named.sub(f" {HERE} ", words)
    words = " ".join(words.split())
    return Clause(words, tuple(weekdays), tuple(dates), tuple(numbers), bool(same), ahead, of)


def _named_beside(day: str) -> frozenset[int]:
    """Return the weekdays that a date names."""
    read = written(day.strip("() "))
    return read.weekdays if read else frozenset()


def action_of(words: str, codes: Codes) -> str:
    """Return what is run by words without their days: without verbs and small words around."""
    instead = rf"(?i)\b(?:{joining('instead_of', codes=codes) or NEVER.pattern})\b"
    if denial := re.search(instead, words):
        # "Easy 5k instead of the track", and "statt der Bahn locker 8 km".
        first = words[: denial.start()]
        denied = rf"{instead}(?: (?:{joining('the', codes=codes)}))? {A_WORD}"
        words = first if classify(first, codes).kind else re.sub(denied, "", words)
    aside = joining("that_day", "that_week", "instead", codes=codes)
    plain = re.sub(rf"(?i)\b(?:{aside})\b", " ", words)
    tied = joining("on", "the", "in", "to", "that_week", codes=codes)
    plain = re.sub(rf"(?i)\(?(?:\b(?:{tied})\s+)*{HERE}(?:\s*\))?", " ", plain)
    plain = TOPIC.sub("", plain, count=1)
    called = CALL.match(plain)
    plain = plain[called.end() :] if called and not classify(called["word"], codes).kind else plain
    verbs, small = (
        joining("do", "as", codes=codes),
        joining("on", "the", "in", "to", "be", codes=codes),
    )
    ahead = re.compile(rf"(?i)(?:(?:{verbs})\b[\s,:]*)+")
    behind = re.compile(rf"(?i)(?:[\s,(]+(?:{small}))+[\s)]*$")
    while True:
        before = plain
        plain = " ".join(plain.split()).strip(EDGE)
        plain = behind.sub("", ahead.sub("", plain, count=1) if ahead.match(plain) else plain)
        if plain == before:
            break
    return plain if re.search(r"\w", plain) else ""
