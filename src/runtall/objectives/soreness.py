"""Where sets are added."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

WINDOW = 3
KINDS = (SessionKind.D1, SessionKind.D2, SessionKind.MERGED)


class Soreness(Weighted):
    """Sessions shortly before a long run or tune-up don't grow.

    For every growing week after the first and every session of it, D1, D2 or merged, with a
    long run, race or tune-up within two days::

        weight * max(0, sets - most sets of a session of its kind in the last 3 growing weeks)

    Guide: "Keep soreness low", too much volume.
    """

    title = "no larger session shortly before a long run"
    source = "guide: soreness"
    tier = Tier.PROGRESSION
    reach = Reach.TOTALS

    def _windows(self, problem: Problem) -> Iterator[tuple[Week, tuple[Week, ...], list[int]]]:
        """Yield growing weeks with those to compare with, and their days near a key run."""
        growing = problem.growing_weeks()
        for index, week in enumerate(growing):
            near = [day.index for day in problem.open_days(week) if day.near_key_run]
            if index:
                yield week, growing[max(0, index - WINDOW) : index], near

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets above the largest, where the session is near."""
        for kind in KINDS:
            reach: Expression = None
            for week, window, near in self._windows(problem):
                if kind not in variables.kinds(week.number):
                    continue
                sets = variables.session_sets(week.number, kind)
                if not near:
                    reach = None
                    continue
                name = f"{self.id}/w{week.number:02}/{kind}"
                before = [variables.session_sets(other.number, kind) for other in window]
                largest = variables.maximum(f"{name}/largest", before)
                most = max(0, variables.bounds(sets)[1] - variables.bounds(largest)[0])
                rise = variables.int_var(0, most, name)
                # Growth that counts, or anything where the session isn't near.
                gain = rise + most - most * sum(variables.session(day, kind) for day in near)
                variables.define(sets <= largest + gain)
                # The linear relaxation may take a largest that none of the window has; what
                # all rises reach together it can't escape.
                reach = (largest if reach is None else reach) + gain
                variables.define(sets <= reach)
                yield rise

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, window, near in self._windows(problem):
            for session in plan.in_week(week.number):
                if session.kind in KINDS and session.day in near:
                    before = (other for w in window for other in plan.in_week(w.number))
                    sets = [other.n_sets for other in before if other.kind is session.kind]
                    yield max(0, session.n_sets - max(sets, default=0))
