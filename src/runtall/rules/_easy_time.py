"""The seconds of a session at the bottom of every range: taper sets are easy."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, easy_set_cost_s, exercise_cost_s
from runtall.domain.variables import Expression, Variables


def easy_seconds(
    problem: Problem, variables: Variables, week: int, kind: SessionKind
) -> Expression:
    """Return the length of the week's session of this kind, or 0."""
    total = (WARM_UP_S + RAMP_UP_S) * variables.held(week, kind)
    for slot in variables.slots(kind):
        for key in slot.alternatives:
            exercise = problem.exercises[key]
            total += exercise_cost_s(exercise) * variables.does(week, kind, slot, key)
            total += easy_set_cost_s(exercise) * variables.sets_of(week, kind, slot, key)
    return total
