"""How many sets a session has room for."""

from __future__ import annotations

from collections.abc import Mapping

from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.problem import Problem
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, exercise_cost_s, set_cost_s


def fewest_s(problem: Problem, slot: Slot) -> tuple[int, ...]:
    """Return the fewest seconds of 0, 1, 2, ... sets of a slot, up to its most."""
    exercises = [problem.exercises[key] for key in slot.alternatives]
    numbers = range(1, slot.most + 1)
    return (0, *(min(exercise_cost_s(e) + n * set_cost_s(e) for e in exercises) for n in numbers))


def most_sets(problem: Problem, kind: SessionKind, seconds: int) -> int:
    """Return the most sets of a session of a kind that so many seconds have room for."""
    # The fewest seconds for each number of sets, slot after slot.
    least: Mapping[int, int] = {0: WARM_UP_S + RAMP_UP_S}
    for slot in problem.slots[kind]:
        found = dict(least)
        for more, cost in enumerate(fewest_s(problem, slot)):
            for sets, before in least.items():
                found[sets + more] = min(before + cost, found.get(sets + more, before + cost))
        least = found
    return max((sets for sets, taken in least.items() if taken <= seconds), default=0)
