"""Files that may not be read, folders that may not be written: one line each, in time."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Write
from tests.cli.powerless import Powerless, powerless

POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Takes from root what lets it read and write anything."""


@pytest.fixture(scope="module")
def runtall() -> Iterator[Powerless]:
    """The command line, to be stopped by rights."""
    if not hasattr(os, "geteuid"):
        pytest.skip("no such rights here")
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        prefix = POWERLESS
        if shutil.which(prefix[0]) is None or subprocess.run([*prefix, "true"]).returncode:
            pytest.skip("root may do anything here")
    with powerless(prefix) as started:
        yield started


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("solve", "b.yaml"), "b.yaml:1:1: can't be read: Permission denied"),
        (("rules", "b.yaml"), "b.yaml:1:1: can't be read: Permission denied"),
        (
            ("sweep", "b.yaml", "--set", "weeks=6"),
            "b.yaml:1:1: can't be read: Permission denied",
        ),
        (("check", "b.csv", "a.yaml"), "b.csv: permission denied"),
        (("compare", "a.yaml", "b.json"), "b.json: permission denied"),
        (("compare", "a.yaml", "a.yaml", "--csv", "b.csv"), "b.csv: permission denied"),
        (("runs", "b.csv"), "b.csv:1:1: can't be read: Permission denied"),
        (("runs", "runs.csv", "--csv", "b.csv"), "b.csv: permission denied"),
        (("new", "b.yaml"), "b.yaml: is there already and would be lost; give another name"),
        (("new", "shut/new.yaml"), "shut/new.yaml: permission denied"),
        (("compare", "a.yaml", "shut/b.json"), "shut/b.json: permission denied"),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else "",
)
def test_a_file_that_may_not_be_read_is_told_in_a_line(
    write: Write, runtall: Powerless, command: tuple[str, ...], line: str
) -> None:
    write(name="a.yaml")
    Path("runs.csv").write_text("date,kind\n2027-04-24,easy\n2027-04-25,race\n", "utf-8")
    for name in ("b.yaml", "b.csv", "b.json"):
        Path(name).touch(mode=0)
    Path("shut").mkdir(mode=0)
    ran = runtall(*command)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{line}\n")


def test_of_a_cohort_only_who_can_not_be_read_goes_without(
    write: Write, runtall: Powerless
) -> None:
    write(name="a.yaml")
    Path("b.yaml").touch(mode=0)
    ran = runtall("cohort", "b.yaml", "a.yaml", "-o", "out", "--jobs", "1")
    assert ran.code == 0, ran.err
    with Path("out/cohort.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["athlete"]: (row["status"], row["reason"]) for row in csv.DictReader(file)}
    assert rows == {
        "b": ("INVALID", "b.yaml:1:1: can't be read: Permission denied"),
        "a": ("OPTIMAL", ""),
    }


def test_who_may_not_be_looked_for_is_not_missing(write: Write, runtall: Powerless) -> None:
    write()
    Path("shut").mkdir(mode=0)
    ran = runtall("cohort", "shut/c.yaml", "-o", "out", "--jobs", "1")
    assert ran.code == 2
    assert "shut/c.yaml:1:1: can't be read: Permission denied\n" in ran.err


@pytest.mark.parametrize("out", ["out", "out/deeper"])
@pytest.mark.parametrize(
    "command",
    [
        ("solve", "a.yaml", "-o", "{}"),
        ("solve", "a.yaml", "-o", "elsewhere", "--export-model", "{}"),
        ("cohort", "a.yaml", "-o", "{}"),
        ("sweep", "a.yaml", "--set", "weeks=6", "-o", "{}"),
        ("compare", "a.yaml", "a.yaml", "--csv", "{}/both.csv"),
    ],
    ids=lambda command: command[0],
)
def test_a_folder_that_may_not_be_written_is_told_in_a_line(
    write: Write, runtall: Powerless, command: tuple[str, ...], out: str
) -> None:
    write(name="a.yaml")
    Path("out").mkdir(mode=0o555)
    ran = runtall(*(part.format(out) for part in command))
    assert (ran.code, ran.out, ran.err) == (2, "", "out: permission denied\n")
    assert sorted(path.name for path in Path().iterdir()) == ["a.yaml", "out"]
