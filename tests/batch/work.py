"""Functions that tests send to other processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def die_of_seven(number: int) -> int:
    """Kill the process at 7, whoever it is."""
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.01)
    return 2 * number


def die_once(path: Path) -> str:
    """Kill the process, but only the first time."""
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def wait_for(path: Path) -> str:
    """Do nothing until there is such a file."""
    end = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    return path.name


def own_id(_: int) -> int:
    time.sleep(0.02)
    return os.getpid()


def write_id_and_sleep(folder: Path) -> None:
    (folder / str(os.getpid())).touch()
    time.sleep(60)


def lost_number(number: int) -> int:
    return -number


def lost_path(path: Path) -> str:
    return f"lost {path.name}"
