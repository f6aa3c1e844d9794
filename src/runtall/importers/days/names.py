"""What tables call weekdays, months and columns, in every language that is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from runtall.importers.words.languages import CODES, Language, joining, language
from runtall.importers.words.titles import spelling
from runtall.importers.words.units import METRES

# How a header gives its unit: ``Distance (km)``, ``distance_km``, ``km/day``.
SPLIT = re.compile(r"[\s_()\[\]/:,.#-]+")
# A header that says a pace: ``min/km``, ``Tempo (min per mile)``, ``/km``.
PER_DISTANCE = re.compile(
    r"\D*?(?:^|\bmin[a-z]*\.? ?)(?:/|\b(?:per|pro|par|por|al|na)\b) ?"
    r"(?:km|kilomet[a-z]+|mi|miles?)\b"
)
# What is counted in each unit.
TIMES = ("min", "hours", "seconds")
UNITS = dict.fromkeys(("km", "mi", "m"), "distance") | dict.fromkeys(TIMES, "duration")
# Meanings that are only right if they are all that a header says.
WHOLE = {"m", "optional", "day", "kind"}
# Of several meanings within a header, the first of these.
FIRST = ("every_week", "other", "total", "to_go", "end_date", "end_time", "week_end")


# A place among weeks, and a Portuguese weekday.
PLACE = re.compile(r"\d{1,2}a")
# Cells in which the next letters of a week are looked for.
AHEAD = 20
# Days that single letters name at least, where no longer words do.
FEWEST_LETTERS = 4


@cache
def languages() -> tuple[Language, ...]:
    """Return every language, English first."""
    return tuple(map(language, CODES))


@cache
def _headers() -> dict[str, str]:
    """Return the meaning of every header; the first language that has it says it."""
    return {word: name for one in reversed(languages()) for word, name in one.headers.items()}


@cache
def number_words() -> dict[str, str]:
    """Return the digits of every word for a number."""
    return {
        word: digits
        for one in languages()
        for word, digits in (*one.ordinals.items(), *one.numbers.items())
    }


@lru_cache(maxsize=1024)
def meaning(header: str) -> tuple[str, str]:
    """Return what a column of this name holds, and its unit; each empty where it isn't known."""
    known, plain = _headers(), spelling(header).strip(" .:*")
    if plain in known:
        name = known[plain]
        return (UNITS[name], name) if name in UNITS else (name, "")
    parts = [part for part in SPLIT.split(plain) if part]
    units = [known[part] for part in parts if known.get(part) in UNITS]
    rest = [part for part in parts if known.get(part) not in UNITS]
    names = _within(rest, known)
    if PER_DISTANCE.match(plain) and not {"distance", "duration"} & {*names}:
        return "other", ""
    unit = units[0] if units else ""
    name = next((name for name in FIRST if name in names), names[0] if names else "")
    if unit in METRES and name in {"week", "week_end"}:
        return "total", ""
    if unit and name in {"", "distance", "duration", "time", "title", "type"}:
        wrong = name in {"distance", "duration"} - {UNITS[unit]}
        first = known.get(parts[0]) in UNITS  # "km planned", and no "run (km)"
        planned = re.fullmatch(joining("planned"), " ".join(rest))
        alone = first or not rest or planned or name in {"distance", "duration", "time"}
        if alone and not wrong:
            return UNITS[unit], unit
    return name, unit if name == "total" else ""


