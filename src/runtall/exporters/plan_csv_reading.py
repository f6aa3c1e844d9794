"""Reading ``plan.csv`` back, also after somebody edited it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from runtall.domain.mobility import all_mobility_items
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxed
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.columns import COLUMNS
from runtall.exporters.csv_rows import Row, Rows
from runtall.exporters.decisions import by_day
from runtall.exporters.fields import collecting, day_of, kind_of, one_of
from runtall.exporters.identity import relaxed_of
from runtall.exporters.plan_csv import FIRST_ROW
from runtall.exporters.unreadable import UnreadablePlan, line_of

# All that the row of a week without sessions and mobility has.
WITHOUT = ("week", "relaxed")


@dataclass
class _Group:
    """The rows of one session or mobility add-on: the first of them, and what all hold."""

    row: Row
    day: int
    kind: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The session id; empty where the table has none."""
        return self.row.cells.get("session_id", "")


def plan_of(table: Rows, problem: Problem) -> Plan:
    """Read what was decided off the rows of a table.

    Rows belong together by session id, date and kind of session. What follows from the decisions
    is not read: `runtall.exporters.labels` compares it.

    Raises
    ------
    UnreadablePlan
        With every fault and its line.
    """
    faults = table.faults
    by_id: dict[str, list[_Group]] = {}
    relaxed: set[Relaxed] = set()
    for row in table.rows:
        for token in row.cells.get("relaxed", "").split():
            with collecting(faults, f"line {row.line}, relaxed: "):
                relaxed.add(relaxed_of(token, len(problem.weeks)))
        if any(text for column, text in row.cells.items() if column not in WITHOUT):
            _add(by_id.setdefault(row.cells.get("session_id", ""), []), row, problem)
    groups = [group for alike in by_id.values() for group in alike]
    sessions = [_session(group) for group in groups if group.kind != MOBILITY]
    if faults:
        # Rows may have been sorted otherwise; what is told of many lines comes last.
        raise UnreadablePlan(*sorted(faults, key=lambda fault: line_of(fault) or sys.maxsize))
    # A light session's own mobility follows from what it is.
    inside = {group.key for group in groups if group.kind != MOBILITY} - {""}
    mobility = [group.day for group in groups if group.kind == MOBILITY and group.key not in inside]
    return by_day(sessions, mobility, relaxed)


def _add(alike: list[_Group], row: Row, problem: Problem) -> None:
    """Read a row into its group among those of its id; one that begins a session makes a new."""
    day = row.need("date", lambda text: day_of(text, problem))
    mobility = row.cells["session"] == MOBILITY
    kind = MOBILITY if mobility else row.need("session", kind_of)
    if day is None or kind is None:
        return
    if row.cells.get("session_id") and alike and alike[0].day != day:
        first = alike[0].row
        row.faults.append(
            f"line {row.line}, date: {row.cells['date']!r}, but {first.cells['date']!r} in line"
            f" {first.line} of the same session"
        )
        return
    group = next((group for group in alike if (group.day, group.kind) == (day, kind)), None)
    if group is None:
        group = _Group(row._replace(cells={**row.cells}), day, kind)
        alike.append(group)
    # What stands in one row of a session only is in any, as rows may have been sorted otherwise.
    told = {name: row.cells[name] for name in FIRST_ROW if row.cells.get(name)}
    group.row.cells.update(told)
    if mobility:
        known = [item.key for item in all_mobility_items()]
        row.need("exercise", lambda text: one_of(text, known, "mobility item"))
    elif row.cells["exercise"] or row.cells["sets"]:
        group.entries += _entry(row, problem)


def _given(row: Row, about: str, but: str) -> dict[str, Any]:
    """Return what was decided of a session or an entry, without what is read on its own."""
    found = {
        column.attribute: (row.need if column.needed else row.take)(column.name, column.read)
        for column in COLUMNS
        if column.decided and column.about == about and column.attribute != but
    }
    return {name: value for name, value in found.items() if value is not None}


def _session(group: _Group) -> Session:
    given = _given(group.row, "session", but="kind")
    return Session(group.day, kind_of(group.kind), tuple(group.entries), **given)


def _entry(row: Row, problem: Problem) -> Sequence[Entry]:
    """Return the entry of a row; none if it is faulty."""
    exercise = row.need("exercise", lambda text: one_of(text, problem.exercises, "exercise"))
    given = _given(row, "entry", but="exercise")
    if exercise is None or "sets" not in given:
        return ()
    return [Entry(exercise=exercise, **({"position": 0} | given))]
