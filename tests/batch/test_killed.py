"""Killed half-way and started again: finished, nothing done twice, the same files."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from runtall.app import batches
from runtall.batch.executors import here
from tests.batch.athletes import write_athletes
from tests.batch.written import EPOCH, files
from tests.cli.run import COMMAND, hear_ctrl_c

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_ctrl_c,
        start_new_session=True,
    )


def test_ctrl_c_while_workers_start(tmp_path: Path) -> None:
    paths = write_athletes(tmp_path / "athletes", 3, weeks=6)
    for wait in (0.6, 1.0, 1.4):
        with start(tmp_path, "cohort", *map(str, paths), "--jobs", "2") as process:
            time.sleep(wait)
            os.killpg(process.pid, signal.SIGINT)
            _, err = process.communicate(timeout=30)
        if process.returncode == 130:
            assert "Traceback" not in err, err


def wait_for_plans(folder: Path, count: int) -> None:
    end = time.monotonic() + 60
    while len(list(folder.glob("*/plan.json"))) < count:
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("everybody", [True, False], ids=["the whole group", "the parent"])
def test_an_end_that_is_asked_for_goes_as_ctrl_c(
    tmp_path: Path, number: int, code: int, everybody: bool
) -> None:
    paths = write_athletes(tmp_path / "athletes", 20, weeks=6)
    with start(tmp_path, "cohort", *map(str, paths), "-o", "out", "--jobs", "2") as process:
        wait_for_plans(tmp_path / "out", 3)
        (os.killpg if everybody else os.kill)(process.pid, number)
        shown, err = process.communicate(timeout=30)
    assert (process.returncode, shown) == (code, "")
    words = re.fullmatch(r"interrupted after (\d+) of 20; start again to go on\n", err)
    assert words, err
    rows = (tmp_path / "out/cohort.csv").read_text("utf-8").splitlines()[1:]
    assert len(rows) == int(words[1])


@pytest.mark.parametrize("end", ["kill", "interrupt"])
@pytest.mark.parametrize(
    "count", [6, pytest.param(200, marks=pytest.mark.sweep)], ids=["few", "many"]
)
def test_a_cohort_goes_on_where_it_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, count: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    weeks = 6 if count < 100 else None
    paths = write_athletes(Path("athletes"), count, weeks=weeks)
    names = [str(path) for path in paths]
    out = Path("out")
    with start(tmp_path, "cohort", *names, "-o", str(out), "--jobs", "2") as process:
        wait_for_plans(out, count // 2)
        if end == "kill":
            process.kill()
        else:
            process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == (-9 if end == "kill" else 130)
    if end == "interrupt":
        words = re.fullmatch(rf"interrupted after (\d+) of {count}; start again to go on\n", err)
        assert words, err
        rows = (out / "cohort.csv").read_text("utf-8").splitlines()[1:]
        assert len(rows) == int(words[1])
    done = {path: path.stat().st_mtime_ns for path in out.glob("*/plan.json")}
    assert count // 2 <= len(done) < count

    with start(tmp_path, "cohort", *names, "-o", str(out), "--jobs", "2") as process:
        shown, err = process.communicate(timeout=60 * count)
    assert (process.returncode, err) == (0, "")
    assert "were there already" in shown
    assert {path: path.stat().st_mtime_ns for path in done} == done

    tasks = batches.cohort_tasks(paths, Path("whole"))
    batches.run(tasks, Path("whole/cohort.csv"), here, lambda _: None)
    assert files(out) == files(Path("whole"))
