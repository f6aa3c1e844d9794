"""A scenario once it is read: its problem, and what concerns only its files and the solver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runtall.domain.problem import Problem
from runtall.domain.request import Request


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


@dataclass(frozen=True, slots=True)
class Scenario:
    """A validated scenario file.

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
    """

    problem: Problem
    publication: Publication
    solver: SolverSettings
    normalised: Mapping[str, Any]
    sha256: str
    warnings: tuple[str, ...] = ()

    @property
    def request(self) -> Request:
        """What the runner asks for."""
        return self.problem.request
