"""What becomes of each session from one plan to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from runtall.domain.plan import Entry, Plan
from runtall.domain.session_ids import identified_sessions
from runtall.domain.view import PlanView


class Change(StrEnum):
    """One way in which a session differs."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    MORE_SETS = "more sets"
    FEWER_SETS = "fewer sets"
    # As many in all, but not of each exercise.
    OTHER_SETS = "other sets"
    # Or the same ones in another order.
    EXERCISES = "other exercises"
    # Or metres, seconds, reserve or rests.
    DOSE = "other loads or reps"
    MINUTES = "other length"
    START = "other start"


class Side(NamedTuple):
    """A session as one side of a comparison has it; ``entries`` are those that have a set."""

    date: date
    weekday: str
    start: time | None
    minutes: int
    entries: tuple[Entry, ...]

    @property
    def exercises(self) -> dict[str, int]:
        """Working sets of each exercise, in the session's order."""
        return {entry.exercise: entry.sets for entry in self.entries}

    @property
    def sets(self) -> int:
        """Working sets of the session."""
        return sum(entry.sets for entry in self.entries)


class Difference(NamedTuple):
    """A session that isn't the same in both plans; None where a plan doesn't have it."""

    session_id: str
    changes: tuple[Change, ...]
    before: Side | None
    after: Side | None


def differences(before: PlanView, after: PlanView) -> tuple[Difference, ...]:
    """Go through two plans session by session.

    Sessions as many weeks from the race are compared. They are the same if all that is done in
    them is, on the same day; in plans for other races, on the same weekday.

    Returns
    -------
    tuple of Difference
        Sessions that differ, in the order of their ids: those of the longer plan.
    """
    weeks = max(len(view.problem.weeks) for view in (before, after))
    old, new = _sessions(before, weeks), _sessions(after, weeks)
    dated = same_race(before, after)
    found = []
    for key in sorted({*old, *new}):
        changes = _changes(old.get(key), new.get(key), dated=dated)
        if changes:
            found.append(Difference(key, changes, old.get(key), new.get(key)))
    return tuple(found)


def same_race(before: PlanView, after: PlanView) -> bool:
    """Return whether both plans lead to the same day."""
    return before.problem.request.calendar.race_date == after.problem.request.calendar.race_date


def _sessions(view: PlanView, weeks: int) -> dict[str, Side]:
    """Return the sessions by the ids that they would have in a plan of so many weeks."""
    later = 7 * (weeks - len(view.problem.weeks))
    sessions = (replace(session, day=session.day + later) for session in view.plan.sessions)
    found = {}
    for key, session in identified_sessions(Plan(tuple(sessions))):
        day = view.problem.days[session.day - later]
        found[key] = Side(day.date, day.weekday, session.start, session.minutes, session.done)
    return found


def _changes(old: Side | None, new: Side | None, *, dated: bool) -> tuple[Change, ...]:
    if old is None:
        return (Change.ADDED,)
    if new is None:
        return (Change.DROPPED,)
    checks = {
        Change.MOVED: new.date != old.date if dated else new.weekday != old.weekday,
        Change.MORE_SETS: new.sets > old.sets,
        Change.FEWER_SETS: new.sets < old.sets,
        Change.OTHER_SETS: new.sets == old.sets and bool(other_sets(old, new)),
        Change.EXERCISES: list(new.exercises) != list(old.exercises),
        Change.DOSE: any(_dose(before) != _dose(after) for before, after in _shared(old, new)),
        Change.MINUTES: new.minutes != old.minutes,
        Change.START: new.start != old.start,
    }
    return tuple(change for change, there in checks.items() if there)


def other_sets(old: Side, new: Side) -> tuple[tuple[str, int, int], ...]:
    """Return exercises that both have, not with as many sets: key, sets before, sets after."""
    return tuple(
        (before.exercise, before.sets, after.sets)
        for before, after in _shared(old, new)
        if before.sets != after.sets
    )


def _shared(old: Side, new: Side) -> list[tuple[Entry, Entry]]:
    others = {entry.exercise: entry for entry in new.entries}
    return [(entry, others[entry.exercise]) for entry in old.entries if entry.exercise in others]


def _dose(entry: Entry) -> Entry:
    """Return all that is done in a set, and how sets follow each other."""
    # Method and note only say how it came to be; places are compared as the order of exercises.
    return replace(entry, sets=0, position=0, method="", note="")
