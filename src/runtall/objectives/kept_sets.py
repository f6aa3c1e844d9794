"""Exercises that keep the sets they have gained."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

# How much dearer a set is that a growing week takes.
GROWING = 5
# How much dearer the last set of a pattern is.
LAST = 3


class KeptSets(Weighted):
    """An exercise loses no set to another in growing weeks, and one at most in easier ones.

    For every growing week w and p the last growing one before it whose days all have the usual
    equipment, and every slot s of a kind k held in both::

        weight * 5 * max(0, sets[p, k, s] - sets[w, k, s])

    for every deload, tune-up or peak week w and p the last growing one before it::

        weight * (max(0, sets[p, k, s] - sets[w, k, s] - 1)
                  + max(0, does[p, k, s] - does[w, k, s]))

    and twice that where s is for pulls; the second thrice where s alone is for its pattern in k:
    fewer sets are no fewer patterns. So an easier week takes a set from most exercises rather than
    two from one, or one's last: that outweighs a single cut, and what is lost in a growing week
    outweighs all that a sign may ask for.
    Guide: "Earn volume over weeks", one progress method at a time.
    """

    title = "an exercise keeps the sets that it has, but for one in easier weeks"
    source = "guide: progress methods"
    tier = Tier.BALANCE
    weight = 8

    def _pairs(self, problem: Problem) -> Iterator[tuple[Week, Week, bool]]:
        """Yield a week, the growing one that it is measured by, and whether it is an easier one."""
        growing = problem.growing_weeks()
        at_home = [week for week in growing if _at_home(problem, week)]
        for week in growing:
            last = [other for other in at_home if other.number < week.number]
            if last:
                yield week, last[-1], False
        for week in problem.weeks:
            last = [other for other in growing if other.number < week.number]
            if last and (week.easier or week.phase is Phase.PEAK):
                yield week, last[-1], True

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of the sets that each slot loses too many."""
        for week, before, easier in self._pairs(problem):
            kinds = set(variables.kinds(before.number))
            for kind in (kind for kind in variables.kinds(week.number) if kind in kinds):
                absent = 1 - variables.held(week.number, kind)
                for slot in variables.slots(kind):
                    price = _price(slot, easier=easier)
                    name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}"
                    then, now = (variables.sets(w.number, kind, slot) for w in (before, week))
                    lost = then - now - slot.most * absent - easier
                    yield price * variables.positive_part(f"{name}/lost", lost)
                    did, does = (variables.reaches(w.number, kind, slot)[0] for w in (before, week))
                    if easier:
                        gone = variables.positive_part(f"{name}/gone", did - does - absent)
                        yield price * gone * _alone(problem, kind, slot)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, earlier, easier in self._pairs(problem):
            before, now = ({s.kind: s for s in plan.in_week(w.number)} for w in (earlier, week))
            for kind in before.keys() & now.keys():
                for slot in problem.slots[kind]:
                    sets = slot_sets([before[kind]], slot), slot_sets([now[kind]], slot)
                    lost = max(0, sets[0] - sets[1] - easier)
                    gone = int(easier and sets[0] > 0 == sets[1])
                    gone *= _alone(problem, kind, slot)
                    yield _price(slot, easier=easier) * (lost + gone)


def _at_home(problem: Problem, week: Week) -> bool:
    """Return whether there is the usual equipment on each day of a week."""
    usual = problem.request.equipment.items
    return all(day.items == usual for day in problem.open_days(week))


def _alone(problem: Problem, kind: SessionKind, slot: Slot) -> int:
    """Return how much dearer a slot's last set is: more where no other is for its pattern."""
    alone = sum(other.pattern is slot.pattern for other in problem.slots[kind]) == 1
    return LAST if alone else 1


def _price(slot: Slot, *, easier: bool) -> int:
    pull = 2 if slot.pattern is Pattern.PULL else 1
    return pull * (1 if easier else GROWING)
