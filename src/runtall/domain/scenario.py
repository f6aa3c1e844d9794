"""A scenario once it is read: its problem, and what concerns only its files and the solver."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Request
from runtall.errors.words import counted, date_words


@dataclass(frozen=True, slots=True)
class Publication:
    """How a plan is written to files.

    Parameters
    ----------
    name
        Shown in titles.
    plan_id
        Identity of the plan in calendars; the UIDs of its events are made from it.
    timezone
        IANA name; None: all events are all-day.
    units
        ``metric`` or ``imperial``.
    include
        Any of ``strength``, ``mobility``, ``runs``.
    reminder_minutes
        Alarm before a timed session; None: no alarm.
    link
        Put into each event; empty: none.
    """

    name: str
    plan_id: str
    timezone: str | None = None
    units: str = "metric"
    include: frozenset[str] = frozenset({"strength", "mobility"})
    reminder_minutes: int | None = None
    link: str = ""

    def in_calendar(self, plan: Plan) -> Plan:
        """Return what the calendar holds of a plan."""
        return replace(
            plan,
            sessions=plan.sessions if "strength" in self.include else (),
            mobility=plan.mobility if "mobility" in self.include else (),
        )


@dataclass(frozen=True, slots=True)
class SolverSettings:
    """Limits of the solver, seed and workers.

    Parameters
    ----------
    effort
        Deterministic seconds of all solves together: the same work on every machine.
    time_limit_s
        Seconds by the clock; None: no limit. The first limit that is reached ends the solve.
    """

    effort: float = 15.0
    time_limit_s: float | None = None
    seed: int = 0
    workers: int = 1


# A path of keys, and the value that is set there.
Change = tuple[tuple[str, ...], Any]


@dataclass(frozen=True, slots=True, repr=False)
class Scenario:
    """A validated scenario.

    Parameters
    ----------
    problem
        What decides the plan.
    publication, solver
        What does not.
    normalised
        The scenario with every default filled in, as JSON would hold it.
    sha256
        Hash of that form.
    warnings
        What the runner should know though it is no fault.
    reread
        Reads it again with other values.
    file
        The file that it was read from; None: from none.
    """

    problem: Problem
    publication: Publication
    solver: SolverSettings
    normalised: Mapping[str, Any]
    sha256: str
    warnings: tuple[str, ...] = ()
    reread: Callable[[Sequence[Change]], Scenario] | None = field(default=None, compare=False)
    file: Path | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"<scenario: {self.words}>"

    @property
    def words(self) -> str:
        """Name, length and race in a few words."""
        race = self.request.calendar.race_date
        weeks = counted(len(self.problem.weeks), "week")
        return f"{self.publication.name}, {weeks} to {date_words(race)}"

    def with_(self, **changes: Any) -> Scenario:
        """Return this scenario with other values.

        Parameters
        ----------
        changes
            Values by key, dotted for one that lies deeper: ``**{"strength.minutes": 20}``.

        Raises
        ------
        ScenarioFaults
            With everything that is wrong then.
        """
        if self.reread is None:
            raise TypeError("this scenario was not read, so it can't be read with other values")
        other = self.reread([(tuple(key.split(".")), value) for key, value in changes.items()])
        return replace(other, file=self.file)

    @property
    def request(self) -> Request:
        """What the runner asks for."""
        return self.problem.request
