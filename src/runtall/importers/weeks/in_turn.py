"""What weeks that are told at once have in turn: ``long run 22 / 24 / 26 / 28 km``."""

from __future__ import annotations

import re
from functools import cache

from runtall.importers.days.week_numbers import is_week

# "(wk 1/2/3/4)": which week has which.
WHICH = re.compile(r"\s*\((?P<word>[^\W\d_]+)\.? ?\d[^)]*\)")
# "wk 2: 24 km".
ITEM = (
    r"(?:(?P<word{0}>[^\W\d_]{{1,6}})\.? ?\d{{1,2}} ?[:=-] ?)?"
    r"(?P<number{0}>{1})(?P<unit{0}> ?[^\W\d_]{{1,6}}\b)?"
)
SLASH, ANY_SIGN = r"\s*/\s*", r"\s*(?:,\s*(?:then|and)?|then|and|&|-+>?|\u2192|\u2013|;)\s*"
# Numbers that are no steps of a ladder, "3/2/1 min", nor sprints of so many metres.
FEWEST, MOST, APART = 10, 240, 2.5
# Parts that no numbers have to tell to be one for each week.
PARTS = re.compile(r"\s+[/|]\s+|;\s+")


def in_turn(title: str, place: int, weeks: int) -> str:
    """Return a title with what it has for one of several weeks; as it is if it names no list.

    Parameters
    ----------
    place
        Of the week, from 0.
    weeks
        How many there are.
    """
    which = WHICH.search(title)
    said = which is not None and is_week(which["word"])
    plain = title[: which.start()] + title[which.end() :] if which and said else title
    for found in (one for pattern in _lists(weeks) for one in pattern.finditer(plain)):
        numbers = [_value(found[f"number{at}"]) for at in range(weeks)]
        words = [word for at in range(weeks) if (word := found[f"word{at}"])]
        unit = (found[f"unit{place}"] or found[f"unit{weeks - 1}"] or "").strip()
        steps = max(numbers) <= min(MOST, APART * min(numbers))
        steps = steps and (max(numbers) >= FEWEST or unit == "x")
        if all(map(is_week, words)) and (said or words or steps):
            one = f"{found[f'number{place}']} {unit}".strip()
            return f"{plain[: found.start()]}{one}{plain[found.end() :]}"
    parts = PARTS.split(plain)
    return parts[place] if len(parts) == weeks > 2 else title


def _value(number: str) -> float:
    """Return a length as it is written, one of hours in minutes: ``1h20``."""
    hours, h, minutes = number.replace(" ", "").replace(",", ".").partition("h")
    return 60 * float(hours) + float(minutes) if h else float(hours)


@cache
def _lists(count: int) -> tuple[re.Pattern[str], ...]:
    """Find as many numbers as weeks; two of them only with a slash between."""
    hours = r"\d ?h ?\d\d|\d{1,3}"
    signs = (
        (SLASH, rf"(?:{hours}(?:[.,]\d{{1,2}})?)"),
        (ANY_SIGN, rf"(?:{hours}(?:\.\d{{1,2}})?)"),
    )
    return tuple(
        re.compile(
            r"(?<![\w.,/:-])"
            + sign.join(ITEM.format(at, number) for at in range(count))
            + rf"(?!{sign}\d|[\d:])"
        )
        for sign, number in signs[: 2 if count > 2 else 1]
    )
