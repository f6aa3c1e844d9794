"""``runtall compare``."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Write
from tests.cli.run import runtall

OFF = "availability: {mon: off, tue: off, wed: off, thu: off, fri: off, sat: off, sun: off}"


@pytest.fixture
def two(write: Write) -> tuple[Path, Path]:
    return write(name="usual.yaml"), write("availability: {mon: off}", name="no-mondays.yaml")


def test_side_by_side(two: tuple[Path, Path]) -> None:
    ran = runtall("compare", *two)
    assert (ran.code, ran.err) == (0, "")
    header, *_ = ran.out.splitlines()
    assert header.split() == ["measure", "usual", "no-mondays"]
    assert "no-mondays against usual" in ran.out
    assert re.search(r"^  w01-D1: moved Mon \d+ Mar -> \w{3} \d+ Mar", ran.out, re.MULTILINE)
    assert not Path("plans").exists()


def test_json_has_everything(two: tuple[Path, Path]) -> None:
    ran = runtall("compare", *two, "--json")
    document = json.loads(ran.out)
    assert document["scenarios"] == ["usual", "no-mondays"]
    sessions = next(row for row in document["measures"] if row["measure"] == "sessions")
    assert set(sessions["values"]) == {"usual", "no-mondays"}
    (other,) = document["against"]
    assert other["scenario"] == "no-mondays"
    moved = [one for one in other["sessions"] if "moved" in one["changes"]]
    assert moved
    assert moved[0]["before"]["date"] != moved[0]["after"]["date"]


def test_csv_and_the_sessions_beside_it(two: tuple[Path, Path], tmp_path: Path) -> None:
    ran = runtall("compare", *two, "--csv", tmp_path / "out" / "both.csv")
    assert ran.out.splitlines()[-2:] == [
        str(tmp_path / "out" / name) for name in ("both.csv", "both-sessions.csv")
    ]
    with (tmp_path / "out" / "both.csv").open(newline="") as file:
        rows = {row["measure"]: row for row in csv.DictReader(file)}
    assert rows["sessions"]["usual"].isdigit()
    with (tmp_path / "out" / "both-sessions.csv").open(newline="") as file:
        assert {row["scenario"] for row in csv.DictReader(file)} == {"no-mondays"}


def test_plan_and_scenario(two: tuple[Path, Path]) -> None:
    assert runtall("solve", two[0], "--quiet").code == 0
    ran = runtall("compare", "plans/usual/plan.json", two[0])
    assert ran.code == 0
    assert "sessions: the same" in ran.out


def test_quiet_says_nothing(two: tuple[Path, Path]) -> None:
    assert runtall("compare", *two, "--quiet").out == ""


def test_without_a_plan_there_is_nothing_to_compare(two: tuple[Path, Path], write: Write) -> None:
    never = write(f"{OFF}\nstrength: {{fix: []}}\nweeks_: 3", name="bad.yaml")
    ran = runtall("compare", two[0], never)
    assert ran.code == 2
    assert "weeks_" in ran.err
    impossible = write("strength: {fix: [{session: D2, day: fri}]}", name="never.yaml")
    ran = runtall("compare", two[0], impossible)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("never: nothing to compare.\n")
    assert "R94" in ran.err


def test_one_file_is_no_comparison(two: tuple[Path, Path]) -> None:
    assert runtall("compare", two[0]).code == 2
