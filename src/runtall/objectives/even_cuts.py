"""Easier weeks that take a little from all."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import LIGHT_KINDS, Pattern, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.stand_in import unfillable
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.short_template import ROWS, goes_first, is_short

# How much dearer the last set of a pattern is.
LAST = 3


class EvenCuts(Weighted):
    """An easier week takes a set from most exercises rather than two from one, or one's last.

    For every deload, tune-up or peak week w and p the last growing one before it, and every slot
    s of a kind k held in both; with two sessions p has all of its usual days, if any week has::

        weight * (max(0, sets[p, k, s] - sets[w, k, s] - 1)
                  + max(0, does[p, k, s] - does[w, k, s])
                  + max(0, twice[p, k, s] - twice[w, k, s]))    rows, in sessions not light

    and twice that where s is for pulls; the second thrice where s alone is for its pattern in k:
    fewer sets are no fewer patterns. Rows go last, and pulldowns in a session on a short day and in
    one with both in one: does is whether s has a set, twice whether it has two.
    It outweighs a single cut. A slot that nothing fills on the day of w is left out: no week at
    home has fewer sets of it for that.
    What goes first where time is short may go in a week that has only such days.
    Guide: "Adjust for marathon training phases".
    """

    title = "easier weeks take one set of an exercise at most"
    source = "guide: phases; ours"
    tier = Tier.BALANCE
    weight = 8

    def _pairs(self, problem: Problem) -> Iterator[tuple[Week, Week]]:
        """Yield an easier week, and the growing one that it is measured by."""
        for week in problem.weeks:
            before = [other for other in problem.growing_weeks() if other.number < week.number]
            # A week that lost days may have one session for two, which is no measure of two.
            whole = [other for other in before if week.n_sessions < 2 or not other.disturbed]
            whole = whole or before
            if whole and (week.easier or week.phase is Phase.PEAK):
                yield week, whole[-1]

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of the sets that each slot loses too many."""
        for week, before in self._pairs(problem):
            kinds = set(variables.kinds(before.number))
            for kind in (kind for kind in variables.kinds(week.number) if kind in kinds):
                for slot in variables.slots(kind):
                    closed = unfillable(problem, week, kind, slot)
                    absent = 1 - variables.held(week.number, kind)
                    absent += sum(variables.session(day, kind) for day in closed)
                    name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}"
                    then, now = (variables.sets(w.number, kind, slot) for w in (before, week))
                    lost = then - now - slot.most * absent - 1
                    yield _price(slot) * variables.positive_part(f"{name}/lost", lost)
                    did, does = (variables.reaches(w.number, kind, slot) for w in (before, week))
                    for number, price in enumerate(_prices(problem, week, kind, slot)):
                        gone = did[number] - does[number] - absent
                        if number and not _goes_last(kind, slot):
                            whole = _whole_days(problem, week, kind)
                            gone -= sum(variables.session(day, kind) for day in whole)
                        lost = variables.positive_part(f"{name}/gone/{number + 1}", gone)
                        yield _price(slot) * price * lost

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, earlier in self._pairs(problem):
            before, now = ({s.kind: s for s in plan.in_week(w.number)} for w in (earlier, week))
            for kind in before.keys() & now.keys():
                for slot in problem.slots[kind]:
                    if now[kind].day in unfillable(problem, week, kind, slot):
                        continue
                    sets = slot_sets([before[kind]], slot), slot_sets([now[kind]], slot)
                    prices = _prices(problem, week, kind, slot)
                    whole = now[kind].day in _whole_days(problem, week, kind)
                    if whole and not _goes_last(kind, slot):
                        prices = prices[:1]
                    yield _price(slot) * (
                        max(0, sets[0] - sets[1] - 1) + sum(prices[sets[1] : sets[0]])
                    )


def _prices(problem: Problem, week: Week, kind: SessionKind, slot: Slot) -> list[int]:
    """Return how much dearer a slot's last sets are: more where no other is for its pattern.

    A pull's second set, too. Nothing for what goes first where all days of the week are short.
    """
    late = goes_first(problem, slot)
    if late and problem.open_days(week) and not _whole_days(problem, week, kind):
        return []
    alone = sum(other.pattern is slot.pattern for other in problem.slots[kind]) == 1
    pull = slot.pattern is Pattern.PULL and not late and kind not in LIGHT_KINDS
    return [LAST if alone else 1] + [1] * (pull and slot.most > 1)


def _goes_last(kind: SessionKind, slot: Slot) -> bool:
    """Return whether a pull keeps its second set wherever its session is."""
    return slot.name in ROWS or kind is SessionKind.MERGED


def _whole_days(problem: Problem, week: Week, kind: SessionKind) -> list[int]:
    """Return the days of a week that have room for the whole template."""
    days = problem.open_days(week)
    return [day.index for day in days if not is_short(problem, day, kind)]


def _price(slot: Slot) -> int:
    return 2 if slot.pattern is Pattern.PULL else 1
