"""``runtall sweep`` and ``runtall cohort``."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from runtall.batch.executors import here
from tests.batch.athletes import impossible, write_athletes
from tests.cli.conftest import Write
from tests.cli.run import COMMAND, pytty, runtall, shown_on

NO_PYTHON = "multiprocessing.set_executable('nowhere/python')"
BROKEN = """
def broken(process):
    raise BrokenPipeError(32, "Broken pipe")

multiprocessing.context.SpawnProcess.start = broken
"""
KILLED = """
def killed(process, start=multiprocessing.context.SpawnProcess.start):
    start(process)
    process.kill()

multiprocessing.context.SpawnProcess.start = killed
"""
NEVER = "strength: {fix: [{session: D2, day: fri}]}"


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done here, whoever is asked for."""
    monkeypatch.setattr("runtall.app.executor.executor", lambda *_: here)


def rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("in_this_process")
def test_a_sweep_prints_and_writes_a_row_each(write: Write) -> None:
    ran = runtall("sweep", write(), "--set", "strength.minutes=25,40", "--jobs", "1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-2:] == ["2 scenarios: 2 OPTIMAL", "plans/scenario-sweep/sweep.csv"]
    found = rows("plans/scenario-sweep/sweep.csv")
    assert [row["strength.minutes"] for row in found] == ["25", "40"]
    for row in found:
        folder = Path("plans/scenario-sweep") / row["folder"]
        assert runtall("check", folder / "plan.csv", "scenario.yaml", "--quiet").code in {0, 5}
    again = runtall("sweep", "scenario.yaml", "--set", "strength.minutes=25,40", "--jobs", "1")
    assert "2 of the plans were there already" in again.out


@pytest.mark.usefixtures("in_this_process")
def test_a_failure_is_a_row_with_its_reason(write: Write) -> None:
    path = write()
    sets = ("--set", "strength.minutes=25,99", "--set", "strength.fix=[],[{session: D2, day: fri}]")
    ran = runtall("sweep", path, *sets, "-o", "out", "--jobs", "1")
    assert ran.code == 0
    assert ran.out.splitlines()[-2] == "4 scenarios: 1 INFEASIBLE, 2 INVALID, 1 OPTIMAL"
    assert "--set strength.minutes=99: 99 is more than the 40 minutes" in ran.err
    assert "locked-days: You fixed D2" in ran.err
    reasons = [row["reason"] for row in rows("out/sweep.csv")]
    assert [bool(reason) for reason in reasons] == [False, True, True, True]


@pytest.mark.usefixtures("in_this_process")
def test_json_is_the_summary(write: Write) -> None:
    ran = runtall("sweep", write(), "--set", "strength.minutes=25", "--json", "--jobs", "1")
    (row,) = json.loads(ran.out)
    assert row["status"] == "OPTIMAL"
    (written,) = rows("plans/scenario-sweep/sweep.csv")
    assert {key: "" if value is None else str(value) for key, value in row.items()} == written


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        (["strength.minuts=20"], "--set strength.minuts=20: there is no such key"),
        (["strength.minutes"], "--set strength.minutes: allowed: key=value,value"),
        (["weeks=6", "weeks=7"], "--set weeks: given 2 times"),
    ],
)
def test_bad_settings(write: Write, sets: list[str], words: str) -> None:
    options = [part for text in sets for part in ("--set", text)]
    ran = runtall("sweep", write(), *options)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert not Path("plans").exists()


def test_a_scheduler_that_is_not_there(write: Write) -> None:
    ran = runtall("sweep", write(), "--set", "weeks=6", "--scheduler", "nonsense")
    assert ran.code == 2
    assert ran.err == "--scheduler nonsense: allowed: tcp://host:8786 or tls://host:8786\n"


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX processes")
@pytest.mark.parametrize(
    ("patch", "words"),
    [
        (NO_PYTHON, "nowhere/python: can't be run, so that no process could be started"),
        (BROKEN, "no process could be started: broken pipe; start again"),
        (KILLED, "every process died before it began; start again to go on"),
    ],
    ids=["no Python", "ended before it read", "killed at once"],
)
def test_no_process_can_be_started(write: Write, patch: str, words: str) -> None:
    code = f"import multiprocessing\n{patch}\nfrom runtall.cli import main\nmain()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "cohort", write(), "--jobs", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert line.startswith(words)
    assert "__main__" not in line


@pytest.mark.parametrize("name", ["", "  "])
@pytest.mark.parametrize("command", [("sweep", "--set", "weeks=6"), ("cohort",)])
def test_a_folder_has_a_name(write: Write, command: tuple[str, ...], name: str) -> None:
    ran = runtall(command[0], write(), *command[1:], "-o", name)
    assert (ran.code, ran.out) == (2, "")
    assert "a folder has a name" in ran.err


def test_jobs_are_for_this_machine(write: Write) -> None:
    ran = runtall("cohort", write(), "--jobs", "2", "--scheduler", "tcp://here:8786")
    assert ran.code == 2
    assert "--jobs is for this machine" in ran.err


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("columns", ["56", "64", "80"])
def test_no_word_of_the_table_is_broken(
    write: Write, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    sets = ("--set", "strength.minutes=30", "--set", "strength.mobility_per_week=1")
    ran = runtall("sweep", write(), *sets, "--jobs", "1")
    table = ran.out.partition("1 scenario:")[0]
    assert {"strength", "minutes", "mobility_per_week", "status", "OPTIMAL"} <= set(table.split())


def test_a_cohort(write: Write) -> None:
    write()
    paths = write_athletes(Path("athletes"), 2, weeks=6)
    never = Path("athletes/never.yaml")
    never.write_text(impossible(), "utf-8")
    ran = runtall("cohort", *paths, never, "-o", "out", "--jobs", "2")
    assert ran.code == 0
    assert "never: INFEASIBLE" in ran.err
    assert [row["athlete"] for row in rows("out/cohort.csv")] == [
        *("athlete-0000", "athlete-0001"),
        "never",
    ]
    for path in paths:
        assert runtall("check", Path("out") / path.stem / "plan.ics", path).code == 0


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize(
    ("text", "code"), [(impossible(), 3), ("race_date: tomorrow\n", 2), (None, 2)]
)
def test_nobody_has_a_plan(write: Write, text: str | None, code: int) -> None:
    write()
    path = Path("one.yaml")
    if text is not None:
        path.write_text(text, "utf-8")
    ran = runtall("cohort", path, "--jobs", "1", "--quiet")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err, "faults are told all the same"


def test_the_summary_has_no_place(write: Write) -> None:
    path = write()
    Path("out").write_text("mine", "utf-8")
    ran = runtall("cohort", path, "-o", "out")
    assert (ran.code, ran.err) == (2, "out: is a file, not a folder\n")


@pytty
@pytest.mark.parametrize("options", [(), ("--quiet",)])
def test_progress_on_a_terminal_only_on_standard_error(
    write: Write, options: tuple[str, ...]
) -> None:
    paths = write_athletes(Path("athletes"), 1, weeks=6)
    write()
    parent, child = os.openpty()
    with subprocess.Popen(
        [*COMMAND, "cohort", *paths, *options],
        stdout=subprocess.PIPE,
        stderr=child,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"},
    ) as process:
        os.close(child)
        shown = shown_on(parent)
        assert process.stdout
        out = process.stdout.read().decode()
    assert process.returncode == 0
    assert (b"0/1" in shown) is (not options)
    assert "\x1b" not in out
    assert ("1 OPTIMAL" in out) is (not options)
