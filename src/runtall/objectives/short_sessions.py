"""What stays in a session whose day has no room for the whole template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import HEAVY_KINDS, SessionKind, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.short_template import (
    full_sets,
    goes_first,
    set_values,
    short_templates,
)
from runtall.progression.weekly_target import least_lost, spare_sets

# What a set over the template costs: more than the one that it adds to the week's dose.
OVER = 2
# And one of what goes first: more than the sets that peak weeks may keep for it, measured by the
# last week of base.
GOES_FIRST = 6

_Best = Mapping[int, Sequence[int]]


class ShortSessions(Weighted):
    """A session whose template is too long for its day keeps to the best one that fits.

    For every heavy kind and slot of a growing week whose target is no less than what its days have
    room for, with p[i] the price of the slot's i-th set and h[i] whether the session lies on a
    short day whose best session has it::

        weight * sum over i of p[i] * max(0, h[i] - (1 where sets[s] >= i))

    and in every growing week 2 for a set over the template on a short day, and 6 for one of what
    goes first over the best session: it has no place there, though it were all that is short enough
    for the week's dose.
    The data file of templates has the prices: rows, pulldown and a set of push-ups stay, then a
    set of carry and core; then go carries, push-ups and rows on; bench, face pull, further core
    sets and a third carry come last. What signs ask for often is worth more.
    Guide: pulling is "top priority"; "Each session takes about 30-40 minutes".
    """

    title = "rows and one set of the rest first where there is little time"
    source = "guide: 2-day plan, pulling"
    tier = Tier.DOSE
    ties_weeks = False

    def _weeks(self, problem: Problem) -> Iterator[tuple[Week, SessionKind, _Best]]:
        """Yield weeks and kinds with the best session of each short day."""
        for week in problem.growing_weeks():
            templates = short_templates(problem, week.number)
            for kind in sorted(HEAVY_KINDS):
                found = {day: best for (day, other), best in templates.items() if other is kind}
                if found:
                    yield week, kind, found

    def _asks(self, problem: Problem, week: Week) -> bool:
        """Return whether a week's target is no less than what its days have room for."""
        return spare_sets(problem, week) <= least_lost(problem, week)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of missing sets, set by set."""
        for week, kind, best in self._weeks(problem):
            if kind not in variables.kinds(week.number):
                continue
            for index, slot in enumerate(problem.slots[kind]):
                reaches = variables.reaches(week.number, kind, slot)
                most = {day: _most(problem, slot, sets[index]) for day, sets in best.items()}
                for limit in sorted(set(most.values())):
                    over = reaches[limit:]
                    short = sum(variables.session(day, kind) for day in most if most[day] == limit)
                    name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}/over{limit}"
                    more = sum(over) - len(over) * (1 - short)
                    yield _over(problem, slot) * variables.positive_part(name, more) if over else 0
                if not self._asks(problem, week):
                    continue
                for number, price in enumerate(_prices(problem, slot)):
                    days = [day for day, sets in best.items() if sets[index] > number]
                    if price and days:
                        name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}/{number + 1}"
                        wanted = sum(variables.session(day, kind) for day in days)
                        yield price * variables.positive_part(name, wanted - reaches[number])

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, kind, best in self._weeks(problem):
            for session in plan.in_week(week.number):
                if session.kind is kind and session.day in best:
                    for slot, sets in zip(problem.slots[kind], best[session.day], strict=True):
                        done = slot_sets([session], slot)
                        yield _over(problem, slot) * max(0, done - _most(problem, slot, sets))
                        if self._asks(problem, week):
                            yield sum(_prices(problem, slot)[done:sets])


def _most(problem: Problem, slot: Slot, best: int) -> int:
    """Return the most sets of a slot in a short session whose best one has so many."""
    return best if goes_first(problem, slot) else full_sets(problem, slot)


def _over(problem: Problem, slot: Slot) -> int:
    """Return the price of a set over these."""
    return GOES_FIRST if goes_first(problem, slot) else OVER


def _prices(problem: Problem, slot: Slot) -> Sequence[int]:
    """Return the price of each set of a slot beyond the one that the week's dose counts."""
    return [value - 1 for value in set_values(problem, slot)]
