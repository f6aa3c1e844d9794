"""Stage values of the shipped scenarios, written down.

Run ``python -m tests.solve.golden`` from the top of the repository to solve every scenario and
write ``golden.json`` anew: only after a rule, a weight or a scenario has changed on purpose. A
faster formulation never changes a value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from runtall.domain.report import Stage
from runtall.scenario import read_scenario
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from tests.solve.shipped import NAMES, path_of

FILE = Path(__file__).with_name("golden.json")


def golden() -> dict[str, list[int]]:
    """Values of the stages by scenario, first tier to last; each was proven when written."""
    values: dict[str, list[int]] = json.loads(FILE.read_text(encoding="utf-8"))
    return values


def values_of(stages: Iterable[Stage]) -> list[int]:
    return [stage.value for stage in stages]


def _solve(name: str) -> list[int]:
    scenario = read_scenario(path_of(name))
    outcome = solve(scenario.problem, scenario.solver)
    if not isinstance(outcome, Planned) or outcome.report.status != "OPTIMAL":
        raise SystemExit(f"{name}: not proven; nothing was written")
    return values_of(outcome.report.stages)


def main() -> None:
    values = {name: _solve(name) for name in NAMES}
    lines = ",\n".join(f'  "{name}": {json.dumps(stages)}' for name, stages in values.items())
    FILE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
