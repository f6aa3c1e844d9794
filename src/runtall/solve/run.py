"""One solve after another, within the limits of them all."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from runtall.domain.scenario import SolverSettings
from runtall.model import cp_sat

# Seconds that a solve gets even when time is up: it then says UNKNOWN by itself.
LEAST_S = 0.01

# Measured on the shipped scenarios; see ``tests/benchmarks``.
TUNED: dict[str, Any] = {
    "linearization_level": 2,
    "search_branching": cp_sat.LP_SEARCH,
    "max_presolve_iterations": 1,
    "cp_model_probing_level": 0,
    "presolve_inclusion_work_limit": 0,  # pairs of constraints: takes longer than it saves
    "absolute_gap_limit": 0.0,  # the default compares as floats, to which neighbours look equal
}
# Where the whole model fits into the relaxation. What that leaves open are choices between weeks,
# of which clauses see more.
_TIGHT: dict[str, Any] = {
    "add_lp_constraints_lazily": False,
    "search_branching": cp_sat.AUTOMATIC_SEARCH,
}
# Models about days are so tight that most are solved at the root, in less time than presolve takes.
# Where that fails, presolve pays: sessions that exclude each other become larger groups.
AT_ROOT: dict[str, Any] = {**_TIGHT, "cp_model_presolve": False, "symmetry_level": 0}
# Deterministic seconds that the root is worth, for each variable.
ROOT_EFFORT = 3e-5
# For models of the sets whose proof is short: what is learned is used before it can be polished,
# and nothing is looked for that pays only later.
QUICK: dict[str, Any] = {
    "inprocessing_probing_dtime": 0.0,
    "inprocessing_minimization_dtime": 0.0,
    "symmetry_level": 0,
}
# For models of the sets whose proof takes long: probed first, and without cuts that help only quick
# ones.
PATIENT: dict[str, Any] = {**_TIGHT, "cp_model_probing_level": 2, "add_zero_half_cuts": False}
# Cores are minimised, and free of foreign literals, only like this; without a cost to bound, the
# relaxation only takes time.
FOR_CORES: dict[str, Any] = {
    "num_workers": 1,
    "cp_model_presolve": False,
    "linearization_level": 0,
    "search_branching": cp_sat.AUTOMATIC_SEARCH,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one solve.

    Parameters
    ----------
    status
        As CP-SAT has it.
    solution
        Value of every model variable; None without one.
    cost, bound
        What the solution costs, and what any does at least, in whole numbers and without the
        objective's constant; 0 without an objective.
    core
        Indices of assumptions in conflict; only where the model has assumptions and no solution.
    seconds, effort
        Time by the clock, and in the solver's deterministic seconds.
    """

    status: cp_sat.CpSolverStatus
    solution: Sequence[int] | None
    cost: int
    bound: int
    core: tuple[int, ...]
    seconds: float
    effort: float

    @property
    def proven(self) -> bool:
        """Whether there is an answer: the best solution, or that there is none."""
        return self.status in {cp_sat.OPTIMAL, cp_sat.INFEASIBLE}

    @property
    def infeasible(self) -> bool:
        """Whether it is proven that there is no solution."""
        return bool(self.status == cp_sat.INFEASIBLE)


class Budget:
    """Effort and time that are left for all solves together.

    Effort is counted in the solver's deterministic seconds: the same work on every machine,
    however busy. The first limit that is reached ends the solve.
    """

    def __init__(self, settings: SolverSettings) -> None:
        self._settings = settings
        self._effort = settings.effort
        self._beyond_root: float = math.inf
        self._end = math.inf
        if settings.time_limit_s is not None:
            self._end = time.perf_counter() + settings.time_limit_s

    @property
    def is_left(self) -> bool:
        """Whether there is effort and time for another solve."""
        return self._effort > 0 and self._end > time.perf_counter()

    def half(self) -> Budget:
        """Return a budget with half of what is left, and keep the other half."""
        part, now = copy(self), time.perf_counter()
        self._effort /= 2
        part._effort, part._end = self._effort, now + (self._end - now) / 2
        return part

    def solve(
        self,
        model: cp_sat.CpModel,
        settings: Mapping[str, Any] = {},
        *,
        effort: float = math.inf,
        on_solution: cp_sat.SolutionCallback | None = None,
    ) -> Answer:
        """Solve a model.

        Parameters
        ----------
        settings
            Search parameters beside `TUNED`.
        effort
            Limit of this solve alone.
        """
        limits: dict[str, Any] = {"max_deterministic_time": max(0.0, min(effort, self._effort))}
        if self._end < math.inf:
            limits["max_time_in_seconds"] = max(LEAST_S, self._end - time.perf_counter())
        limits["catch_sigint_signal"] = False  # Ctrl-C is for the program
        response = cp_sat.solve(
            model, {**_parameters(self._settings), **settings, **limits}, on_solution
        )
        self._effort -= response.deterministic_time
        found = response.status in {cp_sat.OPTIMAL, cp_sat.FEASIBLE}
        infeasible = response.status == cp_sat.INFEASIBLE
        # A copy: the sequence itself is a view into memory that goes with the response.
        solution = list(response.solution) if found else None
        return Answer(
            response.status,
            solution,
            cp_sat.cost_of(model, solution) if solution else 0,
            response.inner_objective_lower_bound,
            tuple(response.sufficient_assumptions_for_infeasibility) if infeasible else (),
            response.wall_time,
            response.deterministic_time,
        )

    def solve_days(
        self,
        model: cp_sat.CpModel,
        settings: Mapping[str, Any] = {},
        *,
        effort: float = math.inf,
    ) -> Answer:
        """Solve a model about days alone: at the root if that does, else with presolve.

        Where the root didn't do, it is not tried for later models of that size.
        """
        size, seconds, used = len(model.proto.variables), 0.0, 0.0
        quick: Answer | None = None
        if size < self._beyond_root:
            at_root = min(effort, ROOT_EFFORT * size)
            quick = self.solve(model, {**AT_ROOT, **settings}, effort=at_root)
            if quick.proven or quick.effort >= effort or not self.is_left:
                return quick
            self._beyond_root, seconds, used = size, quick.seconds, quick.effort
        slow = self.solve(model, {**_TIGHT, **settings}, effort=effort - used)
        best = slow if quick is None or slow.proven or slow.solution is not None else quick
        return replace(best, seconds=seconds + slow.seconds, effort=used + slow.effort)


def _parameters(settings: SolverSettings) -> dict[str, Any]:
    return {"num_workers": settings.workers, "random_seed": settings.seed, **TUNED}


def parameters(settings: SolverSettings) -> dict[str, int | float | str | bool]:
    """Return the search parameters that differ from CP-SAT's defaults, as a report names them."""
    return {name: getattr(value, "name", value) for name, value in _parameters(settings).items()}
