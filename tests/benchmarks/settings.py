"""What other settings of the solver would cost, over all shipped scenarios.

``python -m tests.benchmarks.settings`` from the top of the repository; see the README beside.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model
from rich.console import Console
from rich.table import Table

from runtall.solve.planner import solve
from runtall.solve.run import TUNED
from tests.benchmarks.tasks import open_problem
from tests.solve.shipped import NAMES

Parameters = dict[str, Any]


def _without(name: str) -> Parameters:
    return {key: value for key, value in TUNED.items() if key != name}


VARIANTS: dict[str, Parameters] = {
    "tuned": TUNED,
    "default linearization": _without("linearization_level"),
    "without LP_SEARCH": _without("search_branching"),
    "presolve iterations 3": {**TUNED, "max_presolve_iterations": 3},
    "probing on": _without("cp_model_probing_level"),
    "symmetry off": {**TUNED, "symmetry_level": 0},
}
"""The settings in use, and each with one thing done otherwise."""


@dataclass
class Total:
    """What a variant took over all models and seeds."""

    cpu: float = 0.0
    effort: float = 0.0
    slowest: float = 0.0
    slowest_model: str = ""
    unproven: list[str] = field(default_factory=list)


def exported(name: str) -> list[cp_model.CpModel]:
    """Models of a scenario's stages, as the planner exports them."""
    models: list[cp_model.CpModel] = []
    problem, settings = open_problem(name)
    solve(problem, settings, lambda model: models.append(cp_model.CpModel(model.proto).clone()))
    return models


def compare(
    names: Sequence[str], seeds: int, limit_s: float, variants: dict[str, Parameters] = VARIANTS
) -> dict[str, Total]:
    """Solve every model under every variant, one after the other, with so many seeds."""
    totals = {name: Total() for name in variants}
    models = {
        f"{name} {number}": model
        for name in names
        for number, model in enumerate(exported(name), start=1)
    }
    for seed in range(seeds):
        for label, model in models.items():
            if sys.stderr.isatty():
                sys.stderr.write(f"\x1b[2Kseed {seed}: {label}\r")
            values = {
                answer
                for name, parameters in variants.items()
                if (answer := _solve(model, label, parameters, seed, limit_s, totals[name]))
                is not None
            }
            if len(values) > 1:
                raise SystemExit(f"{label}: the variants don't agree: {values}")
    return totals


def _solve(
    model: cp_model.CpModel,
    label: str,
    parameters: Parameters,
    seed: int,
    limit_s: float,
    total: Total,
) -> float | str | None:
    """The proven answer: the best value or that there is none; None when the time was up."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = limit_s
    for name, value in parameters.items():
        setattr(solver.parameters, name, value)
    started = time.process_time()
    status = solver.solve(model)
    seconds = time.process_time() - started
    total.cpu += seconds
    total.effort += solver.response_proto.deterministic_time
    if seconds > total.slowest:
        total.slowest, total.slowest_model = seconds, label
    if status == cp_model.OPTIMAL:
        return solver.objective_value
    if status == cp_model.INFEASIBLE:
        return status.name
    total.unproven.append(label)
    return None


def table(totals: dict[str, Total], seeds: int) -> Table:
    """The totals, each with its ratio to the first."""
    base = next(iter(totals.values()))
    result = Table(title=f"All models, {seeds} seeds", caption=f"tuned: {_words(TUNED)}")
    result.add_column("settings")
    for name in ("cpu s", "ratio", "det. time", "slowest s"):
        result.add_column(name, justify="right")
    result.add_column("slowest model")
    result.add_column("unproven", justify="right")
    for name, total in totals.items():
        result.add_row(
            name,
            f"{total.cpu:.2f}",
            f"{total.cpu / base.cpu:.2f}",
            f"{total.effort:.2f}",
            f"{total.slowest:.2f}",
            total.slowest_model,
            str(len(total.unproven)),
        )
    return result


def _words(parameters: Parameters) -> str:
    return ", ".join(f"{key} {getattr(v, 'name', v)}" for key, v in parameters.items())


def main() -> None:
    parser = argparse.ArgumentParser("python -m tests.benchmarks.settings", description=__doc__)
    parser.add_argument(
        "scenarios", nargs="*", metavar="SCENARIO", help="shipped scenarios; default: all"
    )
    parser.add_argument("--seeds", type=int, default=2, metavar="N", help="default: 2")
    parser.add_argument(
        "--limit", type=float, default=30.0, metavar="S", help="seconds a solve; default: 30"
    )
    options = parser.parse_args()
    names = options.scenarios or NAMES
    for name in names:
        if name not in NAMES:
            parser.error(f"{name}: not a shipped scenario, which are {', '.join(NAMES)}")
    if options.seeds < 1:
        parser.error("--seeds: at least 1")
    totals = compare(names, options.seeds, options.limit)
    width = None if sys.stdout.isatty() else 120
    Console(highlight=False, width=width).print(table(totals, options.seeds))


if __name__ == "__main__":
    main()
