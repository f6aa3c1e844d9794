"""The length that a session is printed with."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.where import Fault, InSession
from runtall.progression.mobility import BLOCK_MINUTES, has_mobility_block
from runtall.progression.session_time import cap_s, minutes, planned_s
from runtall.rules.base import Rule


class PrintedLength(Rule):
    """The printed length of a session is the planned one, and fits its day.

    For every session s with printed minutes, its mobility aside::

        minutes(s) = planned minutes of its sets        60 * minutes(s) <= c[day(s)]

    with c as in the rule session-length; a taper session only has to fit. The solver decides no
    length, so there is nothing to say to it.
    Guide: option B, "A simple 2-day upper body plan".
    """

    title = "a printed length is the planned one"
    source = "guide: option B, 2-day plan"
    sentence = (
        "Week {week}, {kind} session: the printed length is that of its sets, and fits the day."
    )
    reach = Reach.DOSES
    ties_weeks = False

    def _fault(self, problem: Problem, session: Session) -> str:
        day, library = problem.days[session.day], problem.exercises
        printed, cap = session.minutes, cap_s(day, session.kind)
        if has_mobility_block(day.phase, session.kind):
            printed -= BLOCK_MINUTES
        if 60 * printed > cap:
            return f"{printed} minutes printed, at most {cap // 60} allowed"
        known = [entry for entry in session.entries if entry.exercise in library]
        if day.phase is Phase.TAPER or not all(e.reps or e.distance_m or e.hold_s for e in known):
            return ""
        planned = minutes(planned_s(known, library))
        return "" if printed == planned else f"{printed} minutes printed, {planned} planned"

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session whose printed length is not its own."""
        for week, session in sessions_of(problem, plan):
            if session.minutes > 0:
                where = InSession(week.number, session.kind, day=session.day)
                yield where, self._fault(problem, session)
