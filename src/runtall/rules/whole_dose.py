"""Every set says what to do."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.available_loads import weighted
from runtall.domain.exercise import Exercise
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.method import amounts
from runtall.rules._doses import AboutDoses


class WholeDose(AboutDoses):
    """Every entry of a published plan has its amount, load and reserve.

    For every entry of a session with printed minutes: reps, metres or seconds as its exercise
    counts, nothing else, and

        load, where weights are used    reps in reserve

    Guide: "A simple 2-day upper body plan".
    """

    title = "every set says what to do"
    source = "guide: 2-day plan"
    asks = "every exercise has its reps, metres or seconds, its load and its reps in reserve"

    def _lacking(self, exercise: Exercise, exposure: Exposure) -> Iterator[str]:
        entry = exposure.entry
        given = amounts(entry)
        if not given[exercise.measure]:
            yield f"no {exercise.measure}"
        for measure, amount in given.items():
            if amount is not None and measure is not exercise.measure:
                yield f"{measure} make no sense"
        if weighted(exposure.loads) and entry.load_g is None and not entry.load:
            yield "no load"
        if entry.rir is None:
            yield "no reps in reserve"

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each entry that lacks something."""
        for key, found in exposures(problem, plan).items():
            for exposure in found:
                if plan.sessions[exposure.session_index].minutes > 0:
                    yield exposure, "; ".join(self._lacking(problem.exercises[key], exposure))
