"""Exercises that keep the sets they have gained."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from runtall.domain.counts import slot_sets
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class KeptSets(Weighted):
    """From one growing week to the next, an exercise loses no set to another.

    For every two growing weeks p, w in a row, and every slot s of a kind k held in both::

        weight * max(0, sets[p, k, s] - sets[w, k, s])

    Guide: "Earn volume over weeks", one progress method at a time.
    """

    title = "an exercise keeps the sets that it has"
    source = "guide: progress methods"
    tier = Tier.PROGRESSION

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets that each slot loses from one growing week to the next."""
        for before, week in pairwise(problem.growing_weeks()):
            kinds = set(variables.kinds(before.number))
            for kind in (kind for kind in variables.kinds(week.number) if kind in kinds):
                held = variables.held(week.number, kind)
                for slot in variables.slots(kind):
                    now = variables.sets(week.number, kind, slot) + slot.most * (1 - held)
                    lost = variables.sets(before.number, kind, slot) - now
                    name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}"
                    yield variables.positive_part(name, lost)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for weeks in pairwise(problem.growing_weeks()):
            before, now = ({s.kind: s for s in plan.in_week(week.number)} for week in weeks)
            for kind in before.keys() & now.keys():
                for slot in problem.slots[kind]:
                    yield max(0, slot_sets([before[kind]], slot) - slot_sets([now[kind]], slot))
