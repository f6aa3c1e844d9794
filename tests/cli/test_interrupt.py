"""Ctrl-C: exit code 130, one line, and nothing written, whatever is going on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from runtall.cli.signals import heard_as_ctrl_c
from tests.cli.conftest import Write
from tests.cli.run import COMMAND, runtall

SLOW = "strength: {fix: [{session: D1, day: wed}, {session: D2, day: thu}]}"
"""Over 53 weeks this takes seconds, most of them inside one stage."""
STAGE = Path("models/stage-1.pb")
PATCHED = """
import runtall.app
from runtall.exporters import files

def importing(*_):
    try:
        raise KeyboardInterrupt
    except KeyboardInterrupt as error:
        raise ImportError("initialization failed") from error

def writing(_, calls=iter(range(9))):
    if next(calls) == 1:
        raise KeyboardInterrupt

{patch}
from runtall.cli import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT can't be sent to one process here")
def test_in_the_middle_of_a_solve(write: Write) -> None:
    command = [*COMMAND, "solve", write(SLOW, weeks=53), "-qo", "out", "--export-model", "models"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not STAGE.exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        sent = time.monotonic()
        out, err = process.communicate(timeout=20)
        assert time.monotonic() - sent < 2, "at once, not after the stage"
    assert (process.returncode, out, err) == (130, b"", b"interrupted\n")
    assert not Path("out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal here")
@pytest.mark.parametrize("before", [signal.SIG_IGN, signal.SIG_DFL], ids=["nohup", "usual"])
def test_a_terminal_that_is_closed(before: signal.Handlers) -> None:
    at_first = signal.signal(signal.SIGHUP, before)
    try:
        with heard_as_ctrl_c():
            assert (signal.getsignal(signal.SIGHUP) is before) is (before is signal.SIG_IGN)
        assert signal.getsignal(signal.SIGHUP) is before
    finally:
        signal.signal(signal.SIGHUP, at_first)


@pytest.mark.parametrize(
    "patch",
    ["runtall.app.solve = importing", "files.os.fsync = writing"],
    ids=["compiled modules are imported", "files are written"],
)
def test_while(write: Write, patch: str) -> None:
    scenario = write()
    assert runtall("solve", scenario, "-o", "out", "-q").code == 0
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    code = PATCHED.format(patch=patch)
    ran = subprocess.run(
        [sys.executable, "-c", code, "solve", write("strength: {minutes: 30}"), "-o", "out"],
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"interrupted\n")
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before
