"""The one table of what ``plan.csv`` says about an exercise of a session, and ``plan.json`` too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from runtall.exporters.fields import time_of, truth, weight, whole

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of ``plan.csv``, which is a key of ``plan.json`` where that has one.

    Parameters
    ----------
    about, attribute
        What it holds: of a ``day``, ``session``, ``entry`` or ``exercise`` this attribute; empty
        for what none of these knows.
    read
        How a cell is read.
    needed
        Whether a table without it is no plan.
    shared
        Whether it says the same in every row of a session.
    """

    name: str
    about: str = ""
    attribute: str = ""
    read: Callable[[str], Any] = str
    needed: bool = False
    shared: bool = False

    @property
    def number(self) -> bool:
        """Tell whether spreadsheets take the cells for numbers, and write them their own way."""
        return self.read in {whole, weight}


# In the order of ``plan.csv``.
COLUMNS = (
    Column("session_id"),
    Column("date", "day", "date", needed=True),
    Column("weekday", "day", "weekday"),
    Column("week", "day", "week", whole),
    Column("phase", "day", "phase"),
    Column("session", "session", "kind", needed=True),
    Column("option", "session", "option", shared=True),
    Column("run", "session", "run", shared=True),
    Column("start", "session", "start", time_of, shared=True),
    Column("minutes", "session", "minutes", whole, shared=True),
    Column("position", "entry", "position", whole),
    Column("exercise", "entry", "exercise", needed=True),
    Column("name", "exercise", "name"),
    Column("pattern", "exercise", "pattern"),
    Column("sets", "entry", "sets", whole, needed=True),
    Column("reps", "entry", "reps", whole),
    Column("distance_m", "entry", "distance_m", whole),
    Column("hold_s", "entry", "hold_s", whole),
    Column("per_side", "entry", "per_side", truth),
    Column("load_kg", "entry", "load_g", weight),
    Column("load", "entry", "load"),
    Column("rir", "entry", "rir", whole),
    Column("rest_s", "entry", "rest_s", whole),
    Column("method", "entry", "method"),
    Column("note", "entry", "note"),
    Column("relaxed"),
    Column("pair", "entry", "pair", whole),
)
NAMES = tuple(column.name for column in COLUMNS)


def values(**things: object) -> dict[str, Value]:
    """Return what the columns hold of a ``day``, ``session``, ``entry`` or ``exercise``.

    Numbers stay numbers; what a file can't hold becomes text.
    """
    return {
        column.name: _value(column, getattr(things[column.about], column.attribute))
        for column in COLUMNS
        if column.about in things
    }


def cell(value: Value) -> str:
    """Return a value as the cell of a table; empty if there is none."""
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return text.removesuffix(".0") if isinstance(value, float) else text


def _value(column: Column, found: Any) -> Value:
    if isinstance(found, Enum):
        return str(found.value)
    if isinstance(found, time):
        return f"{found:%H:%M}"
    if isinstance(found, date):
        return found.isoformat()
    value: Value = found
    return value / 1000 if column.read is weight and isinstance(value, int) else value
