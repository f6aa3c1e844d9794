"""Records of a plan: files that are written, read back and checked.

What a record needs is imported where it is written or read: the libraries for calendars and for
validation take their time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.scenario import Publication, Scenario
from runtall.exporters.csv_rows import NEEDED
from runtall.exporters.export import Export
from runtall.exporters.files import contents, words_of
from runtall.exporters.identity import PRODUCT
from runtall.exporters.plan_csv import to_csv
from runtall.exporters.plan_csv_reading import from_csv, read_csv
from runtall.exporters.plan_json import FORMAT, to_json
from runtall.exporters.plan_json_reading import from_json, read_plan_id
from runtall.exporters.unreadable import UnreadablePlan

T = TypeVar("T")


class Examined(NamedTuple):
    """A plan that was read, and what whoever checks it should know of its file."""

    plan: Plan
    remarks: Sequence[str]


class Record(Protocol):
    """A kind of file that holds a plan so that it can be read back."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back; raise `UnreadablePlan` if it is none."""

    def examine(self, data: bytes, problem: Problem, publication: Publication) -> Examined:
        """Read the plan back, and tell what whoever checks it should know of its file."""

    def owns(self, data: bytes) -> bool:
        """Tell at a glance whether runtall wrote a file."""


class Calendar:
    """``plan.ics``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        from runtall.exporters.plan_ics import to_ics

        publication = export.scenario.publication
        return to_ics(export.problem, export.plan, publication, export.previous, export.now)

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back."""
        from runtall.exporters.plan_ics_reading import from_ics

        return from_ics(data, problem)

    def examine(self, data: bytes, problem: Problem, publication: Publication) -> Examined:
        """Read the plan back, and tell whether the calendar is another plan's."""
        from runtall.exporters.plan_ics_reading import is_calendar_of, plan_of, read_calendar

        calendar = read_calendar(data)
        same = is_calendar_of(publication.plan_id, calendar)
        return Examined(plan_of(calendar, problem), _of_another(publication, same=same))

    def owns(self, data: bytes) -> bool:
        """Tell whether a calendar names runtall as the program that made it."""
        return f"PRODID:{PRODUCT}".encode() in data.splitlines()


class Table:
    """``plan.csv``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        return to_csv(export.problem, export.plan, export.scenario.publication).encode()

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back."""
        return from_csv(decoded(data), problem)

    def examine(self, data: bytes, problem: Problem, publication: Publication) -> Examined:
        """Read the plan back, and tell which sessions were moved by hand."""
        return Examined(*read_csv(decoded(data), problem))

    def owns(self, data: bytes) -> bool:
        """Tell whether a table begins with our header, though cut or with other separators."""
        header = data.decode("utf-8", "replace").removeprefix("\ufeff").partition("\n")[0]
        return {"session_id", *NEEDED} <= set(re.findall(r"\w+", header))


class Document:
    """``plan.json``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        text = to_json(export.problem, export.plan, export.scenario, export.report)
        return text.encode("utf-8", "replace")

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back."""
        return from_json(decoded(data), problem)

    def examine(self, data: bytes, problem: Problem, publication: Publication) -> Examined:
        """Read the plan back, and tell whether the document is another plan's."""
        text = decoded(data)
        same = read_plan_id(text) == publication.plan_id
        return Examined(from_json(text, problem), _of_another(publication, same=same))

    def owns(self, data: bytes) -> bool:
        """Tell whether a document says that it is a plan of runtall's, of whatever version.

        One that was cut off says so in its first lines.
        """
        if re.match(rb'\s*\{\s*"format":\s*"%s"' % FORMAT.encode(), data):
            return True
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return False
        return isinstance(document, dict) and document.get("format") == FORMAT


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
        return _record_of(path).read(contents(path), problem)


def examine_plan(path: Path, problem: Problem, publication: Publication) -> Examined:
    """Read a record, and tell what whoever checks it should know, though it can be read.

    Raises
    ------
    UnreadablePlan
        As `read_plan`.
    """
    with _faults_of(path):
        return _record_of(path).examine(contents(path), problem, publication)


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
    """Tell whether a record of a scenario has the sessions in it: a calendar need not."""
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


def _of_another(publication: Publication, *, same: bool) -> Sequence[str]:
    words = f"this is the plan of another scenario: its id is not {publication.plan_id!r}"
    return [] if same else [words]


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """Let every fault begin with the path."""
    try:
        yield
    except OSError as error:
        raise UnreadablePlan(f"{path}: {words_of(error)}") from error
    except UnreadablePlan as error:
        raise UnreadablePlan(*(f"{path}: {fault}" for fault in error.faults)) from error
