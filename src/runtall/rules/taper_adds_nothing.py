"""A taper in which no exercise comes to more sets."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.after_gaps import follows_gap, gaps_before
from runtall.domain.counts import slots_of
from runtall.domain.exercise import Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Expression, Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._words import exercise_words, session_of_week, too_many
from runtall.rules.base import Rule


class TaperAddsNothing(Rule):
    """In the taper no exercise has more sets than in the last whole week of base.

    For every taper week w, with p the last growing week that lacks no day, and every exercise e of
    a light session of w::

        sets[w, e] <= max(1, sets[p, e])

    unless p gives something up or follows a gap: then it is small for another reason. Little time
    in base leaves some exercises a set, which no easy session doubles.
    Guide: "Adjust for marathon training phases".
    """

    title = "no exercise has more sets in the taper than in base"
    source = "guide: phases; ours"

    def _last(self, problem: Problem) -> Week | None:
        """Return the last growing week with all its days, if any is."""
        growing = (week for week in problem.growing_weeks() if not week.elsewhere)
        whole = [week for week in growing if week.n_sessions and not week.disturbed]
        return whole[-1] if whole else None

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each exercise of the taper."""
        if (last := self._last(problem)) is None:
            return
        small = gaps_before(problem, variables, last.number)
        small += sum(variables.relaxed(step, last.number) for step in Relaxation)
        if variables.bounds(small)[0]:
            return
        for where, slot in slots_of(variables, *problem.phase_weeks(Phase.TAPER)):
            for key in slot.alternatives:
                before = _sets(variables, last.number, key) + slot.most * small
                for claim in self._claims(variables, where, slot, key, before):
                    variables.require(self.id, where, claim)

    def _claims(
        self, variables: Variables, where: InSession, slot: Slot, key: str, before: Expression
    ) -> Iterator[Claim]:
        """Yield that an exercise has no more sets than before, and one where it had none."""
        sets = variables.sets_of(where.week, where.kind, slot, key)
        if variables.bounds(before)[0]:
            yield sets <= before
            return
        # Without a helping number for the larger of both: that takes half as long again.
        does = variables.does(where.week, where.kind, slot, key)
        reaches = variables.reaches(where.week, where.kind, slot)
        for number, reached in enumerate(reaches[1:], 2):
            other = 1 - reached + (1 - does) * (len(slot.alternatives) > 1)
            yield before + number * other >= number

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each exercise that has more."""
        last = self._last(problem)
        if last is None or follows_gap(problem, plan, last.number):
            return
        if any(plan.uses(step, last.number) for step in Relaxation):
            return
        before = [entry for session in plan.in_week(last.number) for entry in session.entries]
        for week in problem.phase_weeks(Phase.TAPER):
            for session in plan.in_week(week.number):
                for entry in session.entries:
                    most = sum(other.sets for other in before if other.exercise == entry.exercise)
                    where = InSession(week.number, session.kind, entry.position)
                    yield where, too_many(entry.sets, max(1, most))

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 14: the light session has no more sets of push-up than ...``."""
        slots = [s for s in problem.slots[where.kind] if s.position == where.slot]
        words = " or ".join(exercise_words(problem, key) for s in slots for key in s.alternatives)
        return f"{session_of_week(where)} has no more sets of {words} than base's last whole week."


def _sets(variables: Variables, week: int, key: str) -> Expression:
    """Return the sets of an exercise in a week."""
    return sum(
        variables.sets_of(week, kind, slot, key)
        for kind in variables.kinds(week)
        for slot in variables.slots(kind)
    )
