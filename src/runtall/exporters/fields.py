"""Reading single values with words for what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches

from runtall.documents.values import read_date
from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.units import grams

UNCLEAR = "can't be read"
OUTSIDE = "is outside the plan"
NO_WEIGHT, NO_NUMBER = "is no weight in kilograms", "is no whole number"


@contextmanager
def collecting(faults: list[str], where: str) -> Iterator[None]:
    """Add what can't be read to the faults, each line of the complaint with its place."""
    try:
        yield
    except ValueError as error:
        faults += [f"{where}{line}" for line in str(error).splitlines() or [UNCLEAR]]


def whole(text: str) -> int:
    """Read a whole number, 0 or more."""
    return int(_matched("[0-9]{1,6}", text, NO_NUMBER)[0])


def weight(text: str) -> int:
    """Read kilograms, as grams."""
    return grams(_matched(r"[0-9]{1,4}(\.[0-9]+)?", text, NO_WEIGHT)[0])


def truth(text: str) -> bool:
    """Read ``true`` or ``false``, however capitalised."""
    return bool(_matched("(?i)(true)|false", text, "is neither true nor false")[1])


def _matched(pattern: str, text: str, what: str) -> re.Match[str]:
    match = re.fullmatch(pattern, text)
    if match is None:
        raise ValueError(f"{text!r} {what}")
    return match


def day_of(text: str, problem: Problem) -> int:
    """Read an ISO date as a day of the calendar."""
    return day_index(read_date(text), problem)


def day_index(when: date, problem: Problem) -> int:
    """Return the index of a date in the calendar."""
    calendar = problem.request.calendar
    index = calendar.index(when)
    if index is None:
        last = calendar.date(calendar.n_days - 1)
        raise ValueError(f"{when} {OUTSIDE} ({calendar.first_date} to {last})")
    return index


def kind_of(text: str) -> SessionKind:
    """Read a session kind."""
    if text not in set(SessionKind):
        raise ValueError(f"{text!r} is no kind of session ({', '.join(SessionKind)}, mobility)")
    return SessionKind(text)


def one_of(text: str, known: Iterable[str], what: str) -> str:
    """Read a name out of known ones."""
    names = list(known)
    if text in names:
        return text
    near = get_close_matches(text, names, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"{text!r} is no {what}{hint}")
