"""From a decided plan to files, and back."""

from __future__ import annotations

from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from runtall.exporters.files import ICS, CannotWrite, abandoned, contents, previous, write_all
from runtall.exporters.records import (
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
from runtall.exporters.runs_csv import to_runs_csv
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.scenario import Publication

__all__ = [
    "FORMATS",
    "ICS",
    "CannotWrite",
    "Export",
    "Format",
    "PlanDocument",
    "UnreadablePlan",
    "abandoned",
    "contents",
    "expect_own",
    "export_all",
    "export_time",
    "from_csv",
    "from_ics",
    "from_json",
    "plan_remarks",
    "previous",
    "read_document",
    "read_plan",
    "read_scenario",
    "read_whole",
    "to_csv",
    "to_ics",
    "to_json",
    "to_runs_csv",
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


def expect_own(folder: Path) -> None:
    """Complain where a plan would take the place of somebody else's file.

    Raises
    ------
    CannotWrite
        If a file of one of our names holds something that runtall did not write.
    """
    for suffix, format_ in FORMATS.items():
        path = folder / f"plan{suffix}"
        data = previous(path)
        if data is not None and data.strip() and not format_.owns(data):
            raise CannotWrite(
                path,
                "was not written by runtall and would be lost; move it away, or choose another"
                " folder with -o",
            )


def read_whole(path: Path, read: Callable[[str], Read]) -> Read:
    """Read a ``plan.json`` with `read_document` or `read_scenario`.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    with _faults_of(path):
        return read(decoded(contents(path)))


def read_plan(path: Path, problem: Problem) -> Plan:
    """Read a plan file, whose format its suffix tells.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    with _faults_of(path):
        return _format_of(path).read(contents(path), problem)


def plan_remarks(path: Path, problem: Problem, publication: Publication) -> tuple[str, ...]:
    """What whoever checks a plan file should know about it, though it can be read.

    Raises
    ------
    UnreadablePlan
        As `read_plan`.
    """
    with _faults_of(path):
        return tuple(_format_of(path).remarks(contents(path), problem, publication))


def _format_of(path: Path) -> Format:
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        raise UnreadablePlan(f"a plan is a file that ends in {', '.join(FORMATS)}")
    return format_


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """Let every fault begin with the path."""
    try:
        yield
    except OSError as error:
        raise UnreadablePlan(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnreadablePlan as error:
        raise UnreadablePlan(*(f"{path}: {fault}" for fault in error.faults)) from error
