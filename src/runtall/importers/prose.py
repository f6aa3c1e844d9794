"""Weeks told in sentences: ``Easy 4 on Tuesday, a tempo run on Wednesday``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runtall.documents.values import NAMES
from runtall.importers.day_lines import is_weekday, readings_of
from runtall.importers.languages import joining
from runtall.importers.tables.dates import A_WORD
from runtall.importers.tables.week_numbers import names_week
from runtall.importers.tables.words import weekdays_of

# The name of a week as a sentence of its own.
NAMED = re.compile(r"(?P<label>[^.:!]{3,60}?)[.:!]+\s+(?P<rest>\S.*)")
CLAUSES = re.compile(r"[.;!]+\s+|,\s+(?:and |then |and then )?|\s+then\s+|\s+\u2013\s+")
AND_WORD = re.compile(rf"\s+(?:{joining('and')})\s+")
AND = rf"(?:\s*[,&/]\s*|{AND_WORD.pattern})"
# One weekday, or some, and the words that tie them to a run.
DAYS = re.compile(
    rf"(?:\b(?:{joining('on', 'and')})\s+)?(?P<days>{A_WORD}(?:{AND}{A_WORD})*)"
    rf"(?:,?\s+(?:{joining('be')}|do|run|we have)\b)?"
)
FEWEST = 2
# Days of one letter in a line: "M rest / T 6x400 / W 4".
PARTS = re.compile(r"(\s*[/|;]\s*|,\s+)")
LETTER = re.compile(r"(?P<before>.*[:\u2013-]\s+)?(?P<letter>[^\W\d_]{1,2})[.:]?\s+(?P<run>\S.*)")
FEWEST_LETTERS = 5


def with_names(line: str) -> str:
    """Return a line of many days of one letter with the names of those."""
    parts = PARTS.split(line)
    found = [LETTER.fullmatch(part) for part in parts[::2]]
    days = weekdays_of([one["letter"] if one else "" for one in found])
    if len({*days} - {None}) < FEWEST_LETTERS:
        return line
    parts[::2] = [
        part if one is None or day is None else f"{one['before'] or ''}{NAMES[day]} {one['run']}"
        for part, one, day in zip(parts[::2], found, days, strict=True)
    ]
    return "".join(parts)


def days_first(lines: Sequence[str]) -> list[str]:
    """Return weeks that are told in sentences with each day in front of what is run on it."""
    found = list(lines)
    named = False
    for at, line in enumerate(lines):
        label = NAMED.fullmatch(line.strip())
        begins = label is not None and names_week(label["label"])
        if (begins or named) and found[at].strip():
            first = label["rest"] if label and begins else line
            end = next((one for one in range(at + 1, len(lines)) if not lines[one].strip()), None)
            below = lines[at + 1 : end]
            changes = re.search(rf"\b(?:{joining('swap', 'move')})\b", first)
            told = [] if changes or readings_of(first) else _told(" ".join([first, *below]))
            if len(told) >= FEWEST and not any(map(names_week, below)):
                name = f"{label['label']}: " if label and begins else ""
                found[at : at + 1 + len(below)] = [name + ", ".join(told), *[""] * len(below)]
        named = names_week(line.strip()) or (named and not line.strip())
    return found


def _told(words: str) -> list[str]:
    """Return what is run on each day that some sentences name."""
    told: list[str] = []
    before = ""
    clauses = [part for one in CLAUSES.split(words.rstrip(" .!")) for part in _apart(one.strip())]
    for clause in filter(None, clauses):
        groups = [one for one in DAYS.finditer(clause) if _weekdays(one["days"])]
        if len(groups) != 1:
            if told:
                told[-1] += f", {clause}"
            else:
                before = f"{clause}, "
            continue
        (group,) = groups
        days = _weekdays(group["days"])
        run = " ".join(f"{clause[: group.start()]} {clause[group.end() :]}".split()).strip(" ,:-")
        told += [f"{day} {before}{run}" for day in days]
        before = ""
    return told


def _apart(clause: str) -> list[str]:
    """Return the runs of "6 miles on Tuesday and 4 on Wednesday"."""
    parts = [part for part in AND_WORD.split(clause) if part]
    with_day = [any(_weekdays(one["days"]) for one in DAYS.finditer(part)) for part in parts]
    alone = [_weekdays(part) for part in parts]
    return parts if all(with_day) and not any(alone) else [clause]


def _weekdays(words: str) -> list[str]:
    """Return the weekdays of joined words; none if any word is another."""
    days = [word for word in re.split(rf"{AND}|\s+", words) if word]
    return days if all(map(is_weekday, days)) else []
