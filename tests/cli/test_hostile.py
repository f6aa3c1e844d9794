"""Two hundred hostile inputs: each ends soon, in little memory, with a code and in plain words."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.hostile import MAKERS, make
from tests.cli.run import COMMAND

resource = pytest.importorskip("resource")

MOST_SECONDS, MOST_BYTES = 10, 2**30
# Of the contract, but for a defect of ours; with those that --set and such are refused with.
CODES = {0, 2, 3, 4, 5}


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    # What is mapped and never touched counts here, too.
    resource.setrlimit(resource.RLIMIT_AS, (3 * MOST_BYTES, 3 * MOST_BYTES))


def attempt(seed: int, folder: Path) -> None:
    case = make(seed, folder)
    err = folder / "stderr"
    with err.open("wb") as stream:
        process = subprocess.Popen(
            [*COMMAND, *case],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stream,
            preexec_fn=limit,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    said = err.read_text("utf-8", "replace")
    about = f"seed {seed}: {' '.join(case)}: {process.returncode}: {said[-600:]}"
    assert process.returncode in CODES, about
    assert "Traceback" not in said, about
    assert used.ru_utime + used.ru_stime < MOST_SECONDS, about
    assert used.ru_maxrss * 1024 < MOST_BYTES, about


@pytest.mark.parametrize("seed", range(len(MAKERS)))
def test_one_of_each_kind(seed: int, tmp_path: Path) -> None:
    attempt(seed, tmp_path)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(len(MAKERS), 20 * len(MAKERS) + len(MAKERS)))
def test_many_of_each_kind(seed: int, tmp_path: Path) -> None:
    attempt(seed, tmp_path)
