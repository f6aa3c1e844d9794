"""What becomes of each session from one plan to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runtall.domain.session_ids import identified_sessions

if TYPE_CHECKING:
    from datetime import date

    from runtall.domain.plan import Session
    from runtall.domain.problem import Day
    from runtall.domain.view import PlanView


class Change(StrEnum):
    """One way in which a session differs."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    MORE_SETS = "more sets"
    FEWER_SETS = "fewer sets"
    EXERCISES = "other exercises"


@dataclass(frozen=True, slots=True)
class Held:
    """A session as one of the plans has it: day, working sets of each exercise, minutes."""

    date: date
    weekday: str
    minutes: int
    exercises: tuple[tuple[str, int], ...]

    @property
    def sets(self) -> int:
        """Working sets of the session."""
        return sum(sets for _, sets in self.exercises)


@dataclass(frozen=True, slots=True)
class Difference:
    """A session that isn't the same in both plans; None where a plan doesn't have it."""

    session_id: str
    changes: tuple[Change, ...]
    before: Held | None
    after: Held | None


def differences(before: PlanView, after: PlanView) -> tuple[Difference, ...]:
    """Go through two plans session by session.

    Returns
    -------
    tuple of Difference
        Sessions that differ in weekday, sets or exercises, in the order of their ids. An id
        holds the week, so plans for different races can be compared too.
    """
    old, new = _held(before), _held(after)
    found = []
    for key in sorted({*old, *new}):
        changes = _changes(old.get(key), new.get(key))
        if changes:
            found.append(Difference(key, changes, old.get(key), new.get(key)))
    return tuple(found)


def _held(view: PlanView) -> dict[str, Held]:
    return {
        key: _session(view.problem.days[session.day], session)
        for key, session in identified_sessions(view.plan)
    }


def _session(day: Day, session: Session) -> Held:
    exercises = tuple((entry.exercise, entry.sets) for entry in session.done)
    return Held(day.date, day.weekday, session.minutes, exercises)


def _changes(old: Held | None, new: Held | None) -> tuple[Change, ...]:
    if old is None:
        return (Change.ADDED,)
    if new is None:
        return (Change.DROPPED,)
    checks = {
        Change.MOVED: new.weekday != old.weekday,
        Change.MORE_SETS: new.sets > old.sets,
        Change.FEWER_SETS: new.sets < old.sets,
        Change.EXERCISES: _names(new) != _names(old),
    }
    return tuple(change for change, there in checks.items() if there)


def _names(held: Held) -> set[str]:
    return {exercise for exercise, _ in held.exercises}
