"""What many plans cost, by the plan, and whether memory stays flat.

``python -m tests.benchmarks.batches`` from the top of the repository; see the README beside.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from tests.benchmarks.speed import Target, run

COST_TARGET = Target("<= 1.3", 1.3)
MEMORY_TARGET = Target("<= 1.1", 1.1)
WAYS = {"alone": "one after the other, no workers", "1": "one worker", "2": "two workers"}


@dataclass(frozen=True)
class Cost:
    """One way to solve so many athletes.

    Parameters
    ----------
    cpu, wall
        Seconds a plan, workers' start included.
    own_mb, worker_mb
        Peak memory of the process itself and of its largest worker.
    """

    way: str
    count: int
    cpu: float
    wall: float
    own_mb: float
    worker_mb: float


def measure(way: str, count: int) -> Cost:
    """Solve so many made-up athletes in a process of its own."""
    with TemporaryDirectory() as folder:
        done = run(sys.executable, "-m", "tests.benchmarks.batch_tasks", way, count, folder)
    found = json.loads(done.out)
    return Cost(
        way,
        count,
        found["cpu"] / count,
        found["wall"] / count,
        found["own_mb"],
        found["worker_mb"],
    )


def table(costs: list[Cost]) -> Table:
    """Costs against those of the same number solved without workers, memory against a quarter."""
    result = Table(title="many plans, by the plan")
    for name in ("way", "plans", "CPU s", "ratio", "wall s", "speed-up", "own MB", "worker MB"):
        result.add_column(name, justify="left" if name == "way" else "right")
    alone = {cost.count: cost for cost in costs if cost.way == "alone"}
    for cost in costs:
        base = alone[cost.count]
        result.add_row(
            WAYS[cost.way],
            str(cost.count),
            f"{cost.cpu:.3f}",
            f"{cost.cpu / base.cpu:.2f}",
            f"{cost.wall:.3f}",
            f"{base.wall / cost.wall:.2f}",
            f"{cost.own_mb:.0f}",
            f"{cost.worker_mb:.0f}",
        )
    result.caption = (
        f"ratio: {COST_TARGET.words}; memory of the most plans to that of a quarter:"
        f" {MEMORY_TARGET.words}"
    )
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=200, help="athletes of the largest run")
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    options = parser.parse_args()
    sizes = sorted({max(1, options.plans // 4), options.plans})
    costs = [measure(way, count) for count in sizes for way in WAYS]
    if options.json:
        print(json.dumps([asdict(cost) for cost in costs], indent=2))
    else:
        Console().print(table(costs))


if __name__ == "__main__":
    main()
