"""No exercise grows in the one session of a peak week."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import HEAVY_KINDS, Pattern, SessionKind, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._weeks import merged_peak_weeks
from runtall.rules._words import exercise_words, session_of_week, too_many
from runtall.rules.base import Rule

TWO, THREE = 2, 3


class OneSessionPeakThirds(Rule):
    """In the one session of a peak week only what had three sets in base has three, but for pulls.

    For every such week w and every slot s of its merged session that is no pull, over the last
    two growing base weeks v, their heavy kinds k and the slots t of k that share an exercise
    with s::

        sets[w, merged, s] <= 2 + (1 where sets[v, k, t] >= 3 for any of them)

    Five exercises stand for ten: one that had a single set would else have three.
    Guide: "Adjust for marathon training phases"; the numbers are ours.
    """

    title = "a third set in the one session of a peak week only where base had one"
    source = "guide: phases; numbers ours"
    can_be_off = True

    def _slots(self, problem: Problem) -> list[Slot]:
        slots = problem.slots[SessionKind.MERGED]
        return [slot for slot in slots if slot.most > TWO and slot.pattern is not Pattern.PULL]

    def _kin(self, problem: Problem, slot: Slot) -> list[tuple[SessionKind, Slot]]:
        """Return the slots of heavy sessions that share an exercise with one."""
        return [
            (kind, other)
            for kind in sorted(HEAVY_KINDS)
            for other in problem.slots[kind]
            if set(slot.alternatives) & set(other.alternatives)
        ]

    def _before(self, problem: Problem) -> tuple[Week, ...]:
        return problem.growing_weeks()[-TWO:]

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each slot by one decision, which all such weeks share."""
        weeks = [
            week
            for week in merged_peak_weeks(problem)
            if SessionKind.MERGED in variables.kinds(week.number)
        ]
        for slot in self._slots(problem) if weeks else ():
            third = variables.bool_var(f"{self.id}/{slot.name}")
            reaches = [
                variables.reaches(week.number, kind, other)[TWO]
                for kind, other in self._kin(problem, slot)
                for week in self._before(problem)
                if kind in variables.kinds(week.number) and other.most > TWO
            ]
            variables.define(third <= sum(reaches))
            for week in weeks:
                where = InSession(week.number, SessionKind.MERGED, slot.position)
                sets = variables.sets(week.number, SessionKind.MERGED, slot)
                variables.require(self.id, where, sets <= TWO + third)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each slot with a third set that base did not have."""
        numbers = {week.number for week in self._before(problem)}
        base = [s for number in numbers for s in plan.in_week(number)]
        for slot in self._slots(problem):
            before = max(
                (
                    slot_sets([session], other)
                    for kind, other in self._kin(problem, slot)
                    for session in base
                    if session.kind is kind
                ),
                default=0,
            )
            for week in merged_peak_weeks(problem):
                for session in plan.in_week(week.number):
                    if session.kind is SessionKind.MERGED:
                        where = InSession(week.number, session.kind, slot.position)
                        most = TWO + (before >= THREE)
                        yield where, too_many(slot_sets([session], slot), most)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 12: the session of both in one has 2 sets of dead bug, or 3 if ...``."""
        slot = next(s for s in self._slots(problem) if s.position == where.slot)
        words = " or ".join(exercise_words(problem, key) for key in slot.alternatives)
        return f"{session_of_week(where)} has 2 sets of {words}, or 3 if base had them."
