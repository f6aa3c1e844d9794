"""The usual week of runs, as people write it; or the name of a run plan file."""

from __future__ import annotations

import re
from pathlib import PurePath

from runtall.documents.values import BadValue, weekday_of
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import shown
from runtall.scenario.run_words import RunWord, read_run_word

EXAMPLE = "easy workout easy easy rest long recovery"
NAMED = "Mon easy, Tue intervals, Wed easy, Thu easy, Fri off, Sat long, Sun recovery"
PARTS = re.compile(r"\s*[,;\n|]\s*")
# A weekday in front of what is run on it.
DAY = re.compile(r"(?P<days>[A-Za-z]+(?:\s*(?:&|/|\band\b)\s*[A-Za-z]+)*)[\s:.=-]+(?P<runs>\S.*)")
# Words of each day's runs, Monday first: kinds, or titles that say more than that.
Week = tuple[tuple[str, ...], ...]


def read_runs(text: str) -> str | Week:
    """Read the usual week, or the name of a run plan file.

    A week is seven words, Monday first; seven titles with commas between them; or any number of
    days by name, the others being rest: ``Tue intervals, Thu easy, Sat long``.
    """
    plain = text.strip().strip('"').strip()
    if not plain:
        raise BadValue(f"name a run plan file, or your week, such as: {NAMED}")
    parts = [part for part in PARTS.split(plain) if part]
    if any(_named(part) for part in parts):
        return _by_name(parts)
    words = parts if len(parts) > 1 else plain.split()
    if len(words) == len(WEEKDAYS):
        return tuple(_runs(word) for word in words)
    if _is_file(words, plain):
        if not plain.isprintable():
            raise BadValue(f"{shown(plain)} is no name that a scenario can hold")
        return plain
    raise BadValue(
        f"{len(words)} days; a week has seven, such as: {EXAMPLE}; or name them: {NAMED}"
    )


def _is_file(words: list[str], text: str) -> bool:
    one = len(words) == 1 or bool(PurePath(text).suffix)
    return one or not any(_says(word) for word in words)


def _says(word: str) -> bool:
    try:
        return all(read_run_word(part) for part in word.split("+"))
    except BadValue:
        return False


def _named(part: str) -> bool:
    match = DAY.fullmatch(part)
    return bool(match and all(map(weekday_of, _names(match["days"]))))


def _names(text: str) -> list[str]:
    return re.split(r"\s*(?:&|/|\band\b)\s*", text)


def _by_name(parts: list[str]) -> Week:
    week: dict[str, tuple[str, ...]] = {}
    for part in parts:
        match = DAY.fullmatch(part)
        if not match or not all(map(weekday_of, _names(match["days"]))):
            raise BadValue(f"{shown(part)} names no weekday; write as in: {NAMED}")
        for name in _names(match["days"]):
            day = weekday_of(name)
            week[day] = (*week.get(day, ()), *_runs(match["runs"]))
    return tuple(week.get(day, (RunKind.REST.value,)) for day in WEEKDAYS)


def _runs(text: str) -> tuple[str, ...]:
    """Read the runs of a day: one, or two with a plus between them."""
    return tuple(_run(" ".join(part.split())) for part in text.split("+"))


def _run(text: str) -> str:
    """Return a run's kind; its title where that has numbers, which tell how long it is."""
    word = read_run_word(text)
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
