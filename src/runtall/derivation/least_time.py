"""The least time that a session can do with."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from runtall.domain.exercise import LIGHT_KINDS, Exercise, Pattern, SessionKind, Slot
from runtall.domain.library import exercises
from runtall.domain.phase import Phase
from runtall.domain.session_costs import (
    RAMP_UP_S,
    WARM_UP_S,
    easy_set_cost_s,
    exercise_cost_s,
    set_cost_s,
)

Slots = Mapping[SessionKind, tuple[Slot, ...]]
TWO = (SessionKind.D1, SessionKind.D2)


def least_times(slots: Slots, mobility_s: int) -> Mapping[tuple[Phase, SessionKind], int]:
    """Return the seconds of the shortest session of each kind that the rules allow in a phase.

    A merged session has a set of each pattern. D1 and D2 have them between the two, as evenly
    as can be. A light session has a pull, and in the taper one round of mobility behind it, with
    sets at the bottom of their ranges.

    Parameters
    ----------
    mobility_s
        Seconds of one round.
    """
    beside = WARM_UP_S + RAMP_UP_S
    two = beside + _least_of_two(slots)
    found = {}
    for phase, kind in itertools.product(Phase, SessionKind):
        if kind in TWO:
            least = two
        elif kind not in LIGHT_KINDS:
            costs = _costs(slots[kind], set_cost_s)
            least = beside + sum(costs.values())
        elif phase is Phase.TAPER:
            costs = _costs(slots[kind], easy_set_cost_s)
            least = beside + costs.get(Pattern.PULL, 0) + mobility_s
        else:
            least = beside + _costs(slots[kind], set_cost_s).get(Pattern.PULL, 0)
        found[phase, kind] = least
    return MappingProxyType(found)


def _costs(slots: Sequence[Slot], of_set: Callable[[Exercise], int]) -> dict[Pattern, int]:
    """Return the seconds of the cheapest single set of each pattern."""
    costs: dict[Pattern, int] = {}
    for slot in slots:
        for exercise in (exercises()[key] for key in slot.alternatives):
            cost = exercise_cost_s(exercise) + of_set(exercise)
            costs[exercise.pattern] = min(cost, costs.get(exercise.pattern, cost))
    return costs


def _least_of_two(slots: Slots) -> int:
    """Return the seconds of the longer session where two share the patterns best."""
    costs = [_costs(slots[kind], set_cost_s) for kind in TWO]
    patterns = sorted(costs[0].keys() | costs[1].keys())
    ways = []
    for choice in itertools.product(range(len(TWO)), repeat=len(patterns)):
        pairs = list(zip(choice, patterns, strict=True))
        if len(set(choice)) == len(TWO) and all(pattern in costs[i] for i, pattern in pairs):
            sums = [sum(costs[i][p] for j, p in pairs if j == i) for i in range(len(TWO))]
            ways.append(max(sums))
    return min(ways, default=0)
