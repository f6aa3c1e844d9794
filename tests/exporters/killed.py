"""Writes files into many folders, and ends each time a step later, as if it were killed there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from runtall.exporters import files
from runtall.exporters.csv_rows import NEEDED
from runtall.exporters.identity import PRODUCT
from runtall.exporters.plan_json import FORMAT

# Each begins as runtall's own do.
BEGINNINGS = {
    "plan.json": f'{{"format": "{FORMAT}"}}',
    "plan.ics": f"PRODID:{PRODUCT}\n",
    "plan.csv": ",".join(["session_id", *NEEDED]) + "\n",
    "plan.md": "",
}
NEW = {name: f"{text}new".encode() for name, text in BEGINNINGS.items()}
# All that changes a file or a folder on the way.
STEPS = (
    (files.tempfile, "mkstemp"), (files.os, "fsync"), (Path, "write_bytes"), (Path, "chmod"),
    (Path, "replace"), (Path, "unlink"), (files.shutil, "copystat"),
)  # fmt: skip
KILLED = 9


# The disk is real, and slow: what is written needn't last.
files.os.fsync = lambda handle: None


def end_at(point: int) -> None:
    """Let this process end at a step: before it where the number is even, else behind it."""
    done = 0

    def step(real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            nonlocal done
            done += 1
            if done == point // 2 + 1 and point % 2 == 0:
                os._exit(KILLED)
            result = real(*args, **kwargs)
            if done == point // 2 + 1:
                os._exit(KILLED)
            return result

        return run

    for owner, name in STEPS:
        setattr(owner, name, step(getattr(owner, name)))


def main(folders: Path) -> None:
    """Write into each folder, whose name is the step to end at."""
    for folder in folders.iterdir():
        child = os.fork()
        if not child:
            end_at(int(folder.name))
            files.write_all(folder, NEW)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(folder.name, os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
