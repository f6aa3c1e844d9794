"""The one table of what ``plan.csv`` says about an exercise of a session, and ``plan.json`` too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, NamedTuple

from runtall.documents.values import read_time
from runtall.domain.library import read_record, records
from runtall.exporters.clean import one_line
from runtall.exporters.fields import truth, weight, whole

Value = str | int | float | None


class Column(NamedTuple):
    """One record of ``data/plan_columns.csv``: a column, and a key of ``plan.json`` if it has one.

    Parameters
    ----------
    about, attribute
        What it holds: of a ``day``, ``session``, ``entry`` or ``exercise`` this attribute; empty
        for what none of these knows.
    read
        How a cell is read.
    needed
        Whether a table without it is no plan.
    decided
        Whether it is read: a decision, or what tells how the session was before an edit.
    by_hand
        ``free`` where anybody may write what they like, ``window`` where anything within the
        day's window; empty where it follows from the rest of the plan.
    """

    name: str
    about: str
    attribute: str
    read: Callable[[str], Any]
    needed: bool
    decided: bool
    by_hand: str

    @property
    def free(self) -> bool:
        """Whether nothing that it says is held against the plan."""
        return self.by_hand == "free"


READERS = {"text": str, "whole": whole, "weight": weight, "truth": truth, "time": read_time}
# In the order of ``plan.csv``.
COLUMNS = tuple(
    read_record(Column, row, read=READERS[row["read"]]) for row in records("plan_columns.csv")
)
NAMES = tuple(column.name for column in COLUMNS)
FREE = frozenset(column.name for column in COLUMNS if column.free)


def values(**sources: Any) -> dict[str, Value]:
    """Return what the columns hold of a ``day``, ``session``, ``entry`` or ``exercise``.

    Numbers stay numbers; what a file can't hold becomes text.
    """
    found = {}
    for column in COLUMNS:
        if column.about in sources:
            source = sources[column.about]
            known = isinstance(source, Mapping)
            value = source.get(column.name) if known else getattr(source, column.attribute)
            in_grams = column.read is weight and value is not None
            found[column.name] = value / 1000 if in_grams else _plain(value)
    return found


def picked(source: object, *names: str) -> dict[str, Value]:
    """Return some attributes as `values` does."""
    return {name: _plain(getattr(source, name)) for name in names}


def cell(value: Value) -> str:
    """Return a value as the cell of a table, on one line; empty if there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return one_line(value) if isinstance(value, str) else str(value).removesuffix(".0")


def _plain(found: Any) -> Value:
    if isinstance(found, Enum):
        return str(found.value)
    if isinstance(found, time):
        return f"{found:%H:%M}"
    value: Value = found.isoformat() if isinstance(found, date) else found
    return value
