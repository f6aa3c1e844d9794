"""Small sessions where two lie on neighbouring days."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from runtall.domain.exercise import BUT_VERY_LIGHT, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Literal, Variables
from runtall.domain.where import Fault, OnDay
from runtall.rules._words import too_many
from runtall.rules.base import Rule

# Most sets of each of two sessions on neighbouring days, if neither is a very light one.
SMALL_SETS = 8


class SmallWhenClose(Rule):
    """Two sessions on neighbouring days are small, unless one of them is a very light one.

    For every day d of a week w, each kind k but very_light, and e = d - 1 or d + 1, with busy[e] =
    1 where e has a session of such a kind, too::

        session[d, k] = relaxed[short_gap] = 1  =>  sets[w, k] <= most - (most - 8) * busy[e]

    The declaration is that of the earlier day's week; without it, the rule spacing forbids both.
    Next to one or two easy sets of an exercise nothing is cut: such a week would never grow.
    Guide: "Keep soreness low"; the number is ours.
    """

    title = "of two sessions on neighbouring days each has eight sets at most, or one is very light"
    source = "guide: soreness; ours"
    sentence = (
        "{day} and the day after: two sessions have at most 8 sets each, or one is very light."
    )
    reach = Reach.TOTALS

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the sets of a session where a declared gap has another one next to it."""
        busy: dict[int, Literal] = {}
        for pair in itertools.pairwise(problem.days):
            declared = variables.relaxed(Relaxation.SHORT_GAP, pair[0].week)
            if variables.bounds(declared)[1] == 0:
                continue
            for day, other in (pair, pair[::-1]):
                for kind in self._kinds(variables, day):
                    most = sum(slot.most for slot in variables.slots(kind))
                    if most > SMALL_SETS:
                        if other.index not in busy:
                            busy[other.index] = self._busy(variables, other)
                        sets = variables.session_sets(day.week, kind)
                        small = sets + (most - SMALL_SETS) * busy[other.index] <= most
                        here = variables.session(day.index, kind)
                        where = OnDay(pair[0].index)
                        variables.require(self.id, where, small, when=[here, declared])

    def _kinds(self, variables: Variables, day: Day) -> list[SessionKind]:
        """Return the kinds of a day that are more than very light."""
        return [kind for kind in variables.kinds(day.week) if kind in BUT_VERY_LIGHT]

    def _busy(self, variables: Variables, day: Day) -> Literal:
        """Return a decision that is 1 where the day has such a session, however many."""
        sessions = [variables.session(day.index, kind) for kind in self._kinds(variables, day)]
        if len(sessions) <= 1:
            return sum(sessions)
        busy = variables.bool_var(f"{self.id}/busy/d{day.index:03}")
        for session in sessions:
            variables.define(busy >= session)
        return busy

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield the first day of each such two whose sessions are too large."""
        for day in problem.days[:-1]:
            today, tomorrow = (
                [session for session in plan.on(index) if session.kind in BUT_VERY_LIGHT]
                for index in (day.index, day.index + 1)
            )
            if today and tomorrow and plan.uses(Relaxation.SHORT_GAP, day.week):
                sets = max(session.n_sets for session in (*today, *tomorrow))
                unit = "sets next to another session"
                yield OnDay(day.index), too_many(sets, SMALL_SETS, unit)
