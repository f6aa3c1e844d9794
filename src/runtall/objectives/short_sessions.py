"""What stays in a session of less than half an hour."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import HEAVY_KINDS, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

# Sessions with less time than this are short: the usual dose is made for half an hour.
SHORT_S = 1800
# Price of a set over the week's target: more than any set is worth.
OVER = 20
# Price of a set over the template, where the week's other session is short.
MADE_UP = 2
OTHER = {SessionKind.D1: SessionKind.D2, SessionKind.D2: SessionKind.D1}
# What a sign that shows often makes a set of its slot worth.
ASKED = 4
OFTEN = 2
# Sets of an exercise that the plan's first week may be after.
FIRST_SETS = 2


class ShortSessions(Weighted):
    """In less than half an hour, bench, face pull and further core sets go first.

    For every base and peak week, heavy kind and slot, where h says that the session lies on a
    day with less than 30 minutes, and p[i] is the price of the slot's i-th set::

        weight * sum over i of p[i] * max(0, h - (1 where sets[s] >= i))
        weight * 20 * max(0, total[w] - target[w])      where h
        weight * 2 * max(0, sets[s] - full[s])          in D1 where h of D2, in D2 where h of D1

    The data file of templates has the prices: rows, pulldown and a set of push-ups stay, then a
    set of carry and core; then go carries, push-ups and rows on; bench, face pull, further core
    sets and a third carry come last. What signs ask for often is worth more. As the target can't
    be reached, having many sets would else be all, and the quickest ones would win. What a short
    session can't hold isn't made up in the other.
    Guide: pulling is "top priority"; "Each session takes about 30-40 minutes".
    """

    title = "rows and one set of the rest first where there is little time"
    source = "guide: 2-day plan, pulling"
    tier = Tier.DOSE
    ties_weeks = False

    def _weeks(self, problem: Problem) -> Iterator[tuple[Week, list[int]]]:
        """Yield weeks with days that have less than half an hour."""
        for week in problem.weeks:
            days = [day.index for day in problem.open_days(week) if day.cap_s < SHORT_S]
            if days and week.phase is not Phase.TAPER:
                yield week, days

    def _prices(self, problem: Problem, week: Week, slot: Slot) -> list[int]:
        """Return the price of each set that a slot should have, from the first on."""
        focus = problem.focus.get(slot.name)
        often = focus is not None and focus.answer >= OFTEN
        first = week in problem.growing_weeks()[:1]
        most = min(FIRST_SETS, slot.most) if first else slot.most
        prices = (*slot.short_cuts, *(0,) * (slot.most - len(slot.short_cuts)))[:most]
        wanted = self._full(problem, slot) if often else 0
        return [max(price, ASKED * (i < wanted)) for i, price in enumerate(prices)]

    def _slots(self, problem: Problem, week: Week) -> Iterator[tuple[SessionKind, Slot, list[int]]]:
        for kind in sorted(HEAVY_KINDS):
            for slot in problem.slots[kind]:
                yield kind, slot, self._prices(problem, week, slot)

    def _full(self, problem: Problem, slot: Slot) -> int:
        """Return the sets of a slot that aren't made up: its template's, and what a sign adds."""
        focus = problem.focus.get(slot.name)
        return slot.full + (focus.extra if focus else 0)

    def _other_is_short(self, plan: Plan, week: Week, kind: SessionKind, days: list[int]) -> bool:
        other = OTHER.get(kind)
        sessions = plan.in_week(week.number)
        return any(session.kind is other and session.day in days for session in sessions)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of missing sets, set by set, and of sets over the target."""
        for week, days in self._weeks(problem):
            for kind, slot, prices in self._slots(problem, week):
                if kind not in variables.kinds(week.number):
                    continue
                held = sum(variables.session(day, kind) for day in days)
                sets = variables.sets(week.number, kind, slot)
                longer = (variables.session(day, kind) for day in set(week.days) - set(days))
                always = not any(variables.bounds(session)[1] for session in longer)
                for number, reaches in enumerate(
                    variables.reaches(week.number, kind, slot)[: len(prices)]
                ):
                    if prices[number]:
                        name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}/{number + 1}"
                        lacks = held - reaches
                        yield prices[number] * (
                            lacks if always else variables.positive_part(name, lacks)
                        )
                if kind in OTHER and slot.most > (full := self._full(problem, slot)):
                    short = sum(variables.session(day, OTHER[kind]) for day in days)
                    name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}/made-up"
                    more = sets - slot.most + (slot.most - full) * short
                    yield MADE_UP * variables.positive_part(name, more)
            # Where short days have no room for so many sets, there is no number to decide.
            total, kinds = variables.total(week.number), variables.kinds(week.number)
            most = sum(variables.room(week.number, kind) for kind in kinds)
            for kind in kinds:
                if kind in HEAVY_KINDS and most > week.target_sets:
                    held = sum(variables.session(day, kind) for day in days)
                    over = total - most + (most - week.target_sets) * held
                    name = f"{self.id}/w{week.number:02}/{kind}/over"
                    yield OVER * variables.positive_part(name, over)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, days in self._weeks(problem):
            for kind, slot, prices in self._slots(problem, week):
                for session in plan.in_week(week.number):
                    if session.kind is kind and session.day in days:
                        yield sum(prices[slot_sets([session], slot) :])
                    if session.kind is kind and self._other_is_short(plan, week, kind, days):
                        more = slot_sets([session], slot) - self._full(problem, slot)
                        yield MADE_UP * max(0, more)
            over = max(0, plan.total(week.number) - week.target_sets)
            for session in plan.in_week(week.number):
                if session.kind.heavy and session.day in days:
                    yield OVER * over
