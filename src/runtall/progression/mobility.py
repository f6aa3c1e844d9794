"""The mobility block inside taper sessions."""

from __future__ import annotations

from runtall.domain.exercise import LIGHT_KINDS, SessionKind
from runtall.domain.mobility import mobility_minutes
from runtall.domain.phase import Phase
from runtall.domain.plan import Session
from runtall.domain.problem import Problem
from runtall.progression.session_time import minutes, planned_s

# Times that a taper session goes through the add-on; where there is little time, once.
ROUNDS = 2
FEWEST_ROUNDS = 1


def has_mobility_block(phase: Phase, kind: SessionKind) -> bool:
    """Return whether a session holds the taper's mobility block."""
    return phase is Phase.TAPER and kind in LIGHT_KINDS


def block_rounds(problem: Problem, session: Session) -> int:
    """Return how often a session goes through the add-on: twice if its day has time for it."""
    day, library = problem.days[session.day], problem.exercises
    if not has_mobility_block(day.phase, session.kind):
        return 0
    known = [entry for entry in session.entries if entry.exercise in library]
    whole = minutes(planned_s(known, library)) + ROUNDS * mobility_minutes(problem.request.athlete)
    return ROUNDS if 60 * whole <= day.cap_s else FEWEST_ROUNDS


def block_minutes(problem: Problem, session: Session) -> int:
    """Return whole minutes of a session's mobility block; 0 where it has none."""
    return block_rounds(problem, session) * mobility_minutes(problem.request.athlete)
