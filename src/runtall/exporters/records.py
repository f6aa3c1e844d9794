"""Records of a plan: files that are written, read back and checked.

What a record needs is imported where it is written or read: the libraries for calendars and for
validation take their time.
"""

from __future__ import annotations

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
from runtall.exporters.identity import FORMAT, PRODUCT, document_of, event_uid
from runtall.exporters.plan_csv import to_csv
from runtall.exporters.plan_csv_reading import read_csv
from runtall.exporters.plan_json import to_json
from runtall.exporters.plan_json_reading import from_json, read_plan_id
from runtall.exporters.unreadable import UnreadablePlan

T = TypeVar("T")


class Examined(NamedTuple):
    """A plan that was read, and what whoever checks it should know of its file.

    Parameters
    ----------
    uid
        Identity of the plan's calendar; empty where the file doesn't say whose plan it is.
    """

    plan: Plan
    remarks: Sequence[str] = ()
    uid: str = ""


class Record(Protocol):
    """A kind of file that holds a plan so that it can be read back."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""

    def read(self, data: bytes, problem: Problem) -> Examined:
        """Read the plan back; raise `UnreadablePlan` if it is none."""

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

    def owns(self, data: bytes) -> bool:
        """Return whether a calendar names runtall as the program that made it."""
        return f"PRODID:{PRODUCT}".encode() in data.splitlines()


class Table:
    """``plan.csv``."""

    def write(self, export: Export) -> bytes:
        """Return the contents of the file."""
        return to_csv(export.problem, export.plan, export.scenario.publication).encode()

    def read(self, data: bytes, problem: Problem) -> Examined:
        """Read the plan back, and tell which sessions were moved by hand."""
        return Examined(*read_csv(decoded(data), problem))

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
    return _examined(path, problem).plan


def examine_plan(path: Path, problem: Problem, publication: Publication) -> Examined:
    """Read a record, and tell what whoever checks it should know, though it can be read.

    Raises
    ------
    UnreadablePlan
        As `read_plan`.
    """
    found = _examined(path, problem)
    if found.uid in {"", str(event_uid(publication.plan_id, "calendar"))}:
        return found
    remark = f"this is the plan of another scenario: its id is not {publication.plan_id!r}"
    return found._replace(remarks=[*found.remarks, remark])


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


def _examined(path: Path, problem: Problem) -> Examined:
    with _faults_of(path):
        record = RECORDS.get(path.suffix.lower())
        if record is None:
            raise UnreadablePlan(f"a plan is a file that ends in {', '.join(RECORDS)}")
        return record.read(contents(path), problem)


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """Let every fault begin with the path."""
    try:
        yield
    except OSError as error:
        raise UnreadablePlan(f"{path}: {words_of(error)}") from error
    except UnreadablePlan as error:
        raise UnreadablePlan(*(f"{path}: {fault}" for fault in error.faults)) from error
