"""Where sets are cut first."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets, slots_of
from runtall.domain.exercise import Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.strength import STEP

# Price of a set above the template: dearer than any set of it that is cut first.
OVER = 5
SECOND = 2


class WhereToCut(Weighted):
    """Sessions keep to their template; third carries and the bench are cut first, rows last.

    For every slot of a held session, in weeks away in a later tier (as-at-home), with s sets where
    its template has ``full``::

        weight * (first_cut * short + (next_cuts - first_cut) * max(0, short - 1) + over)
        short = max(0, full - s)        over = max(0, s - full)

    and in a growing week one more for a second set, once as many of them lie before it as the range
    of the slot's first exercise has steps: its one set has come to the top.

    The data file of templates has both prices of each slot: a third carry and a second bench set
    go before a second face pull or core set; rows and pulldowns are the dearest.
    Guide: pulling is "top priority".
    """

    title = "cut third carries and the bench first, rows last"
    source = "guide: templates, pulling"
    tier = Tier.BALANCE
    ties_weeks = False

    def _weeks(self, problem: Problem) -> Iterator[Week]:
        return (week for week in problem.weeks if not week.away)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield what each slot's sets cost, set by set where the price changes."""
        for where, slot in slots_of(variables, *self._weeks(problem)):
            held = variables.held(where.week, where.kind)
            sets = variables.sets(where.week, where.kind, slot)
            reaches = variables.reaches(where.week, where.kind, slot)
            yield slot.first_cut * (slot.full * held - sets)
            yield (slot.first_cut + OVER) * sum(reaches[slot.full :])
            more = (slot.full - 1) * held - sum(reaches[: slot.full - 1])
            yield (slot.next_cuts - slot.first_cut) * more
            if _at_top(problem, where.week, slot):
                yield held - reaches[1]

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, slot by slot."""
        weeks = {week.number for week in self._weeks(problem)}
        for session in (s for s in plan.sessions if problem.days[s.day].week in weeks):
            for slot in problem.slots[session.kind]:
                sets = slot_sets([session], slot)
                short = max(0, slot.full - sets)
                yield slot.first_cut * min(short, 1) + slot.next_cuts * max(0, short - 1)
                yield OVER * max(0, sets - slot.full)
                yield sets < SECOND and _at_top(problem, problem.days[session.day].week, slot)


def _at_top(problem: Problem, number: int, slot: Slot) -> bool:
    """Return whether one set of a slot can grow no more in a week: its range has had its steps."""
    before = [week.number for week in problem.growing_weeks() if week.number <= number]
    exercise = problem.exercises[slot.alternatives[0]]
    steps = (exercise.high - exercise.low) // STEP[exercise.measure]
    growing = number in before and slot.full >= SECOND
    return growing and len(before) > steps + 1
