"""The runs of every day of a calendar, added one source after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from runtall.domain.run_plan import Run, RunKind
from runtall.domain.where import DAYS
from runtall.errors import Fault
from runtall.scenario.faults import Finding


@dataclass(slots=True)
class RunCalendar:
    """The runs of every day, and what was found on the way.

    Parameters
    ----------
    before
        The runs of the week before week 1, by index from -7 to -1.
    origin
        Which key each day's runs come from: ``week``, ``weeks``, ``days``, ``file`` or empty.
    file_faults
        Faults within the run plan file.
    findings
        Faults of the scenario.
    file_times
        Whether the file gives a time of day.
    file_timezone
        IANA name of the zone that the file says its times are in; empty: it doesn't.
    own
        Titles of the run plan's own strength sessions, by day index.
    """

    days: list[tuple[Run, ...]]
    origin: list[str]
    before: dict[int, tuple[Run, ...]] = field(default_factory=dict)
    file_faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    file_times: bool = False
    file_timezone: str = ""
    own: dict[int, list[str]] = field(default_factory=dict)

    def put(self, day: int, runs: Iterable[Run], origin: str) -> None:
        """Set the runs of a day; a rest without words of its own is no entry."""
        of_day = tuple(run for run in runs if run != Run(RunKind.REST))
        if day < 0:
            self.before[day] = of_day
        else:
            self.days[day] = of_day
            self.origin[day] = origin

    @property
    def week_before(self) -> tuple[tuple[Run, ...], ...]:
        """Return the runs of the week before week 1, day by day; nothing where none is known."""
        days = tuple(self.before.get(day, ()) for day in range(-DAYS, 0))
        return days if any(days) else ()

    def found(self, *path: str | int, message: str) -> None:
        """Note a fault of the scenario."""
        self.findings.append(Finding(("runs", *path), message))
