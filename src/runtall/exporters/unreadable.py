"""A plan file that can't be understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from runtall.documents.files import not_there
from runtall.errors import Fault, UserError
from runtall.exporters.fields import NO_NUMBER, NO_WEIGHT, OUTSIDE
from runtall.exporters.files import words_of

UNEVEN = "cells, the header"
# What a spreadsheet does that was told another separator, or none.
SEPARATOR = ": the separator between cells was changed, or is in them?"


class Kind(NamedTuple):
    """Faults that have the same cause, or differ in place and value only.

    Parameters
    ----------
    most
        So many are told one by one; of more the ``first`` few are, and the ``cause``, if one is
        likely that is no slip of a hand.
    """

    most: int = 10
    first: int = 3
    cause: str = ""


DATES = Kind(cause=": a spreadsheet took numbers for dates? Let it read such columns as text")
# By what a fault says; of all others nobody knows a cause.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        OUTSIDE: Kind(3, 1, ": made for another scenario?"),
        UNEVEN: Kind(cause=SEPARATOR),
        NO_NUMBER: DATES,
        NO_WEIGHT: DATES,
    }
)


class UnreadablePlan(UserError):
    """A file is no plan: something in it has no meaning, whatever the rules say."""


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Let every fault of a plan file have its place.

    Raises
    ------
    UnreadablePlan
        If it can't be read, or is no plan.
    """
    try:
        yield
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise UnreadablePlan(
            f"{path}: {not_there(path) if missing else words_of(error)}"
        ) from error
    except UnreadablePlan as error:
        told = _gathered([*map(str, error.faults)])
        faults = (Fault(str(path), line_of(fault), 0, "", fault) for fault in told)
        raise UnreadablePlan(*faults) from error


def line_of(fault: str) -> int:
    """Return the line that a fault begins with, which its words name already; 0: none."""
    found = re.match("line ([0-9]+)", fault)
    return int(found[1]) if found else 0


def _gathered(faults: Sequence[str]) -> Iterator[str]:
    """Yield faults, of a kind of which there are many the first few; last how many more are."""
    kinds = [_kind(fault) for fault in faults]
    every, told = Counter(kinds), Counter[str]()
    for fault, kind in zip(faults, kinds, strict=True):
        most, first, _ = KINDS.get(kind, Kind())
        if told[kind] < (first if every[kind] > most else most):
            told[kind] += 1
            yield fault
    for kind, count in (every - told).items():
        yield f"and {count} more like this{KINDS.get(kind, Kind()).cause}"


def _kind(fault: str) -> str:
    """Return what a fault says that has a cause, else without its place and value."""
    place_and_value = re.sub("'.*?'|\".*?\"|[0-9]+", "", fault)
    return next((words for words in KINDS if words in fault), place_and_value)
