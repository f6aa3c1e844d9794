"""Beginning no heavier than what is known of the runner."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.available_loads import CHOICE
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.progression.exposures.in_order import usual_loads
from runtall.progression.starting_load import start_of
from runtall.rules._doses import AboutDoses, doses


class FirstLoads(AboutDoses):
    """The first load, or the first variant, is no harder than what is known of the runner.

    For the first exposure of an exercise that counts, with s the start that follows from known
    loads, else from body mass and experience::

        load <= s

    so that feet are raised and a reach-through is added only once the easier variant is mastered,
    as by who does far more push-ups than a first set has.
    Guide: push-ups, incline if needed.
    """

    title = "no harder at first than the runner is known to bear"
    source = "guide: pushing, core"
    can_be_off = True
    asks = "an exercise begins no harder than athlete.loads, push_ups or body mass let expect"
    ties_weeks = True

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each first load that is too heavy."""
        for key, found in doses(problem, plan).items():
            first = next((dosed for dosed in found if dosed.exposure.counts), None)
            if first is None or first.level in {None, CHOICE}:
                continue
            day = found[0].exposure.day.index
            loads = usual_loads(problem, key, day)
            start = start_of(first.exercise, loads, problem.request.athlete)
            level = start.loads[start.state.level]
            if level is not CHOICE and first.level and first.level.force > level.force:
                yield first.exposure, "heavier than known or guessed"
