"""One scenario, solve by solve: how long each was built and solved, and how large it was."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from rich.table import Table

from runtall.domain.report import Report
from runtall.model import cp_sat
from runtall.solve import run
from tests.benchmarks.tasks import open_problem, solve_proven


@dataclass(frozen=True)
class Step:
    """One call of the solver; ``built_s`` is all the time since the one before."""

    module: str
    aim: str
    built_s: float
    solved_s: float
    variables: int
    constraints: int
    deterministic: float
    status: str


@dataclass(frozen=True)
class Log:
    steps: tuple[Step, ...]
    rest_s: float
    report: Report


def log_of(name: str) -> Log:
    """Solve a shipped scenario, and listen to each call of the solver."""
    steps: list[Step] = []
    solve = cp_sat.solve
    some, settings = open_problem(name)
    last = time.perf_counter()

    def listen(model: Any, *rest: Any) -> Any:
        nonlocal last
        started = time.perf_counter()
        response = solve(model, *rest)
        # Above this is the one place that makes a solver; who asked it stands behind.
        frame = sys._getframe(1)
        while frame.f_globals["__name__"] == run.__name__ and frame.f_back:
            frame = frame.f_back
        caller = frame.f_globals["__name__"]
        proto = model.proto
        steps.append(
            Step(
                caller.rpartition(".")[2],
                "another" if proto.objective.scaling_factor < 0 else "best",
                started - last,
                response.wall_time,
                len(proto.variables),
                len(proto.constraints),
                response.deterministic_time,
                response.status.name,
            )
        )
        last = started + response.wall_time
        return response

    with patch.object(cp_sat, "solve", listen):
        outcome = solve_proven(some, settings, name)
    return Log(tuple(steps), time.perf_counter() - last, outcome.report)


def log_tables(name: str, log: Log) -> list[Table]:
    """The log as tables: calls of the solver, then what the stages came to."""
    calls = Table(title=f"{name}: calls of the solver", show_footer=True)
    built, solved, effort = (
        sum(getattr(step, number) for step in log.steps)
        for number in ("built_s", "solved_s", "deterministic")
    )
    calls.add_column("module", "in all")
    calls.add_column("asks for")
    calls.add_column("build s", f"{built + log.rest_s:.3f}", justify="right")
    calls.add_column("solve s", f"{solved:.3f}", justify="right")
    calls.add_column("variables", justify="right")
    calls.add_column("constraints", justify="right")
    calls.add_column("det. time", f"{effort:.3f}", justify="right")
    calls.add_column("status")
    for step in log.steps:
        calls.add_row(
            step.module,
            step.aim,
            f"{step.built_s:.3f}",
            f"{step.solved_s:.3f}",
            str(step.variables),
            str(step.constraints),
            f"{step.deterministic:.3f}",
            step.status,
        )
    calls.add_row("after", "extract, check", f"{log.rest_s:.3f}")
    stages = Table(title=f"{name}: stages (those with the same seconds are one solve)")
    for column in ("stage", "value", "bound", "status", "seconds"):
        stages.add_column(column, justify="left" if column in {"stage", "status"} else "right")
    for stage in log.report.stages:
        stages.add_row(
            stage.name, str(stage.value), str(stage.bound), stage.status, f"{stage.seconds:.3f}"
        )
    return [calls, stages]
