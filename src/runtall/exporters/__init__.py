"""From a decided plan to files, and back."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from runtall.exporters.files import CannotWrite, previous_ics, write_all
from runtall.exporters.format import (
    CsvFormat,
    Export,
    Format,
    IcsFormat,
    JsonFormat,
    decoded,
)
from runtall.exporters.plan_csv import to_csv
from runtall.exporters.plan_csv_reading import from_csv
from runtall.exporters.plan_ics import to_ics
from runtall.exporters.plan_ics_reading import from_ics
from runtall.exporters.plan_json import to_json
from runtall.exporters.plan_json_reading import (
    PlanDocument,
    from_json,
    read_document,
    read_scenario,
)
from runtall.exporters.revisions import export_time
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem

__all__ = [
    "FORMATS",
    "CannotWrite",
    "Export",
    "Format",
    "PlanDocument",
    "UnreadablePlan",
    "export_all",
    "export_time",
    "from_csv",
    "from_ics",
    "from_json",
    "previous_ics",
    "read_document",
    "read_plan",
    "read_scenario",
    "read_whole",
    "to_csv",
    "to_ics",
    "to_json",
    "write_all",
]

Read = TypeVar("Read")

FORMATS: Mapping[str, Format] = MappingProxyType(
    {format_.suffix: format_ for format_ in (IcsFormat(), CsvFormat(), JsonFormat())}
)
"""Formats by suffix."""


def export_all(export: Export) -> dict[str, bytes]:
    """Give every file of a plan by name, for `write_all`."""
    return {f"plan{suffix}": format_.write(export) for suffix, format_ in FORMATS.items()}


def read_whole(path: Path, read: Callable[[str], Read]) -> Read:
    """Read a ``plan.json`` with `read_document` or `read_scenario`.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    return _read(path, lambda data: read(decoded(data)))


def read_plan(path: Path, problem: Problem) -> Plan:
    """Read a plan file, whose format its suffix tells.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        raise UnreadablePlan(f"{path}: a plan is a file that ends in {', '.join(FORMATS)}")
    return _read(path, lambda data: format_.read(data, problem))


def _read(path: Path, read: Callable[[bytes], Read]) -> Read:
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise UnreadablePlan(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnreadablePlan as error:
        raise UnreadablePlan(*(f"{path}: {fault}" for fault in error.faults)) from error
