"""Pain is a stop sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.where import Violation, Where
from runtall.rules._words import exercise_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Variables

OVERHEAD_PRESSES = frozenset({"db_overhead_press"})


def painful(problem: Problem) -> frozenset[str]:
    """Exercises that hurt, or that irritate the shoulders of this runner."""
    athlete = problem.request.athlete
    return athlete.painful | (OVERHEAD_PRESSES if athlete.overhead_irritates else frozenset())


def post_never(rule: str, keys: Set[str], problem: Problem, variables: Variables) -> None:
    """Keep some exercises out of every week; most ladders don't hold them in the first place."""
    for week in problem.weeks:
        for kind in variables.kinds(week.number):
            for slot in variables.slots(kind):
                for key in slot.ladder:
                    if key in keys:
                        where = Where(week=week.number, kind=kind, slot=slot.position)
                        does = variables.does(week.number, kind, slot, key)
                        variables.require(rule, where, does <= 0)


def check_never(rule: str, keys: Set[str], problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Name each slot with one of these exercises."""
    for week in problem.weeks:
        for session in plan.in_week(week.number):
            for entry in session.done:
                if entry.exercise in keys:
                    where = Where(week=week.number, kind=session.kind, slot=entry.position)
                    yield Violation(rule, where, exercise_words(problem, entry.exercise))


def words_of(keys: Set[str], problem: Problem, where: Where) -> str:
    """The exercises that a place lacks because of these: ``face pull``."""
    slots = problem.slots[where.kind] if where.kind else ()
    here = [key for slot in slots if slot.position == where.slot for key in slot.ladder]
    named = [key for key in here if key in keys] or sorted(keys)
    return ", ".join(exercise_words(problem, key) for key in named)


class Pain:
    """No exercise that hurts, and no overhead press where it irritates the shoulders.

    For every week w, kind k and slot s, and every painful exercise e of its ladder::

        does[w, k, s, e] = 0

    Guide: "Pushing exercises", "Ignoring shoulder comfort".
    """

    id = "pain"
    title = "nothing that hurts"
    source = "guide: pushing exercises, shoulder comfort"
    can_be_off = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Forbid painful exercises."""
        post_never(self.id, painful(problem), problem, variables)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each painful exercise."""
        yield from check_never(self.id, painful(problem), problem, plan)

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3 goes without what hurts: face pull.``."""
        words = words_of(painful(problem), problem, where)
        return f"Week {where.week} goes without what hurts: {words}."
