"""Reading ``plan.csv`` back, also after somebody edited it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxed
from runtall.exporters.columns import COLUMNS
from runtall.exporters.csv_rows import Row, read_rows
from runtall.exporters.fields import day_of, kind_of, one_of, time_of, whole
from runtall.exporters.identity import relaxed_of
from runtall.exporters.moved import moved, moved_from
from runtall.exporters.plan_csv import MOBILITY, NOTE_MARK
from runtall.exporters.units import IMPERIAL, load_words
from runtall.exporters.unreadable import UnreadablePlan
from runtall.progression.mobility import mobility_items

SHARED = tuple(column.name for column in COLUMNS if column.shared)
OF_ENTRY = tuple(column for column in COLUMNS if column.about == "entry")


class CsvPlan(NamedTuple):
    """A plan, and what whoever edited its table should know."""

    plan: Plan
    remarks: tuple[str, ...]


def from_csv(text: str, problem: Problem) -> Plan:
    """Read a plan from CSV; see `read_csv`."""
    return read_csv(text, problem).plan


def read_csv(text: str, problem: Problem) -> CsvPlan:
    """Read a plan from CSV, also as spreadsheets and data frames save it.

    Rows belong together by session id, date and kind of session. Phase, name and pattern are
    not read: they follow from the rest. Weekday and week only tell where a session lay before
    somebody changed its date: what its row says of that day's run is then not held against it.

    Raises
    ------
    UnreadablePlan
        With every fault and its line.
    """
    reading = _Reading(problem)
    for row in read_rows(text, problem.request.calendar, reading.faults):
        reading.add(row)
    return reading.plan()


@dataclass
class _Group:
    """The rows of one session or mobility add-on."""

    line: int
    day: int
    cells: Mapping[str, str]
    entries: list[Entry] = field(default_factory=list)


@dataclass
class _Reading:
    """What has been read so far."""

    problem: Problem
    faults: list[str] = field(default_factory=list)
    groups: dict[tuple[str, int, str], _Group] = field(default_factory=dict)
    relaxed: set[Relaxed] = field(default_factory=set)

    def add(self, row: Row) -> None:
        """Read one row."""
        weeks = self.problem.request.calendar.weeks
        for token in row.cells.get("relaxed", "").split():
            try:
                self.relaxed.add(relaxed_of(token, weeks))
            except ValueError as error:
                self.faults.append(f"line {row.line}, relaxed: {error}")
        if any(text for column, text in row.cells.items() if column != "relaxed"):
            self._session(row)

    def _session(self, row: Row) -> None:
        day = row.need("date", lambda text: day_of(text, self.problem))
        mobility = row.cells["session"] == MOBILITY
        kind = MOBILITY if mobility else row.need("session", kind_of)
        if day is None or kind is None:
            return
        name = row.cells.get("session_id", "")
        twin = next((group for key, group in self.groups.items() if name and key[0] == name), None)
        if twin is not None and twin.day != day:
            self.faults.append(
                f"line {row.line}, date: {row.cells['date']!r}, but {twin.cells['date']!r} in line"
                f" {twin.line} of the same session"
            )
            return
        key = (name, day, kind)
        group = self.groups.setdefault(key, _Group(row.line, day, row.cells))
        for column in SHARED:
            here, there = row.cells.get(column, ""), group.cells.get(column, "")
            if here != there:
                self.faults.append(
                    f"line {row.line}, {column}: {here!r}, but {there!r} in line {group.line} "
                    "of the same session"
                )
        if mobility:
            known = [item.key for item in mobility_items()]
            row.need("exercise", lambda text: one_of(text, known, "mobility item"))
        elif row.cells["exercise"] or row.cells["sets"]:
            entry = self._entry(row, first=not group.entries)
            if entry is not None:
                group.entries.append(entry)

    def _entry(self, row: Row, *, first: bool) -> Entry | None:
        exercise = row.need(
            "exercise", lambda text: one_of(text, self.problem.exercises, "exercise")
        )
        found = {
            column.attribute: (row.need if column.needed else row.take)(column.name, column.read)
            for column in OF_ENTRY
            if column.name != "exercise"
        }
        given = {name: value for name, value in found.items() if value is not None}
        if exercise is None or "sets" not in given:
            return None
        entry = Entry(exercise=exercise, **({"position": 0} | given))
        note = _notes(entry.note)[1] if first else entry.note
        return replace(entry, load=_own_load(entry.load, entry.load_g), note=note)

    def plan(self) -> CsvPlan:
        """Return what the rows say, by day."""
        sessions, mobility, remarks = [], [], []
        for (_, day, kind), group in self.groups.items():
            if kind == MOBILITY:
                mobility.append(day)
                continue
            row = Row(group.line, group.cells, self.faults)
            session = Session(
                day=day,
                kind=kind_of(kind),
                entries=tuple(group.entries),
                option=group.cells.get("option", ""),
                run=group.cells.get("run", ""),
                minutes=row.take("minutes", whole) or 0,
                start=row.take("start", time_of),
                note=_notes(group.cells.get("note", ""))[0],
            )
            old = moved_from(self.problem, day, group.cells)
            if old is not None:
                session, remark = moved(self.problem, session, old)
                remarks.append(f"line {group.line}: {remark}")
            sessions.append(session)
        if self.faults:
            raise UnreadablePlan(*self.faults)
        plan = Plan(
            sessions=tuple(sorted(sessions, key=lambda session: session.day)),
            mobility=tuple(sorted(mobility)),
            relaxed=tuple(sorted(self.relaxed)),
        )
        return CsvPlan(plan, tuple(remarks))


def _notes(cell: str) -> tuple[str, str]:
    """Notes of the session and of its first exercise."""
    if cell.startswith(NOTE_MARK):
        return "", cell[1:].strip()
    session_note, _, entry_note = cell.partition(f" {NOTE_MARK} ")
    return session_note, entry_note


def _own_load(text: str, load_g: int | None) -> str:
    """Return the load's own words: none where they only repeat the weight."""
    if load_g is not None and text in {load_words(load_g, ""), load_words(load_g, IMPERIAL)}:
        return ""
    return text
