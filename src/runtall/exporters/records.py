"""Records of a plan: files that are written, read back and checked.

What a record needs is imported where it is written or read: the libraries for calendars and for
validation take their time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from runtall.check.claims import recomputed
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.csv_rows import NEEDED
from runtall.exporters.export import Export
from runtall.exporters.files import contents, words_of
from runtall.exporters.identity import PRODUCT, document_of, event_uid
from runtall.exporters.labels import Comparison, Labels
from runtall.exporters.parts import Parts
from runtall.exporters.plan_csv import to_csv
from runtall.exporters.plan_csv_parts import csv_parts
from runtall.exporters.plan_csv_reading import from_csv
from runtall.exporters.plan_json import FORMAT, to_json
from runtall.exporters.plan_json_parts import json_parts
from runtall.exporters.plan_json_reading import (
    document_in,
    from_json,
    read_document,
    read_plan_id,
)
from runtall.exporters.unreadable import UnreadablePlan

T = TypeVar("T")
# Where only what follows from the decisions counts.
NO_REPORT = Report("FEASIBLE", (), {}, {}, {}, 0.0)
OTHER = "this is the plan of another scenario: its id is not {!r}; its labels are not compared"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Examined(NamedTuple):
    """A plan that was read, and whose it is.

    Parameters
    ----------
    uid
        Identity of the plan's calendar; empty where the file doesn't say whose plan it is.
    """

    plan: Plan
    uid: str = ""


class Record(Protocol):
    """A kind of file that holds a plan so that it can be read back."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""

    def read(self, data: bytes, problem: Problem) -> Examined:
        """Read the plan back; raise `UnreadablePlan` if it is none."""

    def parts(self, data: bytes, export: Export) -> Parts:
        """Return what a file says, part by part; the export tells zone and units."""

    def report(self, data: bytes, problem: Problem, faults: list[str]) -> Report:
        """Return what the file says of the solve; what has not its form is a fault."""

    def add_on_id(self, export: Export, key: str) -> str:
        """Return how a file names the id of a mobility add-on."""

    def owns(self, data: bytes) -> bool:
        """Return at a glance whether runtall wrote a file."""


class Calendar:
    """``plan.ics``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        from runtall.exporters.plan_ics import to_ics

        publication = export.scenario.publication
        return to_ics(export.problem, export.plan, publication, export.previous, export.now)

    def read(self, data: bytes, problem: Problem) -> Examined:
        """Read the plan back."""
        from runtall.exporters.plan_ics_reading import plan_of, read_calendar

        calendar = read_calendar(data)
        return Examined(plan_of(calendar, problem), uid=str(calendar.get("UID", "")))

    def parts(self, data: bytes, export: Export) -> Parts:
        """Return what the file says, event by event."""
        from runtall.exporters.plan_ics import events_of
        from runtall.exporters.plan_ics_parts import ics_parts
        from runtall.exporters.plan_ics_reading import read_calendar

        publication = export.scenario.publication
        ours = events_of(export.problem, export.plan, publication)
        uids = {str(event["UID"]) for event in ours}
        return ics_parts(read_calendar(data), export.problem, publication.timezone, uids)

    def report(self, data: bytes, problem: Problem, faults: list[str]) -> Report:
        """Return that a calendar says nothing of it."""
        return NO_REPORT

    def add_on_id(self, export: Export, key: str) -> str:
        """Return the UID of the add-on's event."""
        return str(event_uid(export.scenario.publication.plan_id, key))

    def owns(self, data: bytes) -> bool:
        """Return whether a calendar names runtall as the program that made it."""
        return f"PRODID:{PRODUCT}".encode() in data.splitlines()


