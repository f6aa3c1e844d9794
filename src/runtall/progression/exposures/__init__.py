"""Every time that a plan has an exercise, in order, and what rules let it do there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from runtall.domain.memo import kept_by_plan
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures.earlier import SPLIT as SPLIT
from runtall.progression.exposures.earlier import alike as alike
from runtall.progression.exposures.earlier import compared_with as compared_with
from runtall.progression.exposures.earlier import last_time as last_time
from runtall.progression.exposures.exposure import Exposure as Exposure
from runtall.progression.exposures.exposure import Hold as Hold
from runtall.progression.exposures.exposure import rests as rests
from runtall.progression.exposures.exposure import weeks_to_step as weeks_to_step
from runtall.progression.exposures.growth import with_growth
from runtall.progression.exposures.holding import spared as spared
from runtall.progression.exposures.in_order import in_order
from runtall.progression.exposures.in_order import loads_at as loads_at


@kept_by_plan
def exposures(problem: Problem, plan: Plan) -> Mapping[str, tuple[Exposure, ...]]:
    """Return the exposures of each exercise of the library, by day; exercises as they first come.

    A plan may hold anything: days outside the calendar and unknown exercises are passed over.
    """
    held: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index in sorted(range(len(plan.sessions)), key=lambda index: plan.sessions[index].day):
        session = plan.sessions[index]
        if 0 <= session.day < len(problem.days):
            for entry_index, entry in enumerate(session.entries):
                if entry.exercise in problem.exercises:
                    held[entry.exercise].append((index, entry_index))
    return {
        key: with_growth(problem, plan, in_order(problem, plan, key, indices))
        for key, indices in held.items()
    }
