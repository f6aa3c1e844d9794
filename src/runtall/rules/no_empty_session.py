"""A session has something to do."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.rules.base import Rule


class NoEmptySession(Rule):
    """A session has at least one working set.

    For every week w and kind k::

        sets[w, k] >= held[w, k]

    A template with all its slots says so anyway; where time is so short that slots may be left
    out, nothing else does, and a solve that is stopped early could keep an empty session.

    Ours.
    """

    title = "a session has at least one set"
    source = "ours"
    sentence = "Week {week}: the {kind} session has at least one set."
    reach = Reach.TOTALS
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Ask for a set where a session is held."""
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                sets = variables.session_sets(week.number, kind)
                enough = sets >= variables.held(week.number, kind)
                variables.require(self.id, InSession(week.number, kind), enough)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session without a set."""
        for week, session in sessions_of(problem, plan):
            if session.n_sets < 1:
                yield InSession(week.number, session.kind), "no set"
