"""Exercises that the runner rules out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.rules.pain import check_never, post_never, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Variables
    from runtall.domain.where import Violation, Where


class AvoidedExercises:
    """No exercise that the runner wants to avoid.

    For every week w, kind k and slot s, and every avoided exercise e of its ladder::

        does[w, k, s, e] = 0

    Guide: "Sample weekly schedule", a template to adapt.
    """

    id = "avoided-exercises"
    title = "no exercise that the runner avoids"
    source = "guide: sample schedule"
    can_be_off = True

    def post(self, problem: Problem, variables: Variables) -> None:
        """Forbid avoided exercises."""
        post_never(self.id, problem.request.avoid, problem, variables)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each avoided exercise."""
        yield from check_never(self.id, problem.request.avoid, problem, plan)

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3 goes without what you want to avoid: face pull.``."""
        words = words_of(problem.request.avoid, problem, where)
        return f"Week {where.week} goes without what you want to avoid: {words}."
