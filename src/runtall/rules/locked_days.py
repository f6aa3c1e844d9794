"""Days that the runner fixed or ruled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.variables import Expression, Variables
from runtall.domain.where import Fault, InSession, InWeek, OnDay
from runtall.rules.base import Rule

Banned = InWeek | InSession | OnDay


class LockedDays(Rule):
    """Sessions lie where the runner fixed them, and nowhere that the runner ruled out.

    For every fix of kind k to day d; one without a week counts in each week that has a session
    of kind k when nothing is relaxed, unless d is a day off::

        session[d, k] = 1

    and for every ban, on a day d or for a whole week w, of a kind k or of any::

        session[d, k] = 0,   lifts[d] = 0,   held[w, k] = 0   or   sessions[w] = 0

    A conflict with other rules or with each other is explained; none of them is dropped.
    Guide: the sample week is a template to adapt.
    """

    title = "days that the runner fixed or ruled out"
    source = "guide: sample week, to be adapted"
    reach = Reach.DAYS
    ties_weeks = False

    def _fixed(self, problem: Problem) -> Iterable[OnDay]:
        """Return the days that must have a session of a kind, in order and once each."""
        return dict.fromkeys(
            OnDay(day.index, fix.kind)
            for fix in problem.request.fixes
            for day in problem.days
            if day.weekday == fix.weekday and (fix.week or day.week) == day.week
            if fix.week
            or (
                (day.free and not (day.recovering or day.waits))
                and fix.kind in problem.week(day.week).kinds
            )
        )

    def _banned(self, problem: Problem) -> Iterable[Banned]:
        """Return what must have none: a day where the ban names a weekday, else a week."""
        found: dict[Banned, None] = {}
        for ban in problem.request.bans:
            for week in (w for w in problem.weeks if ban.week in {None, w.number}):
                if ban.weekday is None:
                    whole = InSession(week.number, ban.kind) if ban.kind else InWeek(week.number)
                    found[whole] = None
                    continue
                days = (day for day in week.days if problem.days[day].weekday == ban.weekday)
                found |= dict.fromkeys(OnDay(day, ban.kind) for day in days)
        return found

    def _kind(self, where: Banned) -> SessionKind | None:
        return None if isinstance(where, InWeek) else where.kind

    def _sessions(self, variables: Variables, where: Banned) -> Expression:
        """Return the sessions in a place, of its kind if it names one."""
        kind = self._kind(where)
        if isinstance(where, OnDay):
            return variables.session(where.day, kind) if kind else variables.lifts(where.day)
        return variables.held(where.week, kind) if kind else variables.sessions(where.week)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Have a session in each fixed place and none in those ruled out."""
        for where in self._fixed(problem):
            variables.require(self.id, where, self._sessions(variables, where) >= 1)
        for ruled_out in self._banned(problem):
            variables.require(self.id, ruled_out, self._sessions(variables, ruled_out) <= 0)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each fixed session that isn't there, and each that was ruled out."""
        for where in self._fixed(problem):
            others = [s.day for s in plan.in_week(where.week) if s.kind is where.kind]
            if where.day not in others:
                found = f"{where.kind} on {problem.days[others[0]].label}" if others else "none"
                yield where, found
        for ruled_out in self._banned(problem):
            day = ruled_out.day if isinstance(ruled_out, OnDay) else None
            for session in plan.in_week(ruled_out.week):
                if day in {None, session.day} and self._kind(ruled_out) in {None, session.kind}:
                    yield ruled_out, f"{session.kind} session"

    def say(self, problem: Problem, where: Banned) -> str:
        """Say ``You fixed D1 to Tue 5 Jan.``."""
        words = f"week {where.week}"
        if isinstance(where, OnDay):
            words = problem.days[where.day].label
            if where in self._fixed(problem):
                too = " and ruled it out there" if where in self._banned(problem) else ""
                return f"You fixed {where.kind} to {words}{too}."
        return f"You ruled out {self._kind(where) or 'any session'} for {words}."
