"""The template's own exercise before its substitutes."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slots_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class AlternativesOrder(Weighted):
    """Each slot is done with the first of its alternatives, else with the next.

    For every session and slot: weight * rank of its exercise among the slot's alternatives, from 0.

    Guide: the exercises of Day 1 and Day 2, and its "or".
    """

    title = "the template's own exercise first"
    source = "guide: templates"
    tier = Tier.PREFERENCE
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the ranks of the exercises done."""
        yield from (
            rank * variables.does(where.week, where.kind, slot, slot.alternatives[rank])
            for where, slot in slots_of(variables, *problem.weeks)
            for rank in range(1, len(slot.alternatives))
        )

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, entry by entry."""
        yield from (
            slot.alternatives.index(entry.exercise)
            for session in plan.sessions
            for entry in session.entries
            for slot in problem.slots[session.kind]
            if slot.position == entry.position
            and entry.sets
            and entry.exercise in slot.alternatives
        )
