"""The plan of what was read off a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from runtall.domain.calendar import MOST_WEEKS
from runtall.domain.plan import Plan, Session
from runtall.domain.relaxation import Relaxed
from runtall.exporters.session_card import runs_around
from runtall.exporters.unreadable import UnreadablePlan

# More than any plan has, and no more than can be looked at soon.
MOST_SESSIONS, MOST_EXERCISES = 7 * MOST_WEEKS, 30


def by_day(
    sessions: Sequence[Session], mobility: Sequence[int], relaxed: Iterable[Relaxed]
) -> Plan:
    """Return the plan of what was read in whatever order; of reasons the runs around a session.

    Raises
    ------
    UnreadablePlan
        There is more of it than a plan has.
    """
    exercises = max((len(session.entries) for session in sessions), default=0)
    for count, most, what in (
        (len(sessions), MOST_SESSIONS, "sessions"),
        (len(mobility), MOST_SESSIONS, "mobility add-ons"),
        (exercises, MOST_EXERCISES, "exercises in a session"),
    ):
        if count > most:
            raise UnreadablePlan(f"has {count} {what}; a plan has {most} at most")
    in_order = [
        replace(
            session,
            note=runs_around(session.note),
            entries=tuple(sorted(session.entries, key=lambda entry: entry.position)),
        )
        for session in sorted(sessions, key=lambda session: session.day)
    ]
    return Plan(tuple(in_order), tuple(sorted(mobility)), tuple(sorted(relaxed)))
