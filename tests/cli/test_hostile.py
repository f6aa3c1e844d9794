"""Two hundred hostile inputs: each ends soon, in little memory, with a code and in plain words."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hostile import MAKERS
from tests.readmes import ROOT

pytest.importorskip("resource")

MOST_SECONDS, MOST_BYTES = 10, 2**30
# Of the contract, but for a defect of ours; with those that --set and such are refused with.
CODES = {0, 2, 3, 4, 5}
Attempt = Callable[[int, Path], Any]


@pytest.fixture(scope="module")
def attempt() -> Iterator[Attempt]:
    """One process for all: what takes longest, by far, is to import the same things again."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.hostile_attempts"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        asked, answers = process.stdin, process.stdout

        def ask(seed: int, folder: Path) -> Any:
            print(json.dumps([seed, f"{folder}"]), file=asked, flush=True)
            return json.loads(answers.readline())

        yield ask
        asked.close()


def assert_plain(seed: int, ended: Any) -> None:
    about = f"seed {seed}: {' '.join(ended['case'])}: {ended['code']}: {ended['said'][-600:]}"
    assert ended["code"] in CODES, about
    assert "Traceback" not in ended["said"], about
    assert ended["seconds"] < MOST_SECONDS, about
    assert ended["bytes"] < MOST_BYTES, about


@pytest.mark.parametrize("seed", range(len(MAKERS)))
def test_one_of_each_kind(seed: int, tmp_path: Path, attempt: Attempt) -> None:
    assert_plain(seed, attempt(seed, tmp_path))


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(len(MAKERS), 20 * len(MAKERS) + len(MAKERS)))
def test_many_of_each_kind(seed: int, tmp_path: Path, attempt: Attempt) -> None:
    assert_plain(seed, attempt(seed, tmp_path))
