"""Exercises that keep the sets they have gained."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.breaks import weeks_back
from runtall.domain.after_gaps import FELT, follows_gap
from runtall.domain.counts import slot_sets
from runtall.domain.exercise import LIGHT_KINDS, Pattern, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._way_back import on_way_back
from runtall.objectives._weighted import Weighted
from runtall.progression.short_template import ROWS

# Days from one session to the next, at least.
SPACING = 2
ROW = 3
TWO = 2


class KeptSets(Weighted):
    """An exercise loses no set in growing weeks, neither to another nor for the week's dose.

    For every growing week w and p the last growing one before it whose days all have the usual
    equipment, and in two weeks after one without days enough for its sessions, or with the first
    session after an illness, also the last one before that; where a heavy kind isn't held in p, as
    in one session for two, the one before p; and every slot s of a kind k held in both::

        weight * max(0, sets[p, k, s] - sets[w, k, s] - back[w])      three times that for a row

    with back[w] = 1 where w follows a gap: the way back takes a set from most exercises rather than
    two from one, and none from the first two of a pull where one session has all. Dearer than a set
    of the week's dose: none is taken so that the sum comes out.
    Guide: "Earn volume over weeks", one progress method at a time.
    """

    title = "an exercise keeps the sets that it has"
    source = "guide: progress methods"
    tier = Tier.DOSE
    weight = 2

    def _pairs(self, problem: Problem) -> Iterator[tuple[Week, Week, Week | None]]:
        """Yield a growing week, and each that it is measured by.

        With the one between them where that is the measure of light kinds, and all that it holds.
        """
        for week in problem.growing_weeks():
            lacking = [w.number for w in problem.weeks if not _has_days(problem, w)]
            lacking += weeks_back(problem.days)
            breaks = (number for number in lacking if 0 < week.number - number <= 1 + FELT)
            whole = list(_at_home(problem))
            before = [
                next((other for other in whole if other.number < number), None)
                for number in (week.number, *breaks)
            ]
            yield from ((week, other, None) for other in dict.fromkeys(before) if other)
            last, *earlier = [other for other in whole if other.number < week.number][:2] or [week]
            yield from ((week, other, last) for other in earlier if other not in before)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets that each slot loses."""
        for week, before, between in self._pairs(problem):
            back = on_way_back(problem, variables, week.number)
            for kind in sorted({*variables.kinds(before.number)} & {*variables.kinds(week.number)}):
                newer = variables.held(between.number, kind) if between else 0
                if between and (not kind.heavy or variables.bounds(newer)[0]):
                    continue
                absent = 1 - variables.held(week.number, kind) + newer
                for slot in variables.slots(kind):
                    then, now = (variables.sets(w.number, kind, slot) for w in (before, week))
                    name = f"{self.id}/w{week.number:02}/{before.number}/{kind}/{slot.name}"
                    lost = [then - slot.most * absent - now - back]
                    if _stays_twice(problem, slot) and variables.bounds(back)[1]:
                        had = sum(variables.reaches(before.number, kind, slot)[:TWO])
                        lost.append(had - TWO * absent - now)
                    yield _price(slot) * variables.positive_part(name, *lost)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, earlier, between in self._pairs(problem):
            back = follows_gap(problem, plan, week.number)
            before, now = ({s.kind: s for s in plan.in_week(w.number)} for w in (earlier, week))
            newer = (
                {s.kind for s in plan.in_week(between.number)} | LIGHT_KINDS if between else set()
            )
            for kind in (before.keys() & now.keys()) - newer:
                for slot in problem.slots[kind]:
                    then, here = slot_sets([before[kind]], slot), slot_sets([now[kind]], slot)
                    kept = min(then, TWO) if _stays_twice(problem, slot) else 0
                    yield _price(slot) * max(0, then - here - back, kept - here)


def _price(slot: Slot) -> int:
    """Return how much dearer a slot's sets are: no row gives one for the dose of later weeks."""
    return ROW if slot.name in ROWS else 1


def _stays_twice(problem: Problem, slot: Slot) -> bool:
    """Return whether a slot is for a pull of the one session for all: its second set goes last."""
    return not problem.twice and slot.pattern is Pattern.PULL


def _at_home(problem: Problem) -> Iterator[Week]:
    """Yield the growing weeks with days, all of them with the usual equipment, the last first."""
    usual = problem.request.equipment.items
    for week in reversed(problem.growing_weeks()):
        days = problem.open_days(week)
        if days and all(day.items == usual for day in days):
            yield week


def _has_days(problem: Problem, week: Week) -> bool:
    """Return whether there are days for all sessions of a week."""
    days = [day.index for day in problem.open_days(week)]
    apart = (week.n_sessions - 1) * SPACING
    return not week.n_sessions or (bool(days) and days[-1] - days[0] >= apart)
