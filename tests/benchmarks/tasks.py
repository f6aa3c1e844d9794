"""What the speed benchmark runs in processes of its own.

Each line of output is the CPU and the wall seconds of one piece of work. The imports and the
reading of the scenario come before the clock starts.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from runtall.domain.problem import Problem
from runtall.domain.scenario import SolverSettings
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from tests.problems import problem

LIMIT_S = 600.0
"""More than any proof takes: a slow machine gives large numbers, not other ones."""


def open_problem(name: str) -> tuple[Problem, SolverSettings]:
    """A shipped scenario, for one worker without hurry."""
    from runtall.scenario import read_scenario  # here, since calendars need no reader
    from tests.solve.shipped import path_of

    scenario = read_scenario(path_of(name))
    return scenario.problem, replace(scenario.solver, time_limit_s=LIMIT_S, workers=1)


def solve_proven(some: Problem, settings: SolverSettings, what: str) -> Planned:
    outcome = solve(some, settings)
    if not isinstance(outcome, Planned) or outcome.report.status != "OPTIMAL":
        raise SystemExit(f"{what}: not solved to the proven optimum")
    return outcome


def _clock(some: Problem, settings: SolverSettings, what: str) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    solve_proven(some, settings, what)
    print(time.process_time() - cpu, time.perf_counter() - wall, flush=True)


def _scenario(name: str) -> None:
    _clock(*open_problem(name), name)


def _calendar(weeks: int) -> None:
    """Twice: the first solve of a process also pays for what is done once."""
    some = problem(weeks=weeks)
    for _ in range(2):
        _clock(some, SolverSettings(time_limit_s=LIMIT_S), f"{weeks} weeks")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["scenario", name]:
            _scenario(name)
        case ["calendar", weeks]:
            _calendar(int(weeks))
        case other:
            raise SystemExit(f"no such task: {other}")
