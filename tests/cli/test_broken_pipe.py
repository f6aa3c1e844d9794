"""A reader that goes away early, as ``runtall rules | head -1`` does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.run import COMMAND
from tests.solve import shipped


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped.solved("sample-week", tmp_path_factory).paths[1]


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["schema"], ["rules"], ["check", "{plan}", str(shipped.path_of("sample-week"))]],
    ids=lambda arguments: arguments[0],
)
def test_no_noise_and_no_defect(arguments: list[str], plan: Path) -> None:
    words = [word.format(plan=plan) for word in arguments]
    with subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize(
    ("target", "code", "err"),
    [(">&-", 0, b""), (">/dev/full", 2, b"standard output: no space left on device\n")],
    ids=["closed", "full"],
)
def test_output_that_takes_nothing(target: str, code: int, err: bytes) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'"$@" {target}', "sh", *COMMAND, "rules"], capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (code, err)
