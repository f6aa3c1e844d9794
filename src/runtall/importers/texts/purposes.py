"""Days behind what they are for: ``Q1 Wed: 6 x 800``, ``Easy: Mon 6, Tue 5, Thu 5``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from runtall.documents.values import NAMES
from runtall.importers.days.dates import A_WORD, dates_within
from runtall.importers.days.day_lines import AHEAD, day_lines, label_and_days, with_purpose
from runtall.importers.days.line_starts import bare
from runtall.importers.days.week_names import names_week
from runtall.importers.days.weekday_words import (
    all_weekdays,
    is_every,
    is_weekday,
    weekdays_called,
)
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import worded
from runtall.importers.words.titles import spelling

# What some days are for, and they; what one day is for, and it with a sign behind.
OF_SOME = re.compile(
    r"(?P<what>[^\W_][^:\uff1a,;.!?]{0,24}?)\s*[:\uff1a\u2013\u2014-]\s+(?P<days>.+)"
)
OF_ONE = re.compile(
    rf"(?P<what>[^\W_][^:\uff1a,;.!?]{{0,24}}?)[\s,(\u2013\u2014-]+(?P<day>{A_WORD})\)?"
    r"\s*[:\uff1a\u2013\u2014-]\s*(?P<run>.+)"
)
MOST_WORDS, FEWEST = 3, 2
# A name for the same day of each week and that day, and a line that begins with one.
NAME = r"(?P<name>(?:[^\W\d_]{1,7} ?#?)\d)\b"
NAME_OF_DAY = rf"(?i)\b{NAME}(?: ?=| «be|on|in»\b)(?P<words>(?: {A_WORD}\b(?! ?#?\d)){{1,4}})"
RUN_OF_NAME = re.compile(rf"\W*{NAME}\s*[:\u2013-]\s+")


def with_days_first(lines: Sequence[str]) -> list[str]:
    """Return such lines with their days in front; bare lengths get what they are for.

    That comes again, but for numbers, or says what is run.
    """
    lines = _with_meant_days(lines)
    found = [_split(line) for line in lines]
    alike = Counter(_plain(what) for what, _ in found if what)
    return [
        "; ".join(_with_purpose(day, what) for day in days)
        if what and (alike[_plain(what)] >= FEWEST or classify(what).kind)
        else line
        for line, (what, days) in zip(lines, found, strict=True)
    ]


def _with_meant_days(lines: Sequence[str]) -> list[str]:
    """Return lines that begin with a name for a day, with that: ``Q1 is always the Sunday``."""
    told = (one for line in lines for one in worded(NAME_OF_DAY).finditer(line))
    days = {spelling(one["name"]): NAMES[day] for one in told if not names_week(one["name"])
            for word in one["words"].split() for day in weekdays_called(word)}  # fmt: skip
    heads = [RUN_OF_NAME.match(line) for line in lines]
    named = [days.get(spelling(head["name"]), "") if head else "" for head in heads]
    if sum(map(bool, named)) < FEWEST:
        return list(lines)
    return [
        f"{day}: {line[head.end() :]}" if head and day else line
        for line, head, day in zip(lines, heads, named, strict=True)
    ]


def _plain(what: str) -> str:
    return re.sub(r"\d+", "", spelling(what))


def _split(line: str) -> tuple[str, list[str]]:
    """Return what the days of a line are for, and each with its run."""
    plain = bare(line)
    first = re.match(A_WORD, plain)
    if (first and spelling(first[0]) in all_weekdays()) or label_and_days(line)[0]:
        return "", []
    one, some = OF_ONE.fullmatch(plain), OF_SOME.fullmatch(plain)
    if one and spelling(one["day"]) in all_weekdays() and _is_purpose(one["what"], one["day"]):
        return one["what"], [f"{one['day']}: {one['run']}"]
    if not some or not _is_purpose(some["what"]) or dates_within(some["days"]):
        return "", []
    names = re.split(r"\W+", some["days"].strip(" ."))
    if all(name.isalpha() and spelling(name) in all_weekdays() for name in names):
        return some["what"], [f"{name}: {some['what']}" for name in names]
    fewest = 1 if classify(some["what"]).kind else FEWEST
    if len(day_lines([some["days"]])[0]) < fewest:
        return "", []
    days: list[str] = []
    alone: list[str] = []
    for part in re.split(r"(?<=\S)[,;.]\s+", some["days"]):
        name, _, run = part.partition(" ")
        if spelling(name) not in all_weekdays():
            days[-1:] = [", ".join([*days[-1:], part])]
        elif run:  # "Tue, Fri off"
            days += [*(f"{one} {run}" for one in alone), part]
            alone = []
        else:
            alone.append(name)
    return some["what"], days


def _is_purpose(what: str, day: str = "") -> bool:
    """Return whether words name no days and no week: "Mondays and Fridays" do, "2 Mar" does."""
    words = re.findall(A_WORD, what)
    days = any(is_weekday(word) or is_every(word) for word in words)
    days = days or names_week(what)
    return len(words) <= MOST_WORDS and not days and not dates_within(f"{what} {day}")


def _with_purpose(day: str, what: str) -> str:
    head = AHEAD.match(day)
    return f"{head[0]}{with_purpose(day[head.end() :], what)}" if head else day
