"""The exercise library and the templates, read from the data files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache
from inspect import get_annotations
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from runtall.domain.exercise import Area, Exercise, Measure, Pattern, SessionKind, Slot, Template

T = TypeVar("T")
# Not asked for as a resource: to import what finds these takes longer than to read them.
DATA = Path(__file__).parents[1] / "data"


def records(name: str) -> list[dict[str, str]]:
    """Return the rows of the data file ``name`` as mappings from column to text."""
    return list(csv.DictReader(data_text(name).splitlines()))


def data_text(name: str) -> str:
    """Return text of the data file ``name``."""
    return (DATA / name).read_text("utf-8")


# How the text of a column becomes the value of a field, by the field's type.
_FROM_TEXT: Mapping[str, Callable[[str], Any]] = {
    "str": str,
    "int": int,
    "bool": "true".__eq__,
    "Pattern": Pattern,
    "Measure": Measure,
    "tuple[str, ...]": lambda text: tuple(text.split("+")),
    "tuple[int, ...]": lambda text: tuple(map(int, text.split("+"))),
    "tuple[frozenset[str], ...]": lambda text: tuple(
        frozenset(need.split("+")) for need in text.split("|") if need
    ),
}


def read_record(kind: type[T], row: Mapping[str, str], **values: Any) -> T:
    """Return a row of a data file as a dataclass or tuple: each column is the field of its name.

    Parameters
    ----------
    values
        Fields that are no column.
    """
    for name, words in get_annotations(kind).items():
        if name not in values:
            # Tuples keep the words of a type within an object.
            values[name] = _FROM_TEXT[str(getattr(words, "__forward_arg__", words))](row[name])
    return kind(**values)


@cache
def exercises() -> Mapping[str, Exercise]:
    """Return every exercise by key, in the guide's order."""
    found = {}
    for row in records("exercises.csv"):
        areas = MappingProxyType({area: int(row[area]) for area in Area if int(row[area])})
        found[row["key"]] = read_record(Exercise, row, areas=areas)
    return MappingProxyType(found)


@cache
def templates() -> Mapping[SessionKind, Template]:
    """Return the template of every session kind."""
    rows = records("templates.csv")
    found = {}
    for kind in SessionKind:
        own = [row for row in rows if row["session"] == kind]
        slots = tuple(read_record(Slot, row, name=row["slot"]) for row in own)
        found[kind] = Template(slots, own[0]["title"])
    return MappingProxyType(found)
