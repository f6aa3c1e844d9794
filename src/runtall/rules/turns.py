"""Exercises in turns only in short sessions, and only where one rests the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.progression.exposures import exposures
from runtall.progression.pairs import may_pair, wants_pairs
from runtall.rules._doses import AboutDoses, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.where import Violation, Where
    from runtall.progression.exposures import Exposure


class Turns(AboutDoses):
    """Two exercises take turns only in sessions of half an hour, and never with the same grip.

    For every entry that names a partner: the partner names it back, the day leaves half an
    hour or less, and the two share neither pattern nor grip nor equipment.
    Guide: "Two short sessions".
    """

    id = "turns"
    title = "turns only in short sessions, where one rests the other"
    source = "guide: short sessions"
    can_be_off = True

    def _fault(self, problem: Problem, plan: Plan, one: Exposure) -> str:
        entries = {entry.position: entry for entry in plan.sessions[one.session].entries}
        other = entries.get(one.entry.pair or 0)
        if other is None or other.pair != one.entry.position:
            return f"in turns with {one.entry.pair}, which isn't with it"
        if not wants_pairs(one.day, one.kind):
            return "in turns, though there is more than half an hour"
        library = problem.exercises
        mate = library.get(other.exercise)
        if mate is None or not may_pair(library[one.entry.exercise], mate, one.day.items):
            return f"in turns with {one.entry.pair}, which tires the same or uses the same"
        return ""

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each entry whose partner doesn't fit."""
        if not any(entry.pair for session in plan.sessions for entry in session.entries):
            return
        for found in exposures(problem, plan).values():
            for one in found:
                if one.entry.pair is not None and (words := self._fault(problem, plan, one)):
                    yield self._broken(problem, one, words)

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3, D1 session: exercises take turns only in half an hour ...``."""
        return (
            f"{place(where)}: exercises take turns only in half an hour or less, and only where "
            "they share no pattern, grip or equipment."
        )
