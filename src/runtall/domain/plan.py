"""The finished answer: which session on which day, with which sets."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import time
from functools import cached_property
from typing import Any

from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation, Relaxed


@dataclass(frozen=True, slots=True)
class Entry:
    """One exercise of a session.

    ``position`` is the place of its slot in the template, from 1. Reps, metres and
    seconds are per set, and per side where ``per_side``; loads are grams per hand. ``pair`` is
    the position of the entry that it takes turns with.
    """

    position: int
    exercise: str
    sets: int
    reps: int | None = None
    distance_m: int | None = None
    hold_s: int | None = None
    per_side: bool = False
    load_g: int | None = None
    load: str = ""
    rir: int | None = None
    rest_s: int | None = None
    method: str = ""
    note: str = ""
    pair: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One strength session on one day (an index into the calendar).

    ``minutes`` is the whole computed length, ``option`` the guide's A, B or C, and
    ``run`` the day's kinds of run as printed, ``+`` between two.
    """

    day: int
    kind: SessionKind
    entries: tuple[Entry, ...]
    option: str = ""
    run: str = ""
    minutes: int = 0
    start: time | None = None
    note: str = ""

    @property
    def done(self) -> tuple[Entry, ...]:
        """Entries that have a set."""
        return tuple(entry for entry in self.entries if entry.sets > 0)

    @property
    def n_sets(self) -> int:
        """Working sets of the session."""
        return sum(entry.sets for entry in self.entries)


@dataclass(frozen=True)
class Plan:
    """Strength sessions and mobility add-ons of the whole calendar.

    ``relaxed`` declares each use of the relaxation order. A plan that was read from a
    file may hold anything that the file said, also what no solver would answer.
    """

    sessions: tuple[Session, ...]
    mobility: tuple[int, ...] = ()
    relaxed: tuple[Relaxed, ...] = ()

    @cached_property
    def _by_week(self) -> dict[int, tuple[Session, ...]]:
        weeks: dict[int, tuple[Session, ...]] = {}
        for session in self.sessions:
            week = session.day // 7 + 1
            weeks[week] = (*weeks.get(week, ()), session)
        return weeks

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What was worked out about this plan, by name: a plan never changes."""
        return {}

    @cached_property
    def dosed(self) -> bool:
        """Whether anything has followed from its decisions, as a length, an amount or a pair."""
        return any(
            session.minutes or entry != Entry(entry.position, entry.exercise, entry.sets)
            for session in self.sessions
            for entry in session.entries
        )

    def __getstate__(self) -> dict[str, Any]:
        # What was worked out stays behind when a plan is sent to another process.
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def on(self, day: int) -> tuple[Session, ...]:
        """Return the sessions on a day: one at most in a plan that passes the check."""
        return tuple(session for session in self.in_week(day // 7 + 1) if session.day == day)

    def in_week(self, week: int) -> tuple[Session, ...]:
        """Return the sessions of a week, in the plan's order."""
        return self._by_week.get(week, ())

    def held(self, week: int, kind: SessionKind) -> int:
        """Return how many sessions of a kind a week has."""
        return sum(session.kind is kind for session in self.in_week(week))

    def total(self, week: int) -> int:
        """Return the working sets of a week."""
        return sum(session.n_sets for session in self.in_week(week))

    def uses(self, step: Relaxation, week: int) -> bool:
        """Return whether the plan declares this relaxation for this week."""
        return Relaxed(week, step) in self.relaxed
