"""Nothing without its equipment."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import InSession, Violation
from runtall.progression.equipment_words import needs_words
from runtall.rules._words import exercise_words, kind_words


class EquipmentAtHand:
    """An exercise is done only on days where what it needs is at hand.

    For every week w, kind k and slot s, and for each set D of days of w on which some
    exercise of the ladder is impossible::

        sum of does[w, k, s, e] over the e impossible on all of D
            + sum of session[d, k] over D <= 1

    and does[w, k, s, e] = 0 where D is the whole week.
    Guide: "A simple 2-day upper body plan", cable or band row.
    """

    id = "equipment"
    title = "only with the equipment at hand"
    source = "guide: 2-day plan"
    can_be_off = False
    reach = Reach.SETS
    ties_weeks = False

    def _lacking(self, problem: Problem, week: Week, slot: Slot) -> dict[str, frozenset[int]]:
        """Exercises of a ladder, and the days of the week on which they are impossible."""
        lacking = {}
        for key in slot.ladder:
            exercise = problem.exercises[key]
            days = frozenset(
                d for d in week.days if not exercise.possible_with(problem.days[d].items)
            )
            if days:
                lacking[key] = days
        return lacking

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep exercises and the days that lack their equipment apart."""
        every = {day.items for day in problem.days}
        open_slots = {
            (kind, slot.position)
            for kind, slots in problem.slots.items()
            for slot in slots
            for key in slot.ladder
            if not all(problem.exercises[key].possible_with(items) for items in every)
        }
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                for slot in variables.slots(kind):
                    if (kind, slot.position) not in open_slots:
                        continue
                    lacking = self._lacking(problem, week, slot)
                    where = InSession(week.number, kind, slot.position)
                    for days in dict.fromkeys(lacking.values()):
                        impossible = sum(
                            variables.does(week.number, kind, slot, key)
                            for key, missing in lacking.items()
                            if missing >= days
                        )
                        there = sum(variables.session(day, kind) for day in sorted(days))
                        whole = len(days) == len(week.days)
                        claim = impossible <= 0 if whole else impossible + there <= 1
                        variables.require(self.id, where, claim)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each exercise that lacks its equipment."""
        for week in problem.weeks:
            for session in plan.in_week(week.number):
                day = problem.days[session.day]
                for entry in session.done:
                    exercise = problem.exercises.get(entry.exercise)
                    if exercise is not None and not exercise.possible_with(day.items):
                        where = InSession(week.number, session.kind, entry.position, session.day)
                        words = exercise_words(problem, entry.exercise)
                        found = f"{words} on {day.label} without {needs_words(exercise)}"
                        yield Violation(self.id, where, found)

    def say(self, problem: Problem, where: InSession) -> str:
        """``Week 3, D1 session: face pull needs a cable machine or a band: not on Mon 8 Feb.``."""
        week = problem.week(where.week)
        parts = []
        for slot in problem.slots[where.kind] if where.kind else ():
            if slot.position == where.slot:
                for key, days in self._lacking(problem, week, slot).items():
                    labels = [
                        problem.days[day].label
                        for day in sorted(days)
                        if where.day in {None, day} and problem.days[day].option
                    ]
                    exercise = problem.exercises[key]
                    where_not = "any day" if len(days) == len(week.days) else ", ".join(labels)
                    if where_not:
                        words = exercise_words(problem, key)
                        parts.append(f"{words} needs {needs_words(exercise)}: not on {where_not}")
        what = "; ".join(parts) or "every exercise needs its equipment at hand"
        return f"Week {week.number}, {kind_words(where.kind)} session: {what}."
