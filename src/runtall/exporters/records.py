"""One small protocol for all formats of a plan."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from runtall.exporters.plan_csv import to_csv
from runtall.exporters.plan_csv_reading import NEEDED, from_csv, read_csv
from runtall.exporters.plan_ics import to_ics
from runtall.exporters.plan_ics_reading import from_ics, is_calendar_of
from runtall.exporters.plan_json import FORMAT, to_json
from runtall.exporters.plan_json_reading import from_json, read_plan_id
from runtall.exporters.revisions import PRODUCT
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.report import Report
    from runtall.domain.scenario import Publication, Scenario


@dataclass(frozen=True, slots=True)
class Export:
    """Everything that some format writes down.

    Parameters
    ----------
    plan
        With amounts and notes filled in.
    now
        Time of fresh stamps in the calendar.
    previous
        The calendar that lies where this one will be written, if any.
    """

    problem: Problem
    plan: Plan
    scenario: Scenario
    report: Report
    now: datetime
    previous: bytes | None = None


class Format(Protocol):
    """A kind of plan file."""

    @property
    def suffix(self) -> str:
        """How its file names end: ``.csv``."""

    def write(self, export: Export) -> bytes:
        """Give the contents of the file."""

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back; raises `UnreadablePlan`."""

    def remarks(self, data: bytes, problem: Problem, publication: Publication) -> Sequence[str]:
        """What whoever reads a plan should know about its file, though it can be read."""

    def owns(self, data: bytes) -> bool:
        """Whether a file is one that runtall wrote, at a glance."""


def _about_id(publication: Publication, *, same: bool) -> Sequence[str]:
    words = f"this is the plan of another scenario: its id is not {publication.plan_id!r}"
    return [] if same else [words]


def decoded(data: bytes) -> str:
    """Text of a file.

    Raises
    ------
    UnreadablePlan
        If it is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadablePlan(f"byte {error.start}: not UTF-8") from error


@dataclass(frozen=True, slots=True)
class IcsFormat:
    """The calendar."""

    suffix: str = ".ics"

    def write(self, export: Export) -> bytes:
        """Give the contents of the file."""
        publication = export.scenario.publication
        return to_ics(export.problem, export.plan, publication, export.previous, export.now)

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back."""
        return from_ics(data, problem)

    def remarks(self, data: bytes, problem: Problem, publication: Publication) -> Sequence[str]:
        """Whether the calendar is another plan's."""
        return _about_id(publication, same=is_calendar_of(publication.plan_id, data))

    def owns(self, data: bytes) -> bool:
        """Whether a calendar names runtall as the program that made it."""
        return f"PRODID:{PRODUCT}".encode() in data.splitlines()


@dataclass(frozen=True, slots=True)
class CsvFormat:
    """The table."""

    suffix: str = ".csv"

    def write(self, export: Export) -> bytes:
        """Give the contents of the file."""
        return to_csv(export.problem, export.plan, export.scenario.publication).encode()

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back."""
        return from_csv(decoded(data), problem)

    def remarks(self, data: bytes, problem: Problem, publication: Publication) -> Sequence[str]:
        """Which sessions were moved by hand."""
        return read_csv(decoded(data), problem).remarks

    def owns(self, data: bytes) -> bool:
        """Whether a table begins with our header, though perhaps cut or with other separators."""
        header = data.decode("utf-8", "replace").removeprefix("\ufeff").partition("\n")[0]
        return {"session_id", *NEEDED} <= set(re.findall(r"\w+", header))


@dataclass(frozen=True, slots=True)
class JsonFormat:
    """The whole record."""

    suffix: str = ".json"

    def write(self, export: Export) -> bytes:
        """Give the contents of the file."""
        text = to_json(export.problem, export.plan, export.scenario, export.report)
        return text.encode("utf-8", "replace")

    def read(self, data: bytes, problem: Problem) -> Plan:
        """Read the plan back."""
        return from_json(decoded(data), problem)

    def remarks(self, data: bytes, problem: Problem, publication: Publication) -> Sequence[str]:
        """Whether the document is another plan's."""
        plan_id = read_plan_id(decoded(data))
        return _about_id(publication, same=plan_id == publication.plan_id)

    def owns(self, data: bytes) -> bool:
        """Whether a document says that it is a plan of runtall's, of whatever version.

        One that was cut off says so in its first lines.
        """
        if re.match(rb'\s*\{\s*"format":\s*"%s"' % FORMAT.encode(), data):
            return True
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            return False
        return isinstance(document, dict) and document.get("format") == FORMAT
