"""Hostile commands, each in a child of one process that has imported everything already."""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

import icalendar  # noqa: F401

import runtall.app.checking
import runtall.app.run_plans
import runtall.scenario  # noqa: F401
from tests.cli.hostile import make

MOST_SECONDS, MOST_BYTES = 10, 2**30


def child(seed: int, folder: Path) -> None:
    """Make the files of a case and run its command: never comes back."""
    maker = os.fork()
    if not maker:
        # Its memory isn't the command's.
        (folder / "case").write_text(json.dumps(make(seed, folder)), "utf-8")
        os._exit(0)
    os.waitpid(maker, 0)
    case = json.loads((folder / "case").read_text("utf-8"))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    # What is mapped and never touched counts here, too.
    resource.setrlimit(resource.RLIMIT_AS, (3 * MOST_BYTES, 3 * MOST_BYTES))
    os.chdir(folder)
    for stream, name in ((0, os.devnull), (1, os.devnull), (2, "stderr")):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), stream)
    sys.argv = ["runtall", *case]
    from runtall.cli import main

    main()


def attempt(seed: int, folder: Path) -> dict[str, object]:
    """Return how a case ended, with what it took, and what it said."""
    pid = os.fork()
    if not pid:
        child(seed, folder)
    _, status, used = os.wait4(pid, 0)
    return {
        "case": json.loads((folder / "case").read_text("utf-8")),
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "bytes": used.ru_maxrss * 1024,
        "said": (folder / "stderr").read_text("utf-8", "replace"),
    }


if __name__ == "__main__":
    for line in sys.stdin:
        number, where = json.loads(line)
        print(json.dumps(attempt(number, Path(where))), flush=True)
