"""Nothing gains a set in the peak."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.weeks import weeks_back
from runtall.domain.counts import slot_sets
from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class PeakGrowsNowhere(Weighted):
    """An exercise gains no set in the peak, neither over base nor from week to week.

    For every peak week w with v the peak week before it, or the last growing week of base, and
    every slot s of a heavy kind k, weeks away left out, and as v those that an illness left half::

        weight * max(0, sets[w, k, s] - sets[v, k, s])      where both hold k

    A wish and no rule: the days of v may have less time than those of w, or a way back few sets.
    Guide: "Adjust for marathon training phases".
    """

    title = "no set comes in the peak, nor back from one of its weeks to the next"
    source = "guide: phases; ours"
    tier = Tier.BALANCE
    weight = 8

    def _pairs(self, problem: Problem) -> Iterator[tuple[Week, Week]]:
        back = weeks_back(problem.days)
        before = list(problem.growing_weeks()[-1:])
        for week in problem.phase_weeks(Phase.PEAK):
            if not week.away:
                yield from ((last, week) for last in before)
                before = before if week.number in back else [week]

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets that come, slot by slot."""
        for before, week in self._pairs(problem):
            both = set(variables.kinds(before.number)) & set(variables.kinds(week.number))
            for kind in sorted(both & HEAVY_KINDS):
                absent = 1 - variables.held(before.number, kind)
                for slot in problem.slots[kind]:
                    sets = variables.sets(week.number, kind, slot)
                    more = sets - variables.sets(before.number, kind, slot) - slot.most * absent
                    name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}"
                    yield variables.positive_part(name, more)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for before, week in self._pairs(problem):
            for session in plan.in_week(week.number):
                last = [s for s in plan.in_week(before.number) if s.kind is session.kind]
                if last and session.kind.heavy:
                    for slot in problem.slots[session.kind]:
                        yield max(0, slot_sets([session], slot) - slot_sets(last, slot))
