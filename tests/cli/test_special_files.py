"""Devices, pipes and sockets: one line, at once, and nothing is replaced."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runtall.exporters.folder import FILES
from tests.cli.conftest import Write
from tests.cli.run import COMMAND, Ran, runtall

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
SPECIAL = "is no regular file, but a device, a pipe or a socket"
TABLE = "date,kind\n2027-04-24,easy\n2027-04-25,race\n"


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


MAKERS = {"pipe": os.mkfifo, "socket": make_socket}


@pytest.fixture(params=MAKERS)
def make(request: pytest.FixtureRequest) -> Callable[[Path], object]:
    return MAKERS[request.param]


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """No command waits for anything."""

    def late(*_: object) -> None:
        pytest.fail("waits for somebody at the other end")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def given(text: str, *args: object) -> Ran:
    """Run a command with this text on its standard input, which is a pipe."""
    command = [*COMMAND, *map(str, args)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, input=text)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("odd.yaml", ["solve", "odd.yaml"]),
        ("odd.yaml", ["sweep", "odd.yaml", "--set", "weeks=6"]),
        ("odd.csv", ["check", "odd.csv", "scenario.yaml"]),
        ("odd.json", ["compare", "odd.json", "scenario.yaml"]),
        ("odd.csv", ["runs", "odd.csv"]),
        ("odd.csv", ["solve", "of-file.yaml"]),
        ("odd.yaml", ["cohort", "odd.yaml", "--quiet"]),
    ],
    ids=lambda part: "-".join(part[:2]) if isinstance(part, list) else None,
)
def test_what_is_no_file_is_not_read(
    write: Write, make: Callable[[Path], object], name: str, command: list[str]
) -> None:
    write()
    Path("of-file.yaml").write_text("race_date: 2027-04-25\nruns: {file: odd.csv}\n", "utf-8")
    make(Path(name))
    ran = runtall(*command)
    assert (ran.code, ran.out) == (2, "")
    assert SPECIAL in ran.err.splitlines()[-1]
    assert name in ran.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("place", "command"),
    [
        *((f"out/{name}", ["solve", "scenario.yaml", "-o", "out"]) for name in FILES),
        ("out/sweep.csv", ["sweep", "scenario.yaml", "--set", "weeks=6", "-o", "out"]),
        ("out/cohort.csv", ["cohort", "scenario.yaml", "-o", "out"]),
        ("out/both.csv", ["compare", *["scenario.yaml"] * 2, "--csv", "out/both.csv"]),
        ("out/both-sessions.csv", ["compare", *["scenario.yaml"] * 2, "--csv", "out/both.csv"]),
        ("out/runs.csv", ["runs", "mine.csv", "--csv", "out/runs.csv"]),
    ],
    ids=lambda part: part if isinstance(part, str) else part[0],
)
def test_what_is_no_file_is_not_replaced(
    write: Write, make: Callable[[Path], object], place: str, command: list[str]
) -> None:
    write()
    Path("mine.csv").write_text(TABLE, "utf-8")
    Path("out").mkdir()
    make(Path(place))
    before = Path(place).stat()
    ran = runtall(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{place}: {SPECIAL}; name a file\n"
    after = Path(place).stat()
    assert (after.st_mode, after.st_ino) == (before.st_mode, before.st_ino)
    assert [path.name for path in Path("out").iterdir()] == [Path(place).name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes them")
def test_a_device_stays_a_device(write: Write) -> None:
    write()
    Path("mine.csv").write_text(TABLE, "utf-8")
    device = Path("device.csv")
    try:
        os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    except OSError:
        pytest.skip("no devices can be made here")
    for command in (
        ("runs", "mine.csv", "--csv", device),
        ("compare", "scenario.yaml", "scenario.yaml", "--csv", device),
    ):
        ran = runtall(*command)
        assert (ran.code, ran.err) == (2, f"device.csv: {SPECIAL}; name a file\n")
    assert runtall("new", device).err.startswith("device.csv: is there already")
    assert stat.S_ISCHR(device.stat().st_mode)


def test_nothing_of_a_run_before_is_looked_for_in_a_pipe(
    write: Write, make: Callable[[Path], object]
) -> None:
    path = write()
    folder = Path("out/scenario")
    folder.mkdir(parents=True)
    odd = [folder / name for name in ("failure.json", ".plan.ics.ab12cd_x.tmp")]
    for place in odd:
        make(place)
    assert runtall("cohort", path, "-o", "out", "--jobs", "1").code == 0
    assert all(place.exists() and not place.is_file() for place in odd)


pytdev = pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no such names here")


@pytdev
def test_a_pipe_that_is_open_already_is_read(write: Write) -> None:
    text = write().read_text("utf-8")
    assert given(text, "solve", "/dev/stdin", "-o", "out", "--quiet").code == 0
    assert given(text, "check", "out/plan.csv", "/dev/stdin", "--quiet").code == 0
    assert given(TABLE, "runs", "/dev/stdin", "--quiet").code == 0


@pytdev
@pytest.mark.parametrize("command", [("cohort",), ("sweep", "--set", "weeks=6")])
def test_what_only_this_process_can_open_is_not_sent_to_others(
    write: Write, command: tuple[str, ...]
) -> None:
    text = write().read_text("utf-8")
    ran = given(text, command[0], "/dev/stdin", *command[1:])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "/dev/stdin: can't be opened by the processes that solve; save it in a file\n"
    )
    assert not Path("plans").exists()
