"""``runtall compare``."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from runtall.app import many
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
    assert "w01-D1: moved Mon 1 Mar -> " in ran.out
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


def test_no_name_in_a_table_is_a_formula(two: tuple[Path, Path]) -> None:
    name = two[1].rename("=1+1.yaml")
    assert runtall("compare", two[0], name, "--csv", "both.csv").code == 0
    with Path("both.csv").open(newline="") as file:
        assert next(csv.reader(file))[-2:] == ["usual", "'=1+1"]
    with Path("both-sessions.csv").open(newline="") as file:
        assert {row["scenario"] for row in csv.DictReader(file)} == {"'=1+1"}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("usual.yaml", "usual.yaml: was not written by runtall compare"),
        ("mine.csv", "mine.csv: was not written by runtall compare"),
        ("other.csv", "other-sessions.csv: was not written by runtall compare"),
        (".", "is a folder, not a file"),
        ("usual.yaml/both.csv", "usual.yaml: is a file, not a folder"),
        ("-", "wants the name of a file"),
    ],
)
def test_nothing_of_others_is_replaced(
    two: tuple[Path, Path], target: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mine.csv", "other-sessions.csv"):
        Path(name).write_text("a,b\n1,2\n", "utf-8")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    monkeypatch.setattr(many, "solve_view", None)  # all of it is found before that
    ran = runtall("compare", *two, "--csv", target)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_an_earlier_table_is_replaced(two: tuple[Path, Path]) -> None:
    for files in (two, two[::-1]):
        assert runtall("compare", *files, "--csv", "both.csv").code == 0
    header = Path("both.csv").read_text("utf-8").partition("\n")[0]
    assert header == "measure,words,unit,no-mondays,usual"


def test_plan_and_scenario(two: tuple[Path, Path]) -> None:
    assert runtall("solve", two[0], "--quiet").code == 0
    ran = runtall("compare", "plans/usual/plan.json", two[0])
    assert (ran.code, ran.err) == (0, "")
    assert "sessions: the same" in ran.out


def test_an_edited_plan_is_compared_but_not_believed(two: tuple[Path, Path]) -> None:
    assert runtall("solve", two[0], "--quiet").code == 0
    plan = Path("plans/usual/plan.json")
    document = json.loads(plan.read_text("utf-8"))
    document["sessions"][0]["entries"][0]["sets"] = 9
    document["stages"][1]["value"] += 1
    plan.write_text(json.dumps(document), "utf-8")
    ran = runtall("compare", plan, two[0])
    assert ran.code == 0
    told = ran.err.splitlines()
    assert all(line.startswith(f"{plan}: ") for line in told)
    assert told[0].startswith(f"{plan}: breaks ")
    assert any("stages[1].value: " in line for line in told)
    assert runtall("compare", plan, two[0], "--quiet").err == ""


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
    assert "locked-days" in ran.err
    ran = runtall("compare", two[0], impossible, "--json")
    assert (ran.code, ran.err) == (3, "")
    document = json.loads(ran.out)
    assert (document["status"], document["scenario"]) == ("INFEASIBLE", "never")
    assert any(part["rule"] == "locked-days" for part in document["conflict"])


def test_faults_of_all_files_are_told_at_once(two: tuple[Path, Path], write: Write) -> None:
    bad = [write("weeks_: 3", name="bad.yaml"), write("wekes: 3", name="worse.yaml")]
    Path("bad.json").write_text("{}", "utf-8")
    ran = runtall("compare", *bad, two[0], "missing.yaml", "bad.json", bad[0])
    assert (ran.code, ran.out) == (2, "")
    starts = ["bad.yaml:", "worse.yaml:", "missing.yaml:", "bad.json:"]
    for line, start in zip(ran.err.splitlines(), starts, strict=True):
        assert line.startswith(start)


def test_warnings_are_told(two: tuple[Path, Path], write: Write) -> None:
    short = write(weeks=6, name="short.yaml")
    ran = runtall("compare", two[0], short)
    assert ran.code == 0
    assert ran.err
    assert all(line.startswith("short.yaml: ") for line in ran.err.splitlines())
    assert runtall("compare", two[0], short, "--quiet").err == ""


def test_other_lengths_and_races_are_told_apart(two: tuple[Path, Path], write: Write) -> None:
    short = write(weeks=7, name="short.yaml")
    ran = runtall("compare", two[0], short)
    assert "7 weeks against 8: totals and costs can't be compared" in ran.out
    later = Path("later.yaml")
    text = two[1].read_text("utf-8").replace("2027-04-25", "2027-05-02")
    later.write_text(text.replace("2027-04-24", "2027-05-01"), "utf-8")
    ran = runtall("compare", two[0], later)
    assert "w01-D1: moved Mon -> " in ran.out
    assert not re.search(r"w\d\d-\w+:.* \d+ (Mar|Apr|May)", ran.out)


@pytest.mark.parametrize("columns", ["56", "80", "100"])
def test_words_never_break_however_many_plans(
    two: tuple[Path, Path], columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = runtall("compare", *two, *two, *two)
    header = [line for line in ran.out.splitlines() if line.startswith("measure")]
    assert len(header) > 1
    names = [*two, *(f"{path} ({number})" for number in (2, 3) for path in two)]
    assert re.findall(r"\S+\.yaml(?: \(\d\))?", " ".join(header)) == [str(name) for name in names]
    table, _, _ = ran.out.partition("against")
    assert all(len(line.rstrip()) <= int(columns) for line in table.splitlines())
    assert table.count("OPTIMAL") == len(names)


def test_one_file_is_no_comparison(two: tuple[Path, Path]) -> None:
    assert runtall("compare", two[0]).code == 2
