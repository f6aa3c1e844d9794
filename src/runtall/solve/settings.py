"""Settings of the solver."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from runtall.domain.scenario import SolverSettings


class Deadline:
    """Seconds that are left for everything."""

    def __init__(self, seconds: float) -> None:
        self._end = time.perf_counter() + seconds

    @property
    def left(self) -> float:
        """Seconds left; negative when time is up."""
        return self._end - time.perf_counter()


TUNED: dict[str, Any] = {
    "linearization_level": 2,
    "search_branching": cp_model.LP_SEARCH,
    "max_presolve_iterations": 1,
    "cp_model_probing_level": 0,
    "absolute_gap_limit": 0.0,  # the default takes neighbours above 2 ** 53 for equal
}
"""Measured on the shipped scenarios; see ``tests/benchmarks``."""


def _parameters(settings: SolverSettings) -> dict[str, Any]:
    return {"num_workers": settings.workers, "random_seed": settings.seed, **TUNED}


def parameters(settings: SolverSettings) -> dict[str, int | float | str | bool]:
    """Search parameters that differ from CP-SAT's defaults, as a report names them."""
    return {name: getattr(value, "name", value) for name, value in _parameters(settings).items()}


def new_solver(settings: SolverSettings, seconds: float) -> cp_model.CpSolver:
    """Make a solver with at most so many seconds.

    One worker and a fixed seed give the same answer in every run; more workers may be faster
    and may answer another plan of the same cost.
    """
    solver = cp_model.CpSolver()
    for name, value in _parameters(settings).items():
        setattr(solver.parameters, name, value)
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is for the program, not for one stage
    return solver


def new_clause_solver(settings: SolverSettings, seconds: float) -> cp_model.CpSolver:
    """Make a solver that learns clauses and solves no linear relaxation.

    Outlines are proven many times as fast like this: their totals grow by maxima over weeks,
    of which a relaxation sees nothing.
    """
    solver = new_solver(settings, seconds)
    solver.parameters.linearization_level = 0
    solver.parameters.search_branching = cp_model.AUTOMATIC_SEARCH
    solver.parameters.max_presolve_iterations = 2
    solver.parameters.cp_model_probing_level = 1
    return solver
