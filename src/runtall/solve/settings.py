"""Settings of the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from runtall.domain.scenario import SolverSettings

TUNED: dict[str, int | bool] = {
    "linearization_level": 2,
}
"""Measured on the shipped scenarios; see ``tests/benchmarks``."""


def parameters(settings: SolverSettings) -> dict[str, int | float | bool]:
    """Solver parameters that differ from CP-SAT's defaults."""
    return {"num_workers": settings.workers, "random_seed": settings.seed, **TUNED}


def new_solver(settings: SolverSettings, seconds: float) -> cp_model.CpSolver:
    """Make a solver with at most so many seconds.

    One worker and a fixed seed give the same answer in every run; more workers may be faster
    and may answer another plan of the same cost.
    """
    solver = cp_model.CpSolver()
    for name, value in parameters(settings).items():
        setattr(solver.parameters, name, value)
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    return solver
