"""What the signs ask for stays small."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of, slot_sets, slots_of
from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession, InWeek
from runtall.errors.words import counted
from runtall.rules._words import exercise_words, session_of_week, too_many
from runtall.rules.base import Rule

MOST_SESSION = 14
MOST_WEEK = 28
# Kinds whose templates say how much pressing there is.
FULL_KINDS = (SessionKind.D1, SessionKind.D2)


class SignLimits(Rule):
    """Signs bring no pressing, no session of more than 14 sets and no week of more than 28.

    Where the runner has any sign, for every week w, kind k and slot s for pushing in D1 and D2::

        sets[w, k, s] <= full[s]       session_sets[w, k] <= 14       total[w] <= 28

    A weak upper back isn't mended by more presses, and what the signs add is small.
    Guide: "Signs you could use more upper body strength", "Only training chest and arms".
    """

    title = "signs bring no more pressing, 14 sets a session and 28 a week at most"
    source = "guide: signs, only chest and arms"
    ties_weeks = False

    def _is_press(self, kind: SessionKind, slot: Slot) -> bool:
        return kind in FULL_KINDS and slot.pattern is Pattern.PUSH

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound presses, sessions and weeks, where they could be more."""
        if not problem.focus:
            return
        for where, slot in slots_of(variables, *problem.weeks):
            if self._is_press(where.kind, slot) and slot.most > slot.full:
                sets = variables.sets(where.week, where.kind, slot)
                variables.require(self.id, where, sets <= slot.full)
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                sets = variables.session_sets(week.number, kind)
                if variables.bounds(sets)[1] > MOST_SESSION:
                    where = InSession(week.number, kind)
                    variables.require(self.id, where, sets <= MOST_SESSION)
            total = variables.total(week.number)
            if variables.bounds(total)[1] > MOST_WEEK:
                variables.require(self.id, InWeek(week.number), total <= MOST_WEEK)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each press, session and week with too many sets."""
        if not problem.focus:
            return
        for week, session in sessions_of(problem, plan):
            for slot in problem.slots[session.kind]:
                if self._is_press(session.kind, slot):
                    where = InSession(week.number, session.kind, slot.position)
                    yield where, too_many(slot_sets([session], slot), slot.full)
            where = InSession(week.number, session.kind)
            yield where, too_many(session.n_sets, MOST_SESSION)
        for week in problem.weeks:
            yield InWeek(week.number), too_many(plan.total(week.number), MOST_WEEK)

    def say(self, problem: Problem, where: InSession | InWeek) -> str:
        """Say ``Week 7: the D2 session has no more than 2 sets of dumbbell bench press.``."""
        if isinstance(where, InWeek):
            return f"Week {where.week} has {MOST_WEEK} sets at most, with what the signs ask for."
        session = session_of_week(where)
        for slot in problem.slots[where.kind]:
            if slot.position == where.slot:
                words = " or ".join(exercise_words(problem, key) for key in slot.alternatives)
                return f"{session} has no more than {counted(slot.full, 'set')} of {words}."
        return f"{session} has {MOST_SESSION} sets at most, with what the signs ask for."
