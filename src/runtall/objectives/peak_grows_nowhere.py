"""Nothing gains a set in the peak, nor after it, nor after a race."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from runtall.derivation.breaks import weeks_back
from runtall.domain.counts import slot_sets
from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class PeakGrowsNowhere(Weighted):
    """An exercise gains no set in the peak, neither over base nor from week to week, nor after it.

    For every peak week w with v the peak week before it, or the last growing week of base, weeks
    away left out, and as v those that an illness left half; for every base week w right after
    a long tune-up race, with v that of the race; and every slot s of a heavy kind k::

        weight * max(0, sets[w, k, s] - sets[v, k, s])      where both hold k

    and for every exercise e of every taper week w, in sessions of another kind than those of v::

        weight * max(0, sets[w, e] - max(1, sets[v, e]))    unless v is skipped

    A wish and no rule: the days of v may have less time than those of w, or a way back few sets,
    and the week's dose comes first; but no other set comes beside those that come back.
    Guide: "Adjust for marathon training phases".
    """

    title = "no set comes in the peak, the taper or the week after a race"
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
        for week in problem.phase_weeks(Phase.TAPER):
            yield from ((last, week) for last in before)
        for race, week in pairwise(problem.phase_weeks(Phase.BASE)):
            if race.tuneup and week.tuneup:
                yield race, week

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets that come, slot by slot."""
        for before, week in self._pairs(problem):
            if week.phase is Phase.TAPER:
                skipped = variables.relaxed(Relaxation.SKIP, before.number)
                for key in problem.exercises:
                    sets, then = (_done(variables, w.number, key) for w in (week, before))
                    name = f"{self.id}/w{week.number:02}/{key}"
                    then = variables.maximum(f"{name}/then", [1, then])
                    most = variables.bounds(sets)[1]
                    yield variables.positive_part(name, sets - then - most * skipped)
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
            if week.phase is Phase.TAPER and not plan.uses(Relaxation.SKIP, before.number):
                now, then = (_sets(plan, w.number) for w in (week, before))
                yield sum(max(0, now[key] - max(1, then[key])) for key in now)
            for session in plan.in_week(week.number):
                last = [s for s in plan.in_week(before.number) if s.kind is session.kind]
                if last and session.kind.heavy:
                    for slot in problem.slots[session.kind]:
                        yield max(0, slot_sets([session], slot) - slot_sets(last, slot))


def _done(variables: Variables, number: int, exercise: str) -> Expression:
    """Return the sets of an exercise in a week."""
    return sum(
        variables.sets_of(number, kind, slot, exercise)
        for kind in variables.kinds(number)
        for slot in variables.slots(kind)
        if exercise in slot.alternatives
    )


def _sets(plan: Plan, number: int) -> Counter[str]:
    """Return the sets of each exercise in a week of a plan."""
    sets: Counter[str] = Counter()
    for session in plan.in_week(number):
        for entry in session.entries:
            sets[entry.exercise] += entry.sets
    return sets
