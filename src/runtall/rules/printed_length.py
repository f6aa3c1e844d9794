"""The length that a session is printed with."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.where import Fault, InSession
from runtall.progression.mobility import block_minutes
from runtall.progression.session_time import cap_s, minutes, planned_s
from runtall.rules.base import Rule


class PrintedLength(Rule):
    """The printed length of a session is the planned one, and fits its day, mobility included.

    For every session s with printed minutes, m(s) of them for the taper's mobility (once or
    twice through it), c as in the rule session-length and r all that cap and window leave::

        minutes(s) = planned minutes of its sets + m(s)
        60 * minutes(s) <= r[day(s)]        60 * (minutes(s) - m(s)) <= c[day(s)]

    The solver decides no length, so there is nothing to say to it.
    Guide: option B, "A simple 2-day upper body plan", taper.
    """

    title = "a printed length is the planned one, and fits the day"
    source = "guide: option B, 2-day plan"
    sentence = (
        "Week {week}, {kind} session: the printed length is that of its sets and its mobility, and "
        "fits the day."
    )
    reach = Reach.DOSES
    ties_weeks = False

    def _fault(self, problem: Problem, session: Session) -> str:
        day, library = problem.days[session.day], problem.exercises
        mobility = block_minutes(problem, session)
        most = min(day.cap_s // 60, cap_s(day, session.kind) // 60 + mobility)
        if session.minutes > most:
            return f"{session.minutes} minutes printed, at most {most} allowed"
        known = [entry for entry in session.entries if entry.exercise in library]
        if not all(e.reps or e.distance_m or e.hold_s for e in known):
            return ""
        planned = minutes(planned_s(known, library)) + mobility
        return (
            ""
            if session.minutes == planned
            else f"{session.minutes} minutes printed, {planned} planned"
        )

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session whose printed length is not its own."""
        for week, session in sessions_of(problem, plan):
            if session.minutes > 0:
                where = InSession(week.number, session.kind, day=session.day)
                yield where, self._fault(problem, session)
