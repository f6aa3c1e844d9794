"""On a day with both, the run comes before the session."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import NOT_RUNNING, Run, minute_of
from runtall.domain.where import Fault, OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class RunFirst(ForbiddenDays):
    """The run first, the session after it; of two runs, only after an easy second one.

    For every day d on which no session can follow the last run, or that run is not easy and
    not the only one::

        lifts[d] = 0

    and a session with a start begins no earlier than the day's last run ends. That pair of
    runs is `Day.in_order`'s.
    Guide: option A.
    """

    title = "the run comes before the session"
    source = "guide: option A"

    def _runs(self, day: Day) -> list[Run]:
        return [run for run in day.runs if run.kind not in NOT_RUNNING]

    def _end(self, day: Day) -> int:
        """Return the minute of the day at which the last run with a known time is over; else 0."""
        runs = self._runs(day)
        return max((minute_of(run.at) + (run.minutes or 0) for run in runs if run.at), default=0)

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind where a session can't come last."""
        # A window too small on a day without a run is availability's: no run comes first there.
        return NOTHING if day.in_order or not self._runs(day) else ANY

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session on such a day, and each that starts before the run is over."""
        yield from super().faults(problem, plan)
        for day in problem.days:
            for session in () if self.forbidden(problem, day) else plan.on(day.index):
                if session.start is not None and minute_of(session.start) < self._end(day):
                    yield OnDay(day.index), f"{session.kind} session at {session.start:%H:%M}"

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Tue 5 Jan: first the run, and the session once it is over.``."""
        day = problem.days[where.day]
        if day.in_order:
            return f"{day.label}: first the run, and the session once it is over."
        if len(self._runs(day)) > 1:
            return f"{day.label} has two runs: a session may only follow an easy last one in time."
        return f"{day.label}: the run ends too late for a session to follow it."
