"""Prose that was wrapped anywhere: ``Mon rest; Tue 6x800; Wed`` and below it ``8 km easy``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from runtall.importers.days.dates import WORD
from runtall.importers.days.day_lines import label_and_days
from runtall.importers.days.line_starts import readings_of
from runtall.importers.days.names import may_be_weekday
from runtall.importers.days.weekday_words import is_weekday

# What ends a clause; behind a full stop the next begins with a capital letter.
CLAUSE = re.compile(r";\s+|(?<=[^\W\d_]{4}[.!?])\s+(?=[^\W\d_a-z])")
# A day without its run.
OPEN = re.compile(r"(?P<day>[^\W\d_]+)\.?(?: \d{1,2}\.?)?")
# Days that such paragraphs name one behind the other.
FEWEST = 3


def with_clauses(text: str) -> str:
    """Return a text with a line for each clause of paragraphs that are wrapped within clauses.

    A table has as many semicolons in every row, and no row begins in the middle of a run.
    """
    lines = text.splitlines()
    if text.count("; ") < FEWEST - 1 or len({line.count(";") for line in lines if line}) < 2:
        return text
    paragraphs: list[list[str]] = []
    for above, line in pairwise(["", *lines]):
        goes_on = above.strip() and line.strip() and (_is_open(above) or not _begins(line))
        if goes_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    clauses = [_clauses(one) for one in paragraphs]
    days = sum(_begins(one) for of_one in clauses if len(of_one) > 1 for one in of_one)
    broken = days >= FEWEST and any(map(_is_broken, paragraphs))
    return "\n".join("\n".join(one) for one in clauses) + "\n" if broken else text


def _clauses(lines: Sequence[str]) -> Sequence[str]:
    """Return the clauses of a paragraph."""
    return CLAUSE.split(" ".join(map(str.strip, lines)))


def _is_broken(lines: Sequence[str]) -> bool:
    """Return whether a paragraph is wrapped within a clause: what goes on there names no day."""
    return any(
        above.rstrip()[-1:] not in ";.:!?"
        and (below[:1].islower() or below[:1].isdigit())
        and not any(map(may_be_weekday, WORD.findall(below.partition(";")[0])))
        for above, below in pairwise(map(str.strip, lines))
    )


def _is_open(line: str) -> bool:
    """Return whether a line ends within a date: ``8 km easy; Wed 14``."""
    found = OPEN.fullmatch(CLAUSE.split(line)[-1].strip())
    return found is not None and is_weekday(found["day"])


def _begins(clause: str) -> bool:
    """Return whether words begin with a day and say what is run on it, or with a week."""
    label, days = label_and_days(clause)
    return bool(label) or any(title for _, title, _ in readings_of(days).values())
