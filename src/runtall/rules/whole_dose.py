"""Every set says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import Measure
from runtall.progression.exposures import exposures
from runtall.progression.method import METHODS
from runtall.progression.rack import weighted
from runtall.rules._doses import AboutDoses, amount_of, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.exercise import Exercise
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.where import Violation, Where
    from runtall.progression.exposures import Exposure

AMOUNTS = {Measure.REPS: "reps", Measure.METRES: "metres", Measure.SECONDS: "seconds"}


class WholeDose(AboutDoses):
    """Every entry of a published plan has its amount, load, reserve, rest and method.

    For every entry of a session with printed minutes: reps, metres or seconds as its exercise
    counts, nothing else, and

        load, where weights are used    reps in reserve    rest    method, of those there are

    Slow lowering is no method.
    Guide: "A simple 2-day upper body plan".
    """

    id = "whole-dose"
    title = "every set says what to do"
    source = "guide: 2-day plan"
    can_be_off = False

    def _faults(self, exercise: Exercise, one: Exposure) -> Iterator[str]:
        entry = one.entry
        given = {
            Measure.REPS: entry.reps,
            Measure.METRES: entry.distance_m,
            Measure.SECONDS: entry.hold_s,
        }
        if not amount_of(exercise, entry):
            yield f"no {AMOUNTS[exercise.measure]}"
        for measure, amount in given.items():
            if amount is not None and measure is not exercise.measure:
                yield f"{AMOUNTS[measure]} make no sense"
        if entry.per_side is not exercise.per_side:
            yield "not per side" if exercise.per_side else "no sides"
        if weighted(one.rack) and entry.load_g is None and not entry.load:
            yield "no load"
        if entry.rir is None:
            yield "no reps in reserve"
        if entry.rest_s is None:
            yield "no rest"
        if entry.method not in METHODS:
            yield f"{entry.method!r} is no method" if entry.method else "no method"

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each entry that lacks something."""
        if not any(session.minutes > 0 for session in plan.sessions):
            return
        for key, found in exposures(problem, plan).items():
            for one in found:
                faults = list(self._faults(problem.exercises[key], one))
                if faults and plan.sessions[one.session].minutes > 0:
                    yield self._broken(problem, one, "; ".join(faults))

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 3, D1 session: every exercise has its amount, load, reserve and rest.``."""
        return (
            f"{place(where)}: every exercise has its reps, metres or seconds, its load, "
            "reps in reserve, rest and what grew."
        )
