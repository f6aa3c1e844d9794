"""How many sets a session has room for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.library import exercises
from runtall.domain.problem import Problem
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, exercise_cost_s, set_cost_s


@cache
def fewest_s(slot: Slot) -> tuple[int, ...]:
    """Return the fewest seconds of 0, 1, 2, ... sets of a slot, up to its most."""
    done = [exercises()[key] for key in slot.alternatives]
    costs = [(exercise_cost_s(exercise), set_cost_s(exercise)) for exercise in done]
    numbers = range(1, slot.most + 1)
    return (0, *(min(once + number * each for once, each in costs) for number in numbers))


def most_sets(problem: Problem, kind: SessionKind, seconds: int) -> int:
    """Return the most sets of a session of a kind that so many seconds have room for."""
    # The fewest seconds for each number of sets, slot after slot.
    least: Mapping[int, int] = {0: WARM_UP_S + RAMP_UP_S}
    for slot in problem.slots[kind]:
        found = dict(least)
        for more, cost in enumerate(fewest_s(slot)):
            for sets, before in least.items():
                found[sets + more] = min(before + cost, found.get(sets + more, before + cost))
        least = found
    return max((sets for sets, taken in least.items() if taken <= seconds), default=0)
