"""Carries that grow, but not in sets."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import HEAVY_KINDS, Pattern, SessionKind, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.stand_in import unfillable
from runtall.domain.variables import Expression, Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._words import exercise_words, session_of_week, too_many
from runtall.rules.base import Rule


class CarriesKeepSets(Rule):
    """With shoulders that creep up or a tight neck, a carry has no more sets than it began with.

    Where one of these signs always shows, an answer of 3, for every heavy kind k, its slot s for a
    carry, v the first week that has a set of it and every later week w::

        sets[w, k, s] <= sets[v, k, s]

    Half as many metres again in a week, as a third set is, bring up the shoulders that shall come
    down. Where v is in question, start is a helping number for its sets, and with done[w] whether
    w has a set::

        sets[w, k, s] <= start
        start <= sets[w, k, s] + most * (1 - done[w] + sum of done[v] for v < w)

    Guide: "Signs you could use more upper body strength", "Carries".
    """

    title = "no more sets of carries where the shoulders creep up"
    source = "guide: signs, carries"
    can_be_off = True

    def _slots(self, problem: Problem) -> Iterator[tuple[SessionKind, Slot]]:
        if problem.request.athlete.keep_carries_light:
            for kind in sorted(HEAVY_KINDS):
                carries = (s for s in problem.slots[kind] if s.pattern is Pattern.CARRY)
                yield from ((kind, slot) for slot in carries)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each carry by the sets of its first session."""
        for kind, slot in self._slots(problem):
            weeks = [week for week in problem.weeks if kind in variables.kinds(week.number)]
            certain = [week for week in weeks if _is_done(problem, variables, week, kind, slot)]
            start: Expression = 0
            if weeks[:1] == certain[:1] != []:
                start = variables.sets(weeks[0].number, kind, slot)
            elif weeks:
                start = variables.int_var(0, slot.most, f"{self.id}/{kind}/{slot.name}")
                begun: Expression = 0
                for week in weeks[: weeks.index(certain[0]) + 1 if certain else None]:
                    sets = variables.sets(week.number, kind, slot)
                    done = variables.reaches(week.number, kind, slot)[0]
                    variables.define(start <= sets + slot.most * (1 - done + begun))
                    begun += done
            for week in weeks[1:]:
                where = InSession(week.number, kind, slot.position)
                sets = variables.sets(week.number, kind, slot)
                variables.require(self.id, where, sets <= start)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each carry with more sets than it had at first."""
        for kind, slot in self._slots(problem):
            start = 0
            for week in problem.weeks:
                sessions = [s for s in plan.in_week(week.number) if s.kind is kind]
                sets = slot_sets(sessions, slot)
                start = start or sets
                yield InSession(week.number, kind, slot.position), too_many(sets, start)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 7: the D2 session has no more sets of farmer carry than the first had.``."""
        slots = (slot for kind, slot in self._slots(problem) if kind is where.kind)
        keys = next((slot.alternatives for slot in slots if slot.position == where.slot), ())
        words = " or ".join(exercise_words(problem, key) for key in keys)
        return f"{session_of_week(where)} has no more sets of {words} than the first one had."


def _is_done(
    problem: Problem, variables: Variables, week: Week, kind: SessionKind, slot: Slot
) -> bool:
    """Return whether a week certainly has a set of a slot."""
    least, _ = variables.bounds(variables.held(week.number, kind))
    _, small = variables.bounds(variables.relaxed(Relaxation.SPEED_DAY, week.number))
    left_out = problem.optional_slots or small or unfillable(problem, week, kind, slot)
    return bool(least) and not left_out
