"""One week of the calendar: what is asked of it, and what makes it a smaller one."""

from __future__ import annotations

from dataclasses import dataclass

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the calendar.

    Parameters
    ----------
    n_sessions
        Sessions that the guide asks for: 0, 1 or 2; fewer where the run plan has its own.
    target_sets
        Weekly working sets that the profile aims at.
    cutback, deload, tuneup
        Run cutback week, strength deload week, base week that a long tune-up race lies in or right
        before.
    resumes
        Base week right after two easier ones in a row: it comes back to what was done before them.
    away
        Too few good days with the usual equipment for its sessions.
    lost
        Weekdays of a base or peak week that can't have a session though they usually can.
    after_race
        Some day of it is one of the seven after a tune-up race, or before one in it.
    biggest_rise
        Base week with the largest rise in run distance.
    race_week
        The week of the race, or the one before where the race comes too early in its own.
    own
        The run plan's own sessions for the upper body.
    early
        The plan starts only after it: it has no session and counts for none that follow.
    """

    number: int
    phase: Phase
    days: tuple[int, ...]
    n_sessions: int
    target_sets: int
    cutback: bool
    deload: bool
    tuneup: bool
    resumes: bool
    away: bool
    lost: frozenset[str]
    after_race: bool
    biggest_rise: bool
    race_week: bool
    own: int = 0
    early: bool = False

    @property
    def disturbed(self) -> bool:
        """Whether it lacks a day for a session that it usually has."""
        return bool(self.lost)

    @property
    def reduced(self) -> bool:
        """Whether it is a reduced week, without growth: deload, tune-up, away."""
        return self.easier or self.away

    @property
    def elsewhere(self) -> bool:
        """Whether it has of the usual sets what can be done there: base, away, no easier week."""
        return self.away and self.phase is Phase.BASE and not self.easier

    @property
    def holds(self) -> bool:
        """Whether it has no more than before, though it may be a full week."""
        return self.cutback or self.resumes

    @property
    def easier(self) -> bool:
        """Whether it has less of everything: deload, tune-up."""
        return self.deload or self.tuneup

    @property
    def kinds(self) -> tuple[SessionKind, ...]:
        """Session kinds of a week in which nothing is relaxed."""
        if self.n_sessions == 0:
            return ()
        if self.race_week:
            return (SessionKind.VERY_LIGHT,)
        if self.phase is Phase.TAPER:
            return (SessionKind.LIGHT,)
        return (SessionKind.D1, SessionKind.D2) if self.n_sessions == 2 else (SessionKind.MERGED,)
