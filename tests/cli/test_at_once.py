"""Two runs into one folder at once: what is left is one plan, whole."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from runtall import app
from runtall.exporters.folder import FILES
from tests.cli.run import COMMAND
from tests.exporters.formats import read_plan

SCENARIO = """\
race_date: 2027-04-25
weeks: 4
runs:
  week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}}
  weeks: {{4: {{sat: rest}}}}
strength: {{minutes: {minutes}}}
solver: {{effort: 2}}
"""


def at_once(*commands: tuple[str, ...]) -> list[int]:
    running = [
        subprocess.Popen([*COMMAND, *command, "--quiet"], stderr=subprocess.PIPE)
        for command in commands
    ]
    for process in running:
        _, err = process.communicate(timeout=120)
        assert b"defect" not in err
    return [process.returncode for process in running]


def test_two_runs_into_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("jo.yaml", "kim.yaml")
    for name, minutes in zip(names, (40, 32), strict=True):
        Path(name).write_text(SCENARIO.format(minutes=minutes), "utf-8")
    commands = [("solve", name, "-o", "out") for name in names]
    commands += [("cohort", *names, "-o", "all", "-j", "1")] * 2
    assert sorted(at_once(*commands[:2])) == [0, 2], "one would lose the plan of the other"
    assert at_once(*commands[2:]) == [0, 0]
    for folder in (Path("out"), Path("all/jo"), Path("all/kim")):
        assert {path.name for path in folder.iterdir()} == set(FILES)
    assert sorted(path.name for path in Path("all").iterdir()) == ["cohort.csv", "jo", "kim"]
    # All three files are of one plan, whichever was there first.
    last = app.plan(Path("out/plan.json"))
    assert {read_plan(Path("out", file), last.problem) == last.plan for file in FILES} == {True}
