"""Exercises that keep the sets they have gained."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.returns import follows_gap, on_way_back
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class KeptSets(Weighted):
    """An exercise loses no set in growing weeks, neither to another nor for the week's dose.

    For every growing week w and p each of the last growing one before it whose days all have the
    usual equipment, and the last one of these in which no day is missing; and every slot s of a
    kind k held in both::

        weight * max(0, sets[p, k, s] - sets[w, k, s] - back[w])

    with back[w] = 1 where w follows a gap: the way back takes a set from most exercises rather than
    two from one. Dearer than a set of the week's dose: none is taken so that the sum comes out.
    Guide: "Earn volume over weeks", one progress method at a time.
    """

    title = "an exercise keeps the sets that it has"
    source = "guide: progress methods"
    tier = Tier.DOSE
    weight = 2

    def _pairs(self, problem: Problem) -> Iterator[tuple[Week, Week]]:
        """Yield a growing week, and each that it is measured by."""
        at_home = [week for week in problem.growing_weeks() if _at_home(problem, week)]
        for week in problem.growing_weeks():
            before = [other for other in at_home if other.number < week.number]
            whole = [other for other in before if not other.disturbed]
            for other in {*before[-1:], *whole[-1:]}:
                yield week, other

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets that each slot loses."""
        for week, before in self._pairs(problem):
            back = on_way_back(problem, variables, week.number)
            for kind in sorted({*variables.kinds(before.number)} & {*variables.kinds(week.number)}):
                absent = 1 - variables.held(week.number, kind)
                for slot in variables.slots(kind):
                    then, now = (variables.sets(w.number, kind, slot) for w in (before, week))
                    name = f"{self.id}/w{week.number:02}/{before.number}/{kind}/{slot.name}"
                    lost = then - now - slot.most * absent - back
                    yield variables.positive_part(name, lost)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, earlier in self._pairs(problem):
            back = follows_gap(problem, plan, week.number)
            before, now = ({s.kind: s for s in plan.in_week(w.number)} for w in (earlier, week))
            for kind in before.keys() & now.keys():
                for slot in problem.slots[kind]:
                    then, here = slot_sets([before[kind]], slot), slot_sets([now[kind]], slot)
                    yield max(0, then - here - back)


def _at_home(problem: Problem, week: Week) -> bool:
    """Return whether there is the usual equipment on each day of a week."""
    usual = problem.request.equipment.items
    return all(day.items == usual for day in problem.open_days(week))
