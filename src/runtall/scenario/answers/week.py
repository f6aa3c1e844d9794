"""The usual week of runs, as people write it; or the name of a run plan file."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import PurePath

from runtall.documents.values import BadValue
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import counted, shown
from runtall.importers.texts.pasted import without_stamps
from runtall.importers.words.languages import CODES, any_of, spoken
from runtall.importers.words.titles import spelling
from runtall.scenario.answers.dates import joins, weekdays, weekdays_between
from runtall.scenario.run_words import RunWord, read_run_word

EXAMPLE = "easy workout easy easy rest long recovery"
NAMED = "Mon easy, Tue intervals, Wed easy, Thu easy, Fri off, Sat long, Sun recovery"
PARTS = re.compile(r"\s*[,;\n|]\s*")
# The name of a weekday.
WORD = r"[^\W\d_]+(?:-feira)?"
# Between the first and the last of some weekdays.
TO = (
    r"(?:\s*[\u2013\u2014-](?!feira)\s*"
    r"|\s+(?:to|through|thru|until|till?|bis|à|au|a|al|até|ate|t/m|tot)\s+)"
)
# Words of each day's runs, Monday first: kinds, or titles that say more than that.
Week = tuple[tuple[str, ...], ...]


def read_runs(text: str) -> str | Week:
    """Read the usual week, or the name of a run plan file.

    A week is seven words, Monday first; seven titles with commas between them; or any number of
    days by name, the others being rest: ``Tue intervals, Wed-Fri easy, Sat long``.
    """
    plain = " ".join(without_stamps([text.strip().strip('"')]).lines).strip()
    if not plain:
        raise BadValue(f"name a run plan file, or your week, such as: {NAMED}")
    parts = [part for part in PARTS.split(plain) if part]
    named = [_days(part) for part in parts]
    if any(day and all(weekdays([*chain(*day[0])])) for day in named):
        return _by_name(parts, named)
    words = parts if len(parts) > 1 else plain.split()
    if len(words) == len(WEEKDAYS):
        return tuple(_runs(word) for word in words)
    if len(words) == 1 and not re.search(r"[./\\]", plain):
        raise BadValue(f"{shown(plain)} is no file here, and no week; write yours as in: {NAMED}")
    if _is_file(words, plain):
        if not plain.isprintable():
            raise BadValue(f"{shown(plain)} is no name that a scenario can hold")
        return plain
    raise BadValue(
        f"{counted(len(words), 'day')}; a week has seven, such as: {EXAMPLE}; or name them: {NAMED}"
    )


def _is_file(words: list[str], text: str) -> bool:
    named = len(words) == 1 or bool(PurePath(text).suffix)
    return named or not any(map(_says, words))


def _says(word: str) -> bool:
    try:
        return all(read_run_word(part) for part in word.split("+"))
    except BadValue:
        return False


@cache
def _day(*, ranges: bool) -> re.Pattern[str]:
    """Return what finds weekdays, also ranges of them, in front of what is run on them."""
    both = rf"(?:\s*[&/]\s*|\s+(?:{joins().pattern})\s+)"
    days = rf"{WORD}(?:{TO}{WORD})?" if ranges else WORD
    return re.compile(rf"(?i)(?P<days>{days}(?:{both}{days})*)[\s:.=-]+(?P<runs>\S.*)")


def _days(part: str) -> tuple[list[list[str]], str] | None:
    """Return what may be weekdays in front of a part, or their ends, and what is behind them."""
    match = _day(ranges=True).fullmatch(part)
    names = _names(match["days"]) if match else []
    if not all(weekdays([*chain(*names)])):
        # "mon - easy run" has no range.
        match = _day(ranges=False).fullmatch(part)
        names = _names(match["days"]) if match else []
    return (names, match["runs"]) if match else None


def _names(text: str) -> list[list[str]]:
    words = re.split(r"[\s&/]+", re.sub(rf"(?i){TO}(?={WORD})", "\u2013", text))
    return [word.split("\u2013") for word in words if not joins().fullmatch(word.lower())]


def _by_name(parts: list[str], named: list[tuple[list[list[str]], str] | None]) -> Week:
    languages = spoken(day[1] for day in named if day)
    words = [end for day in named if day for end in chain(*day[0])]
    known = dict(zip(words, weekdays(words), strict=True))
    week: dict[str, tuple[str, ...]] = {}
    for part, day in zip(parts, named, strict=True):
        ends = [[known[end] for end in name] for name in day[0]] if day else []
        if day is None or not all(map(all, ends)):
            raise BadValue(f"{shown(part)} names no weekday; write as in: {NAMED}")
        names = [name for between in ends for name in weekdays_between(between[0], between[-1])]
        if other := _other_day(day[1], words, names):
            raise BadValue(f"{shown(part)} names {other}, too; write as in: {NAMED}")
        for name in names:
            week[name] = (*week.get(name, ()), *_runs(day[1], languages))
    return tuple(week.get(day, (RunKind.REST.value,)) for day in WEEKDAYS)


def _other_day(runs: str, words: list[str], names: list[str]) -> str:
    """Return a weekday within the runs of others, in the language of all; empty if there is none.

    Words of two letters are one with a capital; "30 seg" are seconds.
    """
    for found in re.finditer(rf"(?<![^\W_])(?<!\d )(?:{WORD})(?![^\W_])", runs):
        word = found.group()
        if len(word) > 2 or word.istitle():
            both = weekdays([*words, word])
            if all(both) and both[-1] not in names:
                return word
    return ""


def _runs(text: str, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Read the runs of a day: one, or two with a plus between them; strides are none."""
    runs: list[str] = []
    for part in (" ".join(each.split()) for each in text.split("+")):
        if runs and any_of(CODES, "strides").search(spelling(part)):
            runs[-1] += f" + {part}"
        else:
            runs.append(part)
    return tuple(_run(run, languages) for run in runs)


def _run(text: str, languages: tuple[str, ...]) -> str:
    """Return a run's kind; its title where that has numbers, which tell how long it is."""
    word = read_run_word(text, languages)
    has_length = word.kind is not RunKind.REST and re.search(r"\d", text)
    return text if has_length else run_word(word)


def week_words(week: Week) -> str:
    """Write a week as it was understood: ``Mon easy, Tue workout, ...``."""
    return ", ".join(
        f"{day.capitalize()} {' + '.join(map(_understood, runs))}"
        for day, runs in zip(WEEKDAYS, week, strict=True)
    )


def _understood(text: str) -> str:
    word = run_word(read_run_word(text))
    return word if word == text else f"{word} ({text})"


def run_word(run: RunWord) -> str:
    """Write a kind of run as a scenario has it."""
    return f"{run.kind}{'?' * run.optional}"
