"""Tie-break: sets where the guide comes first."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets, slots_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class GuideOrder(Weighted):
    """Between plans that are as good, the one with its sets earlier in the session.

    For every set: weight * place of its slot in the template, from 0.

    Ours; guide: the order of its two templates.
    """

    title = "sets in the guide's order"
    source = "tie-break; guide: templates"
    tier = Tier.TIE_BREAK
    ties_weeks = False

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the places of the slots, set by set."""
        yield from (
            (slot.position - 1) * variables.sets(where.week, where.kind, slot)
            for where, slot in slots_of(variables, *problem.weeks)
            if slot.position > 1
        )

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, slot by slot."""
        yield from (
            (slot.position - 1) * slot_sets([session], slot)
            for session in plan.sessions
            for slot in problem.slots[session.kind]
        )
