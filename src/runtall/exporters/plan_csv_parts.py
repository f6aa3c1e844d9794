"""The rows of a ``plan.csv``, for comparing it with the one that would be written."""

from __future__ import annotations

from collections.abc import Mapping

from runtall.documents.values import read_time
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.columns import COLUMNS, FREE
from runtall.exporters.csv_rows import DOSES, Rows, lacking
from runtall.exporters.fields import day_of
from runtall.exporters.parts import PLAN, Key, Part, Parts, numbered
from runtall.exporters.unreadable import UnreadablePlan

# What is free in rows of mobility, too: all else there follows.
BLANK = frozenset(column.name for column in COLUMNS if column.free and column.about in {"", "day"})


def csv_parts(table: Rows, problem: Problem) -> Parts:
    """Return the rows of a table, without what is anybody's to write.

    Raises
    ------
    UnreadablePlan
        It lacks a column that rules are tested on.
    """
    for row in table.rows[:1]:
        if faults := [*lacking(row.cells, DOSES)]:
            raise UnreadablePlan(*faults)
    kinds = {
        cells["session_id"]: cells["session"]
        for _, cells, _ in table.rows
        if cells.get("session_id") and cells["session"] != MOBILITY
    }
    return numbered(
        (_key(cells, kinds, problem), Part(f"line {line}", _fields(cells), name=_name(cells)))
        for line, cells, _ in table.rows
    )


def _name(cells: Mapping[str, str]) -> str:
    return f"{cells.get('session_id', '')}, the row of {cells.get('name') or cells['exercise']}"


def _key(cells: Mapping[str, str], kinds: Mapping[str, str], problem: Problem) -> Key:
    """Return which row it is; a light session's own mobility is part of that session."""
    if not cells["date"]:
        return PLAN
    day, kind, exercise = day_of(cells["date"], problem), cells["session"], cells["exercise"]
    if kind == MOBILITY:
        return Key(day, kinds.get(cells.get("session_id", ""), MOBILITY), f"{MOBILITY} {exercise}")
    return Key(day, kind, f"{cells.get('position', '')} {exercise}")


def _fields(cells: Mapping[str, str]) -> dict[str, str]:
    free = BLANK if cells["session"] == MOBILITY else FREE
    found = {name: text for name, text in cells.items() if name not in free}
    if found.get("start"):
        # Some programs add seconds, others leave out a zero.
        found["start"] = f"{read_time(found['start']):%H:%M}"
    return found
