"""One small protocol for all formats of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from runtall.exporters.plan_csv import to_csv
from runtall.exporters.plan_csv_reading import from_csv
from runtall.exporters.plan_ics import to_ics
from runtall.exporters.plan_ics_reading import from_ics
from runtall.exporters.plan_json import to_json
from runtall.exporters.plan_json_reading import from_json
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    from datetime import datetime

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.report import Report
    from runtall.domain.scenario import Scenario


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