class Table:
    """``plan.csv``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        return to_csv(export.problem, export.plan, export.scenario.publication).encode()

    def read(self, data: bytes, problem: Problem) -> Examined:
        """Read the plan back."""
        return Examined(from_csv(decoded(data), problem))

    def parts(self, data: bytes, export: Export) -> Parts:
        """Return what the file says, row by row."""
        return csv_parts(decoded(data), export.problem)

    def report(self, data: bytes, problem: Problem, faults: list[str]) -> Report:
        """Return that a table says nothing of it."""
        return NO_REPORT

    def add_on_id(self, export: Export, key: str) -> str:
        """Return the id as it is."""
        return key

    def owns(self, data: bytes) -> bool:
        """Return whether a table begins with our header, though cut or with other separators."""
        header = data.decode("utf-8", "replace").removeprefix("\ufeff").partition("\n")[0]
        return {"session_id", *NEEDED} <= set(re.findall(r"\w+", header))


class Document:
    """``plan.json``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        text = to_json(export.problem, export.plan, export.scenario, export.report)
        return text.encode("utf-8", "replace")

    def read(self, data: bytes, problem: Problem) -> Examined:
        """Read the plan back."""
        text = decoded(data)
        uid = event_uid(read_plan_id(text), "calendar")
        return Examined(from_json(text, problem), uid=str(uid))

    def parts(self, data: bytes, export: Export) -> Parts:
        """Return what the file says, object by object."""
        return json_parts(document_in(decoded(data)), export.problem)

    def report(self, data: bytes, problem: Problem, faults: list[str]) -> Report:
        """Return the solver's word: the status, what it proved, how and how long."""
        try:
            return read_document(decoded(data), problem).report
        except UnreadablePlan as error:
            faults += error.faults
            return NO_REPORT

    def add_on_id(self, export: Export, key: str) -> str:
        """Return the id as it is."""
        return key

    def owns(self, data: bytes) -> bool:
        """Return whether a document says that it is a plan of runtall's, of whatever version.

        One that was cut off says so in its first lines.
        """
        beginning = re.match(rb'\s*\{\s*"format":\s*"%s"' % FORMAT.encode(), data)
        return bool(beginning or document_of(data, FORMAT))


# By suffix, in the order in which they are written.
RECORDS: Mapping[str, Record] = MappingProxyType(
    {".ics": Calendar(), ".csv": Table(), ".json": Document()}
)


def write_records(export: Export) -> dict[str, bytes]:
    """Return every record of a plan by name."""
    return {f"plan{suffix}": record.write(export) for suffix, record in RECORDS.items()}


def read_plan(path: Path, problem: Problem) -> Plan:
    """Read a record, whose kind its suffix tells.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    with _faults_of(path):
        return _record_of(path).read(contents(path), problem).plan


def labels_of(path: Path, scenario: Scenario) -> Labels:
    """Read a record, and hold all that it says against what follows from its decisions.

    Raises
    ------
    UnreadablePlan
        As `read_plan`.
    """
    with _faults_of(path):
        record, data = _record_of(path), contents(path)
        return compared(record, data, scenario)


def compared(record: Record, data: bytes, scenario: Scenario) -> Labels:
    """Hold what a record says against what follows from its decisions."""
    problem, plan_id = scenario.problem, scenario.publication.plan_id
    plan, uid = record.read(data, problem)
    faults: list[str] = []
    report = record.report(data, problem, faults)
    export = Export(problem, plan, scenario, report, LONG_AGO)

    def written(plan: Plan) -> Parts:
        costs = recomputed(problem, plan, report)
        return record.parts(record.write(replace(export, plan=plan, report=costs)), export)

    def add_on_ids(day: int) -> set[str]:
        week = problem.days[day].week
        numbers = range(1, problem.mobility_target + 1)
        return {record.add_on_id(export, f"w{week:02}-{MOBILITY}-{n}") for n in numbers}

    found = record.parts(data, export)
    labels = Comparison(problem, plan, found, written, add_on_ids).labels()
    if faults:
        about_solve = ("status", "stages", "costs")
        others = (line for line in labels.wrong if not line.startswith(about_solve))
        labels = replace(labels, wrong=(*faults, *others))
    # One id alone is a wrong label; the plan of another scenario has others throughout.
    throughout = any(
        ", UID: " in line or line.startswith("scenario_sha256") for line in labels.wrong
    )
    if uid in {"", str(event_uid(plan_id, "calendar"))} or not throughout:
        return labels
    return Labels(labels.plan, edited=(OTHER.format(plan_id),))


def read_whole(path: Path, read: Callable[[str], T]) -> T:
    """Read a ``plan.json`` with `read_document` or `read_scenario`.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    with _faults_of(path):
        return read(decoded(contents(path)))


def holds_sessions(path: Path, scenario: Scenario) -> bool:
    """Return whether a record of a scenario has the sessions in it: a calendar need not."""
    return path.suffix.lower() != ".ics" or "strength" in scenario.publication.include


def decoded(data: bytes) -> str:
    """Return the text of a file.

    Raises
    ------
    UnreadablePlan
        If it is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadablePlan(f"byte {error.start}: not UTF-8") from error


def _record_of(path: Path) -> Record:
    record = RECORDS.get(path.suffix.lower())
    if record is None:
        raise UnreadablePlan(f"a plan is a file that ends in {', '.join(RECORDS)}")
    return record


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """Let every fault begin with the path."""
    try:
        yield
    except OSError as error:
        raise UnreadablePlan(f"{path}: {words_of(error)}") from error
    except UnreadablePlan as error:
        raise UnreadablePlan(*(f"{path}: {fault}" for fault in error.faults)) from error
