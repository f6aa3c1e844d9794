"""The length that a session is planned with."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of
from runtall.domain.mobility import mobility_minutes
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.where import Fault, InSession
from runtall.progression.mobility import block_minutes, room_s
from runtall.progression.session_time import cap_s, minutes, planned_s
from runtall.rules.base import Rule


class PrintedLength(Rule):
    """The planned length of a session fits its day, mobility included.

    For every session s whose sets say what to do, with p(s) minutes for these, m(s) for mobility:
    the taper's, once or twice through it, or an add-on beside it; c as in the rule session-length
    and r what the runner's minutes and window leave: no mobility takes from the usual 40 minutes,
    nor from the 30 without a run::

        60 * (p(s) + m(s)) <= r[day(s)]        60 * p(s) <= c[day(s)]

    The solver decides no length, so there is nothing to say to it.
    Guide: option B, "A simple 2-day upper body plan", taper.
    """

    title = "a planned length fits the day"
    source = "guide: option B, 2-day plan"
    sentence = "Week {week}, {kind} session: its sets and its mobility, as planned, fit the day."
    reach = Reach.DOSES
    ties_weeks = False

    def _fault(self, problem: Problem, session: Session, *, add_on: bool) -> str:
        day, library = problem.days[session.day], problem.exercises
        mobility = block_minutes(problem, session)
        mobility += mobility_minutes(problem.request.athlete) if add_on else 0
        most = min(room_s(day) // 60, cap_s(day, session.kind) // 60 + mobility)
        known = [entry for entry in session.entries if entry.exercise in library]
        planned = minutes(planned_s(known, library)) + mobility
        dosed = all(e.reps or e.distance_m or e.hold_s for e in known)
        return f"{planned} minutes, at most {most} allowed" if dosed and planned > most else ""

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that is too long with what it prescribes."""
        for week, session in sessions_of(problem, plan):
            where = InSession(week.number, session.kind, day=session.day)
            yield where, self._fault(problem, session, add_on=session.day in plan.mobility)
