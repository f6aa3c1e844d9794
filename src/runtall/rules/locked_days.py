"""Days that the runner fixed or ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.where import Violation, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Expression, Variables


class LockedDays:
    """Sessions lie where the runner fixed them, and nowhere that the runner ruled out.

    For every fix of kind k to day d; one without a week counts in each week that has a session
    of kind k when nothing is relaxed, unless d is a day off::

        session[d, k] = 1

    and for every ban, on a day d or for a whole week w, of a kind k or of any::

        session[d, k] = 0,   lifts[d] = 0,   held[w, k] = 0   or   sessions[w] = 0

    Where they clash with other rules or with each other, that is explained, never dropped.
    Guide: the sample week is a template to adapt.
    """

    id = "locked-days"
    title = "days that the runner fixed or ruled out"
    source = "guide: sample week, to be adapted"
    can_be_off = False

    def _fixed(self, problem: Problem) -> dict[Where, None]:
        """Places that must have a session, in order and once each."""
        return {
            Where(day=day.index, kind=fix.kind): None
            for fix in problem.request.fixes
            for day in problem.days
            if day.weekday == fix.weekday and (fix.week or day.week) == day.week
            if fix.week or (day.free and fix.kind in problem.week(day.week).kinds)
        }

    def _banned(self, problem: Problem) -> dict[Where, None]:
        """Places that must have none: a day where the ban names a weekday, else a week."""
        return {
            Where(week=week.number, kind=ban.kind)
            if ban.weekday is None
            else Where(day=day, kind=ban.kind): None
            for ban in problem.request.bans
            for week in problem.weeks
            if ban.week in {None, week.number}
            for day in week.days
            if ban.weekday in {None, problem.days[day].weekday}
        }

    def _sessions(self, variables: Variables, where: Where) -> Expression:
        if where.day is not None:
            if where.kind is None:
                return variables.lifts(where.day)
            return variables.session(where.day, where.kind)
        week = where.week or 1
        return variables.sessions(week) if where.kind is None else variables.held(week, where.kind)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Have a session in each fixed place and none in those ruled out."""
        for where in self._fixed(problem):
            variables.require(self.id, where, self._sessions(variables, where) >= 1)
        for where in self._banned(problem):
            variables.require(self.id, where, self._sessions(variables, where) <= 0)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each fixed session that isn't there, and each that was ruled out."""
        for where in self._fixed(problem):
            day = problem.days[where.day or 0]
            others = [s.day for s in plan.in_week(day.week) if s.kind is where.kind]
            if day.index not in others:
                found = f"{where.kind} on {problem.days[others[0]].label}" if others else "none"
                yield Violation(self.id, where, found)
        for where in self._banned(problem):
            there = plan.in_week(where.week or 1) if where.day is None else plan.on(where.day)
            for session in there:
                if where.kind in {None, session.kind}:
                    yield Violation(self.id, where, f"{session.kind} session")

    def say(self, problem: Problem, where: Where) -> str:
        """``You fixed D1 to Tue 5 Jan.``."""
        place = f"week {where.week}" if where.day is None else problem.days[where.day].label
        banned = where in self._banned(problem)
        if banned and where in self._fixed(problem):
            return f"You fixed {where.kind} to {place} and ruled it out there."
        if banned:
            return f"You ruled out {where.kind or 'any session'} for {place}."
        return f"You fixed {where.kind} to {place}."
