"""Nothing without its equipment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.exercise import Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.equipment_words import needs_words
from runtall.rules._words import exercise_words, session_words
from runtall.rules.base import Rule

LIGHTER = "a weight that is light enough to begin with"


class EquipmentAtHand(Rule):
    """An exercise is done only on days where what it needs is at hand.

    For every week w, kind k and slot s, and for each set D of days of w on which some
    alternative is impossible, for want of equipment or of a weight at most 110 % of a first
    guess::

        sum of does[w, k, s, e] over the e impossible on all of D
            + sum of session[d, k] over D <= 1

    and does[w, k, s, e] = 0 where D is the whole week.
    Guide: "A simple 2-day upper body plan", cable or band row.
    """

    title = "only with the equipment at hand"
    source = "guide: 2-day plan"
    ties_weeks = False

    def _lacking(self, problem: Problem, week: Week, slot: Slot) -> dict[str, frozenset[int]]:
        """Return the alternatives of a slot, and the days on which they are impossible."""
        lacking = {}
        for key in slot.alternatives:
            days = frozenset(d for d in week.days if key not in problem.days[d].possible)
            if days:
                lacking[key] = days
        return lacking

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep exercises and the days that lack their equipment apart."""
        for where, slot in slots_of(variables, *problem.weeks):
            week, kind = problem.week(where.week), where.kind
            lacking = self._lacking(problem, week, slot)
            for days in dict.fromkeys(lacking.values()):
                keys = [key for key, missing in lacking.items() if missing >= days]
                impossible = sum(variables.does(week.number, kind, slot, key) for key in keys)
                there = sum(variables.session(day, kind) for day in sorted(days))
                whole = len(days) == len(week.days)
                claim = impossible <= 0 if whole else impossible + there <= 1
                variables.require(self.id, where, claim)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each exercise that lacks its equipment."""
        for where, session, entry in done_entries(problem, plan):
            day, exercise = problem.days[session.day], problem.exercises.get(entry.exercise)
            if exercise is None or exercise.key in day.possible:
                continue
            words = f"{exercise_words(problem, entry.exercise)} on {day.label}"
            heavy = exercise.possible_with(day.items)
            lacks = f"without {LIGHTER if heavy else needs_words(exercise)}"
            yield replace(where, day=session.day), f"{words} {lacks}"

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3, D1 session: face pull needs a cable machine: not on Mon 8 Feb.``."""
        week = problem.week(where.week)
        parts = []
        for slot in problem.slots[where.kind]:
            lacking = self._lacking(problem, week, slot) if slot.position == where.slot else {}
            for key, days in lacking.items():
                here = [problem.days[day] for day in sorted(days) if where.day in {None, day}]
                labels = [day.label for day in here if day.option]
                where_not = "any day" if len(days) == len(week.days) else ", ".join(labels)
                if where_not:
                    words = exercise_words(problem, key)
                    exercise = problem.exercises[key]
                    heavy = all(exercise.possible_with(problem.days[d].items) for d in days)
                    needs = f"{words} needs {LIGHTER if heavy else needs_words(exercise)}"
                    parts.append(f"{needs}: not on {where_not}")
        what = "; ".join(parts) or "every exercise needs its equipment at hand"
        return f"{session_words(where)}: {what}."
