"""What rows of frames are made of, and the columns that several frames share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runtall.domain.exercise import Exercise
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Day
from runtall.domain.session_ids import identified_sessions
from runtall.domain.units import thousands
from runtall.domain.view import PlanView
from runtall.frames.table import (
    DATE,
    KIND,
    MAYBE_DECIMAL,
    MAYBE_WHOLE,
    OPTION,
    PATTERN,
    PHASE,
    TEXT,
    TRUTH,
    WEEKDAY,
    WHOLE,
    Columns,
    S,
)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session of a plan, and its day."""

    view: PlanView
    session_id: str
    session: Session
    day: Day


@dataclass(frozen=True, slots=True)
class ExerciseRow(SessionRow):
    """What is done of an exercise in a session."""

    exercise: Exercise
    entry: Entry


def session_rows(view: PlanView) -> Iterator[SessionRow]:
    """Yield every session by date."""
    for session_id, session in identified_sessions(view.plan):
        yield SessionRow(view, session_id, session, view.problem.days[session.day])


def exercise_rows(view: PlanView) -> Iterator[ExerciseRow]:
    """Yield every exercise of every session, by date and in order."""
    for row in session_rows(view):
        for entry in row.session.entries:
            exercise = view.problem.exercises[entry.exercise]
            yield ExerciseRow(view, row.session_id, row.session, row.day, exercise, entry)


OF_SESSION: Columns[SessionRow] = {
    "session_id": (TEXT, lambda row: row.session_id),
    "date": (DATE, lambda row: row.day.date),
    "weekday": (WEEKDAY, lambda row: row.day.weekday),
    "week": (WHOLE, lambda row: row.day.week),
    "phase": (PHASE, lambda row: row.day.phase),
    "session": (KIND, lambda row: row.session.kind),
    "option": (OPTION, lambda row: row.session.option or None),
    "run": (TEXT, lambda row: row.session.run),
    "start": (TEXT, lambda row: f"{row.session.start:%H:%M}" if row.session.start else None),
    "minutes": (WHOLE, lambda row: row.session.minutes),
}
OF_EXERCISE: Columns[ExerciseRow] = {
    **OF_SESSION,
    "position": (WHOLE, lambda row: row.entry.position),
    "exercise": (TEXT, lambda row: row.exercise.key),
    "pattern": (PATTERN, lambda row: row.exercise.pattern),
    "sets": (WHOLE, lambda row: row.entry.sets),
    "reps": (MAYBE_WHOLE, lambda row: row.entry.reps),
    "distance_m": (MAYBE_WHOLE, lambda row: row.entry.distance_m),
    "hold_s": (MAYBE_WHOLE, lambda row: row.entry.hold_s),
    "per_side": (TRUTH, lambda row: row.entry.per_side),
    "load_kg": (MAYBE_DECIMAL, lambda row: thousands(row.entry.load_g)),
    "load": (TEXT, lambda row: row.entry.load or None),
    "rir": (MAYBE_WHOLE, lambda row: row.entry.rir),
    "rest_s": (MAYBE_WHOLE, lambda row: row.entry.rest_s),
    "method": (TEXT, lambda row: row.entry.method),
    "pair": (MAYBE_WHOLE, lambda row: row.entry.pair),
}


def chosen(columns: Columns[S], *names: str) -> Columns[S]:
    """Return some of the columns, in another order."""
    return {name: columns[name] for name in names}
