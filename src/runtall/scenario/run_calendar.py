"""The runs of every day of a calendar, added one source after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from runtall.domain.run_plan import Run, RunKind
from runtall.errors import Fault
from runtall.scenario.faults import Finding


@dataclass(slots=True)
class RunCalendar:
    """The runs of every day, and what was found on the way.

    Parameters
    ----------
    origin
        Which key each day's runs come from: ``week``, ``weeks``, ``days``, ``file`` or empty.
    file_faults
        Faults within the run plan file.
    findings
        Faults of the scenario.
    file_times
        Whether the file gives a time of day.
    occupied
        Days on which the run plan has strength work of its own.
    """

    days: list[tuple[Run, ...]]
    origin: list[str]
    file_faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    file_times: bool = False
    occupied: list[date] = field(default_factory=list)

    def put(self, day: int, runs: Iterable[Run], origin: str) -> None:
        """Set the runs of a day; a rest without words of its own is no entry."""
        self.days[day] = tuple(run for run in runs if run != Run(RunKind.REST))
        self.origin[day] = origin

    def found(self, *path: str | int, message: str) -> None:
        """Note a fault of the scenario."""
        self.findings.append(Finding(("runs", *path), message))
