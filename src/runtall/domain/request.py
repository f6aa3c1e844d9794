"""What the runner asks for, in the words of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from runtall.domain.athlete import Athlete
from runtall.domain.calendar import Calendar
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.run_plan import Run


@dataclass(frozen=True, slots=True)
class Access:
    """When and with what the runner can train on one day.

    Parameters
    ----------
    free
        False on a day off, were the runner well.
    ill, recovering
        An illness takes it; or it is too soon after one.
    minutes
        Minutes there are; None: as long as a session may last.
    opens, closes
        Local times between which the session must lie, where given.
    equipment
        Other equipment on this day; None: the usual.
    dated
        Whether it is off by its date, and not only by its weekday.
    after_fever
        When one could train again if an illness just before had a fever, which nobody has said.
    """

    free: bool = True
    minutes: int | None = None
    opens: time | None = None
    closes: time | None = None
    equipment: Equipment | None = None
    ill: bool = False
    recovering: bool = False
    after_fever: date | None = None
    dated: bool = False


class Fix(NamedTuple):
    """A session kind locked to a weekday, in one week or (None) in all of them."""

    kind: SessionKind
    weekday: str
    week: int | None = None


class Ban(NamedTuple):
    """A weekday, a session kind or both that the runner rules out; None means any."""

    weekday: str | None = None
    kind: SessionKind | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that decides the plan; what only concerns its files lies elsewhere.

    Parameters
    ----------
    runs
        The run plan: a tuple of runs for each day of the calendar.
    before
        What was run on the days just before week 1, the last of them yesterday; empty: unknown.
    phases
        ``(peak, taper)`` weeks, or None to derive them from the run plan.
    access
        One record for each day of the calendar, or empty: free every day.
    own
        The run plan's own strength sessions of each day, or empty: none.
    starts
        Index of the first day on which anything is planned; 0: the whole calendar.
    base_sessions, peak_sessions, taper_sessions
        Sessions a week; a pair is the fewest and the most.
    minutes
        Cap of a session.
    after_run_minutes
        Pause between a run's end and the session, where times are known.
    units
        ``metric`` or ``imperial``: in what a runner reads of weights, heights and ways.
    timezone
        IANA name of the zone of all times of day; None: there are none.
    weights, off
        Weights of soft rules by id, and ids of rules that are switched off.
    """

    calendar: Calendar
    runs: tuple[tuple[Run, ...], ...]
    before: tuple[tuple[Run, ...], ...] = ()
    phases: tuple[int, int] | None = None
    access: tuple[Access, ...] = ()
    own: tuple[tuple[OwnSession, ...], ...] = ()
    starts: int = 0
    athlete: Athlete = field(default_factory=Athlete)
    equipment: Equipment = field(default_factory=Equipment)
    base_sessions: int = 2
    peak_sessions: tuple[int, int] = (1, 2)
    taper_sessions: int = 1
    minutes: int = 40
    fixes: tuple[Fix, ...] = ()
    bans: tuple[Ban, ...] = ()
    avoid: frozenset[str] = frozenset()
    prefer: tuple[str, ...] = ()
    mobility_per_week: int = 2
    after_run_minutes: int = 0
    units: str = "metric"
    timezone: str | None = None
    weights: Mapping[str, int] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