def _within(parts: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """Return the meanings of the words of a header, the longest runs of words first."""
    found = []
    for length in range(min(len(parts), 4), 0, -1):
        for start in range(len(parts) - length + 1):
            name = known.get(" ".join(parts[start : start + length]), "")
            if name and not (name in WHOLE and len(parts) > length):
                found.append(name)
    return found


def header_languages(headers: Sequence[str]) -> set[str]:
    """Return the languages that know most of some headers."""
    plain = [spelling(header).strip(" .:*") for header in headers]
    counts = {one.code: sum(word in one.headers for word in plain) for one in languages()}
    most = max(counts.values())
    return {code for code, count in counts.items() if count == most and most}


def weekdays_of(cells: Sequence[str]) -> list[int | None]:
    """Return the weekday that each cell names, all of them read in one language.

    Single letters count where they follow the week, as in M T W T F S S.
    """
    plain = [_plain(cell) for cell in cells]
    if {"1a", "2a", "3a"} <= {*plain}:  # places of weeks: 2ª is a Monday only without 1ª
        plain = ["" if PLACE.fullmatch(word) else word for word in plain]
    nothing: list[int | None] = [None] * len(plain)
    if _any_weekday().isdisjoint(plain):
        return nothing
    known = [one for one in languages() if not one.weekdays.keys().isdisjoint(plain)]
    readings = [[one.weekdays.get(word) for word in plain] for one in known]
    letters = sum(len(word) == 1 for word in plain)
    if letters:
        readings = [
            _with_letters(plain, days, one.initials)
            for days, one in zip(readings, known, strict=True)
        ]
    if letters >= FEWEST_LETTERS:
        readings += [_letters(plain, one) for one in languages()]
    return max([*readings, nothing], key=lambda days: len(days) - days.count(None))


def may_be_weekday(cell: str) -> bool:
    """Return whether a cell names a weekday in some language."""
    return _plain(cell) in _any_weekday()


def _plain(cell: str) -> str:
    return spelling(cell[:40]).strip(" .:,;()[]") if cell else ""


@cache
def _any_weekday() -> frozenset[str]:
    """Return all words and letters that stand for a weekday in some language."""
    return frozenset(word for one in languages() for word in (*one.weekdays, *one.initials))


def _with_letters(
    plain: Sequence[str], days: list[int | None], initials: Sequence[str]
) -> list[int | None]:
    """Read single letters beside longer words, as in M Tu W Th F.

    Each is the next day, or the only one between its neighbours that begins with it, or as many
    cells lie between those as days.
    """
    read = list(days)
    # From both ends: what one letter names tells the next.
    for index, word in (*enumerate(plain), *reversed(list(enumerate(plain)))):
        if len(word) != 1 or read[index] is not None:
            continue
        before, after = (_near(plain, read, index, way) for way in (-1, 1))
        if before and after:
            between = (after[1] - before[1]) % 7 or 7
            steps = [before[0]] if before[0] - after[0] == between else range(1, between)
            possible = [(before[1] + step) % 7 for step in steps]
        else:
            possible = [
                (day + step) % 7 for step, day in filter(None, (before, after)) if abs(step) == 1
            ]
        possible = [day for day in possible if initials[day] == word]
        if not before and after and not possible:
            # The first of some days: T 3, Th 5, Sat 8.
            possible = [day for day in range(after[1]) if initials[day] == word][:1]
        if len(possible) == 1:
            read[index] = possible[0]
    return read


def _near(
    plain: Sequence[str], read: Sequence[int | None], index: int, way: int
) -> tuple[int, int] | None:
    """Return how far back the next day of a direction is, and the day; only letters lie between."""
    for step in range(1, 7):
        at = index + way * step
        if not 0 <= at < len(plain):
            return None
        if (day := read[at]) is not None:
            return -way * step, day
        if len(plain[at]) > 1:
            return None
    return None


def _letters(plain: Sequence[str], language: Language) -> list[int | None]:
    """Read single letters: each names the next weekday that begins with it."""
    initials = language.initials
    found: list[int | None] = [None] * len(plain)
    before: int | None = None
    for index, word in enumerate(plain):
        if len(word) != 1 or (word not in initials and word not in language.weekdays):
            before = before if not word else None
            continue
        days = [day for day, letter in enumerate(initials) if letter == word]
        days = days or [language.weekdays[word]]
        if before is None:
            day = _first_letter(plain[index : index + AHEAD], initials, days)
        elif initials[before] == word and index and plain[index - 1] == "":
            day = before
        else:
            day = min(days, key=lambda day: (day - (before or 0) - 1) % 7)
        found[index] = before = day
    enough = len({*found} - {None}) >= FEWEST_LETTERS
    return found if enough else [None] * len(plain)


def _first_letter(plain: Sequence[str], initials: Sequence[str], days: Sequence[int]) -> int:
    """Return which of the weekdays of a letter the next letters go on from."""
    following = [word for word in plain if word][:7]

    def agreeing(day: int) -> int:
        return sum(word == initials[(day + step) % 7] for step, word in enumerate(following))

    return max(days, key=agreeing)
