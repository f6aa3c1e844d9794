"""What rules that rule out exercises share: both halves follow from which they are."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._words import exercise_words
from runtall.rules.base import Rule


class NeverDone(Rule):
    """Exercises that no session of the plan has.

    For every week w, kind k and slot s, and each such exercise e among its alternatives::

        does[w, k, s, e] = 0
    """

    # What a week goes without.
    reason = ""
    ties_weeks = False

    def never(self, problem: Problem) -> Set[str]:
        """Return keys of the exercises; most are no slot's alternative in the first place."""
        raise NotImplementedError

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep them out of every week."""
        never = self.never(problem)
        for where, slot in slots_of(variables, *problem.weeks):
            for key in slot.alternatives:
                if key in never:
                    does = variables.does(where.week, where.kind, slot, key)
                    variables.require(self.id, where, does <= 0)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each slot with one of them."""
        never = self.never(problem)
        for where, _, entry in done_entries(problem, plan):
            if entry.exercise in never:
                yield where, exercise_words(problem, entry.exercise)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3 goes without what hurts: face pull.``."""
        never = self.never(problem)
        slots = [slot for slot in problem.slots[where.kind] if slot.position == where.slot]
        here = [key for slot in slots for key in slot.alternatives if key in never]
        words = ", ".join(exercise_words(problem, key) for key in here or sorted(never))
        return f"Week {where.week} goes without {self.reason}: {words}."
