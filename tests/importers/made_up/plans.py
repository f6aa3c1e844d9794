"""Sixteen weeks of each author's phrases, in three layouts.

The phrases are what runners of each language write; nothing of them is published anywhere. Those
of the first six authors, of twelve in English, were written before the words of the reader were
looked at. The later ones say so; in English the writer of the last six hadn't seen them either.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from runtall.domain.library import data_text

RACE = date(2027, 4, 25)
WEEKS = 16
FIRST = RACE - timedelta(days=7 * WEEKS - 1)
# How dates are written there.
DATES = {
    **dict.fromkeys(("de", "da", "no", "pl"), "%d.%m.%Y"),
    **dict.fromkeys(("fr", "es", "it", "pt"), "%d/%m/%Y"),
    "nl": "%d-%m-%Y",
}
# The letters of a week and what they stand for.
LETTERS = {
    "R": "rest",
    "E": "easy",
    "V": "recovery",
    "M": "medium_long",
    "W": "workout",
    "L": "long",
    "S": "strength",
    "C": "cross",
    "T": "tuneup",
    "A": "race",
    "X": "noise",
}
KM = {"E": (8, 10, 7, 9), "V": (5, 6), "M": (16, 18, 17), "W": (12, 11, 13), "L": (24, 27, 30, 22)}
TUNEUPS, CUTBACKS = (8, 12), (4, 10)
# Of more authors in English the words were mended by in the end.
HELD_BACK_IN_ENGLISH = {3, 9, 24, 25, 26}


@dataclass(frozen=True, eq=False)
class Author:
    """Who writes plans: language, number, and phrases by kind."""

    code: str
    number: int
    week: str
    unit: str
    phrases: dict[str, list[str]]

    @property
    def name(self) -> str:
        return f"{self.code}{self.number}"

    @property
    def is_later(self) -> bool:
        """Whether the words of the reader had been seen before the phrases were written."""
        return self.number > (12 if self.code == "en" else 6)

    @property
    def held_back(self) -> bool:
        """The words of the reader were never mended by these."""
        return self.number in HELD_BACK_IN_ENGLISH if self.code == "en" else self.number % 3 == 0


@dataclass(frozen=True)
class Day:
    date: date
    title: str
    text: str
    kind: str


def authors() -> Iterator[Author]:
    """Every author of every language."""
    for path in sorted(Path(__file__).with_name("plans").glob("*.toml")):
        for number, found in enumerate(tomllib.loads(path.read_text())["author"], start=1):
            phrases = {kind: found[kind] for kind in LETTERS.values() if kind in found}
            yield Author(path.stem, number, found["week"], found.get("unit", "km"), phrases)


def plan(author: Author) -> list[Day]:
    """The author's sixteen weeks."""
    turns = {kind: count() for kind in LETTERS.values()}
    return [
        _day(author, turns, 7 * week + day, letter, week + 1)
        for week in range(WEEKS)
        for day, letter in enumerate(_letters(author, week + 1))
    ]


def _letters(author: Author, week: int) -> str:
    if week == WEEKS:
        return "REWRERA"
    return author.week.replace("L", "T") if week in TUNEUPS else author.week


def _day(author: Author, turns: dict[str, count[int]], day: int, letter: str, week: int) -> Day:
    kind = LETTERS[letter]
    phrases = author.phrases[kind]
    turn = next(turns[kind])
    far = KM.get(letter, (10,))
    km = far[turn % len(far)] - (7 if letter == "L" and week in CUTBACKS else 0)
    minutes = 5 * round(6 * km / 5)
    if author.unit == "mi":
        km = round(km / 1.6)
    hours = f"{minutes // 60}:{minutes % 60:02} h"
    phrase = phrases[turn % len(phrases)].replace("{k}", str(km)).replace("{m}", str(minutes))
    title, _, text = phrase.replace("{h}", hours).partition(" | ")
    return Day(FIRST + timedelta(days=day), title, text, kind)


def as_long_csv(days: list[Day], code: str) -> tuple[str, str]:
    """One row a day, with headers and dates as in the language's country."""
    words = _language(code)["headers"]
    header = [words[name][0] for name in ("date", "title", "description")]
    style = DATES.get(code, "%Y-%m-%d")
    return "long.csv", _table([header, *([f"{d.date:{style}}", d.title, d.text] for d in days)])


def as_wide_csv(days: list[Day], code: str) -> tuple[str, str]:
    """One row a week, without dates, with the language's weekdays."""
    words = _language(code)
    header = [words["headers"]["week"][0], *(names[0] for names in words["weekdays"].values())]
    cells = [f"{day.title}: {day.text}" if day.text else day.title for day in days]
    rows = [[week + 1, *cells[7 * week : 7 * week + 7]] for week in range(WEEKS)]
    return "wide.csv", _table([header, *rows])


def as_ics(days: list[Day], code: str) -> tuple[str, str]:
    """All-day events."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//plan//"]
    for number, day in enumerate(days):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "DTSTAMP:20260101T000000Z"]
        lines += [f"DTSTART;VALUE=DATE:{day.date:%Y%m%d}", f"SUMMARY:{_escaped(day.title)}"]
        lines += [f"DESCRIPTION:{_escaped(day.text)}"] if day.text else []
        lines.append("END:VEVENT")
    return "plan.ics", "\r\n".join([*lines, "END:VCALENDAR", ""])


LAYOUTS = (as_long_csv, as_wide_csv, as_ics)


def layouts(author: Author) -> tuple[Callable[[list[Day], str], tuple[str, str]], ...]:
    """Every layout; of later authors only one, unless they are held back, to save time."""
    one_is_enough = author.is_later and not author.held_back
    return (LAYOUTS[author.number % 3],) if one_is_enough else LAYOUTS


def _language(code: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(data_text(f"languages/{code}.toml"))


def _table(rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
