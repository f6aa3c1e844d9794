"""Full sessions are no shorter than the guide says."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.profile import full_weeks
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.session_time import longest_s, minutes

MINUTES = 30
KINDS = (SessionKind.D1, SessionKind.D2)


class FullSessions(Weighted):
    """In base weeks at full volume, D1 and D2 take half an hour.

    For every such session, with its seconds at the top of every range::

        weight * minutes missing to 30, rounded up

    To the solver: 60 * missing >= 1800 * held - seconds.
    Guide: "Each session takes about 30-40 minutes".
    """

    title = "half an hour in full weeks"
    source = "guide: two-day plan"
    tier = Tier.PREFERENCE
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the minutes missing, one helping number for each session."""
        for week in full_weeks(problem):
            for kind in KINDS:
                if kind not in variables.kinds(week.number):
                    continue
                held = variables.held(week.number, kind)
                short = 60 * MINUTES * held - variables.seconds(week.number, kind)
                most = minutes(max(0, variables.bounds(short)[1]))
                missing = variables.int_var(0, most, f"{self.id}/w{week.number:02}/{kind}")
                variables.define(60 * missing >= short)
                yield missing

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week in full_weeks(problem):
            for session in plan.in_week(week.number):
                if session.kind in KINDS:
                    length = longest_s(session.entries, problem.exercises)
                    yield minutes(max(0, 60 * MINUTES - length))
