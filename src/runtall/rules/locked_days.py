"""Days that the runner fixed or ruled out."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.variables import Expression, Variables
from runtall.domain.where import InSession, InWeek, OnDay, Violation
from runtall.rules.base import Rule

Banned = InWeek | InSession | OnDay


class LockedDays(Rule):
    """Sessions lie where the runner fixed them, and nowhere that the runner ruled out.

    For every fix of kind k to day d; one without a week counts in each week that has a session
    of kind k when nothing is relaxed, unless d is a day off::

        session[d, k] = 1

    and for every ban, on a day d or for a whole week w, of a kind k or of any::

        session[d, k] = 0,   lifts[d] = 0,   held[w, k] = 0   or   sessions[w] = 0

    Where they clash with other rules or with each other, that is explained, never dropped.
    Guide: the sample week is a template to adapt.
    """

    title = "days that the runner fixed or ruled out"
    source = "guide: sample week, to be adapted"
    reach = Reach.DAYS
    ties_weeks = False

    def _fixed(self, problem: Problem) -> dict[OnDay, SessionKind]:
        """Days that must have a session, in order and once each."""
        return {
            OnDay(day.index, fix.kind): fix.kind
            for fix in problem.request.fixes
            for day in problem.days
            if day.weekday == fix.weekday and (fix.week or day.week) == day.week
            if fix.week or (day.free and fix.kind in problem.week(day.week).kinds)
        }

    def _banned(self, problem: Problem) -> dict[Banned, SessionKind | None]:
        """Places that must have none: a day where the ban names a weekday, else a week."""
        found: dict[Banned, SessionKind | None] = {}
        for ban in problem.request.bans:
            for week in (w for w in problem.weeks if ban.week in {None, w.number}):
                if ban.weekday is None:
                    whole = InSession(week.number, ban.kind) if ban.kind else InWeek(week.number)
                    found[whole] = ban.kind
                    continue
                days = (day for day in week.days if problem.days[day].weekday == ban.weekday)
                found |= {OnDay(day, ban.kind): ban.kind for day in days}
        return found

    def _sessions(
        self, variables: Variables, where: Banned, kind: SessionKind | None
    ) -> Expression:
        if isinstance(where, OnDay):
            day = where.day
            return variables.lifts(day) if kind is None else variables.session(day, kind)
        week = where.week
        return variables.sessions(week) if kind is None else variables.held(week, kind)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Have a session in each fixed place and none in those ruled out."""
        for where, kind in self._fixed(problem).items():
            variables.require(self.id, where, self._sessions(variables, where, kind) >= 1)
        for ruled_out, banned in self._banned(problem).items():
            variables.require(self.id, ruled_out, self._sessions(variables, ruled_out, banned) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each fixed session that isn't there, and each that was ruled out."""
        for where, kind in self._fixed(problem).items():
            others = [s.day for s in plan.in_week(where.week) if s.kind is kind]
            if where.day not in others:
                found = f"{kind} on {problem.days[others[0]].label}" if others else "none"
                yield Violation(self.id, where, found)
        for ruled_out, banned in self._banned(problem).items():
            day = ruled_out.day if isinstance(ruled_out, OnDay) else None
            for session in plan.in_week(ruled_out.week):
                if day in {None, session.day} and banned in {None, session.kind}:
                    yield Violation(self.id, ruled_out, f"{session.kind} session")

    def say(self, problem: Problem, where: Banned) -> str:
        """``You fixed D1 to Tue 5 Jan.``."""
        banned, words = self._banned(problem), f"week {where.week}"
        if isinstance(where, OnDay):
            words = problem.days[where.day].label
            if where in self._fixed(problem):
                too = " and ruled it out there" if where in banned else ""
                return f"You fixed {where.kind} to {words}{too}."
        return f"You ruled out {banned[where] or 'any session'} for {words}."
