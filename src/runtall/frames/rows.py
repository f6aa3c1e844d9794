"""What rows of frames are made of, and the columns that several frames share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runtall.domain.exercise import Exercise
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Day
from runtall.domain.session_ids import identified_sessions
from runtall.domain.view import PlanView
from runtall.frames.table import DATE, KIND, MAYBE_DECIMAL, MAYBE_WHOLE, PHASE, TEXT, WHOLE, Columns


@dataclass(frozen=True, slots=True)
class Held:
    """A session and its day."""

    session_id: str
    session: Session
    day: Day


@dataclass(frozen=True, slots=True)
class Exposure(Held):
    """What is done of an exercise in a session."""

    exercise: Exercise
    entry: Entry


def held(view: PlanView) -> Iterator[Held]:
    """Give every session by date."""
    for session_id, session in identified_sessions(view.plan):
        yield Held(session_id, session, view.problem.days[session.day])


def exposures(view: PlanView) -> Iterator[Exposure]:
    """Give every exercise of every session, by date and in order."""
    for one in held(view):
        for entry in one.session.entries:
            exercise = view.problem.exercises[entry.exercise]
            yield Exposure(one.session_id, one.session, one.day, exercise, entry)


def kilograms(grams: int | None) -> float | None:
    """Turn grams into kilograms."""
    return None if grams is None else grams / 1000


SESSION_ID: Columns[Held] = {"session_id": (TEXT, lambda row: row.session_id)}
DAY: Columns[Held] = {
    "date": (DATE, lambda row: row.day.date),
    "week": (WHOLE, lambda row: row.day.week),
}
KIND_OF_SESSION: Columns[Held] = {"session": (KIND, lambda row: row.session.kind)}
PHASE_AND_KIND: Columns[Held] = {
    "phase": (PHASE, lambda row: row.day.phase),
    **KIND_OF_SESSION,
}
AMOUNT: Columns[Exposure] = {
    "sets": (WHOLE, lambda row: row.entry.sets),
    "reps": (MAYBE_WHOLE, lambda row: row.entry.reps),
    "distance_m": (MAYBE_WHOLE, lambda row: row.entry.distance_m),
    "hold_s": (MAYBE_WHOLE, lambda row: row.entry.hold_s),
}
RESERVE: Columns[Exposure] = {"rir": (MAYBE_WHOLE, lambda row: row.entry.rir)}
LOAD: Columns[Exposure] = {"load_kg": (MAYBE_DECIMAL, lambda row: kilograms(row.entry.load_g))}
