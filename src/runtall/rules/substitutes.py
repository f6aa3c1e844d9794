"""A substitute has a reason."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import done_entries
from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.stand_in import stands_in
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._words import exercise_words, session_words
from runtall.rules.base import Rule


class Substitutes(Rule):
    """A substitute takes a slot only on days where what comes before it is impossible.

    For every week w, kind k, slot s and alternative e but the first::

        does[w, k, s, e] <= sum of session[d, k] over the days d of w
                            on which every alternative before e is impossible

    Guide: "cable or band row".
    """

    title = "a substitute only where the usual exercise is impossible"
    source = "guide: 2-day plan"
    can_be_off = True
    ties_weeks = False

    def _swaps(self, problem: Problem) -> Iterator[tuple[SessionKind, Slot, int]]:
        """Yield the substitutes: kind, slot and rank among its alternatives."""
        for kind, slots in problem.slots.items():
            for slot in slots:
                for rank in range(1, len(slot.alternatives)):
                    yield kind, slot, rank

    def post(self, problem: Problem, variables: Variables) -> None:
        """Tie each substitute to the days that call for it."""
        swaps = list(self._swaps(problem))
        for week in problem.weeks:
            days = [problem.days[day] for day in week.days]
            for kind, slot, rank in swaps:
                if kind not in variables.kinds(week.number):
                    continue
                does = variables.does(week.number, kind, slot, slot.alternatives[rank])
                due_days = [day.index for day in days if stands_in(day, slot, rank)]
                due = sum(variables.session(day, kind) for day in due_days)
                where = InSession(week.number, kind, slot.position)
                variables.require(self.id, where, does <= due)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each substitute that nothing calls for."""
        swaps = {
            (kind, slot.position, slot.alternatives[rank]): (slot, rank)
            for kind, slot, rank in self._swaps(problem)
        }
        for where, session, entry in done_entries(problem, plan):
            slot, rank = swaps.get((session.kind, entry.position, entry.exercise), (None, 0))
            if slot and not stands_in(problem.days[session.day], slot, rank):
                yield where, exercise_words(problem, entry.exercise)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3, D1 session: dumbbell row, unless it is impossible on that day.``."""
        slots = [slot for slot in problem.slots[where.kind] if slot.position == where.slot]
        usual = exercise_words(problem, slots[0].alternatives[0]) if slots else "the usual exercise"
        return f"{session_words(where)}: {usual}, unless it is impossible on that day."
