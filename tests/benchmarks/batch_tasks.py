"""What the batch benchmark runs in a process of its own: the same work, done in one of three ways.

Prints CPU seconds, wall seconds, and the peak memory of this process and of its largest worker.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from runtall.app import batches, solve
from tests.batch.athletes import write_athletes

KB = 1 / 1024 if sys.platform != "darwin" else 1 / 1024**2


def main(way: str, count: int, folder: Path) -> None:
    paths = write_athletes(folder / "athletes", count)
    started = time.perf_counter()
    if way == "alone":
        for path in paths:
            solve(path, folder / "out" / path.stem)
    else:
        tasks = batches.cohort_tasks(paths, folder / "out")
        batch = batches.run(
            tasks, folder / "out" / "cohort.csv", batches.executor(int(way)), lambda _: None
        )
        bad = [row for row in batch.rows if row.status in {"DEFECT", "INVALID", "LOST"}]
        if bad:
            raise SystemExit(f"{bad[0].labels}: {bad[0].reasons}")
    wall = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "wall": wall,
                "cpu": own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
                "own_mb": own.ru_maxrss * KB,
                "worker_mb": workers.ru_maxrss * KB,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
