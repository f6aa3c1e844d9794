"""``runtall new``: a few answers make a scenario that solves."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import COMMAND, runtall
from tests.importers import one_plan

WEEK = "easy workout easy easy rest long recovery"
# What a line editor writes around its prompt.
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\r")
END_OF_INPUT = "\x04"
PATIENCE_S = 20
GIVEN = ("--race-date", "2027-04-25", "--runs", WEEK, "--yes")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(answers: str, *arguments: str) -> tuple[int, str]:
    """Exit code and screen of ``runtall new`` on a terminal on which this is typed."""
    import pty  # not on every machine

    ours, theirs = pty.openpty()
    command = [*COMMAND, "new", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        lines = answers.encode().splitlines(keepends=True)
        screen = b""
        while select.select([ours], [], [], PATIENCE_S)[0]:
            try:
                part = os.read(ours, 10_000)
            except OSError:  # the other end is closed
                break
            screen += part
            # Each answer is typed at its prompt: what comes early may meet another mode.
            if ESCAPES.sub(b"", screen).endswith(b" ") and lines:
                os.write(ours, lines.pop(0))
        try:
            code = process.wait(timeout=PATIENCE_S)
        finally:
            process.kill()
    os.close(ours)
    return code, screen.decode("utf-8", "replace")


def test_the_defaults_solve() -> None:
    ran = runtall("new", *GIVEN)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Written. Look through it, then: runtall solve runtall.yaml\n"
    assert runtall("solve", "runtall.yaml", "-q").code == 0


def test_every_option_is_written() -> None:
    ran = runtall(
        "new", "mine.yaml", *GIVEN, "--days", "mon, wed thu", "--minutes", "30",
        "--equipment", "home", "--experience", "some", "--body-mass", "61,5",
        "--signs", "torso_twists=2", "--shoulder", "yes", "--json",
    )  # fmt: skip
    assert ran.code == 0
    scenario = json.loads(ran.out)["scenario"]
    assert scenario["name"] == "mine"
    assert scenario["strength"]["minutes"] == 30
    assert scenario["athlete"]["experience"] == "some"
    assert scenario["athlete"]["body_mass_kg"] == 61.5
    assert scenario["athlete"]["overhead_irritates"] is True
    assert scenario["athlete"]["signs"]["torso_twists"] == 2
    text = Path("mine.yaml").read_text("utf-8")
    off = [
        day for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") if f"{day}: off" in text
    ]
    assert off == ["tue", "fri", "sat", "sun"]
    assert runtall("solve", "mine.yaml", "-q").code == 0


@pytest.mark.parametrize("equipment", ["gym", "home", "bands"])
@pytest.mark.parametrize("race", ["2027-04-24", "2027-04-26"])
def test_every_preset_solves(equipment: str, race: str) -> None:
    assert (
        runtall("new", "--race-date", race, "--runs", WEEK, "--equipment", equipment, "-yq").code
        == 0
    )
    ran = runtall("solve", "runtall.yaml", "-q")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("name", one_plan.FILES)
def test_every_run_plan_file_solves(name: str) -> None:
    Path("plans").mkdir()
    Path("plans", name).write_text(one_plan.FILES[name](), encoding="utf-8", newline="")
    zone = ("--timezone", "Europe/London")
    ran = runtall(
        "new",
        "mine.yaml",
        "--race-date",
        f"{one_plan.RACE}",
        "--runs",
        f"plans/{name}",
        "-y",
        *zone,
    )
    assert ran.code == 0, ran.err
    assert f"runtall runs plans/{name}" in ran.out
    assert f"weeks: {one_plan.WEEKS} " in Path("mine.yaml").read_text("utf-8")
    assert runtall("solve", "mine.yaml", "-q").code == 0


def test_a_run_plan_is_found_from_a_folder_that_is_not_there_yet_or_elsewhere() -> None:
    Path("mine.csv").write_text("date,kind\n2027-04-25,race\n2027-04-24,rest\n", "utf-8")
    Path("deep/er").mkdir(parents=True)
    Path("linked").symlink_to("deep/er")
    for name in ("new/folder/mine.yaml", "linked/mine.yaml"):
        assert runtall("new", name, "--runs", "mine.csv", "-yq").code == 0
        assert "../../mine.csv" in Path(name).read_text("utf-8")
        assert runtall("rules", name, "-q").code == 0


def test_the_race_is_that_of_the_run_plan(tmp_path: Path) -> None:
    rows = [f"2027-03-{day:02},easy,Easy 8 km" for day in range(1, 31)]
    table = "\n".join(["date,kind,title", *rows, "2027-04-25,race,City Marathon"])
    (tmp_path / "mine.csv").write_text(table, "utf-8")
    ran = runtall("new", "mine.yaml", "--runs", "mine.csv", "-y")
    assert ran.code == 0, ran.err
    assert "race_date: 2027-04-25" in (tmp_path / "mine.yaml").read_text("utf-8")


def test_all_faults_at_once() -> None:
    ran = runtall(
        "new", "--runs", "easy wrkout easy easy rest long rest", "--days", "mon tuee",
        "--minutes", "90", "--equipment", "gim", "--experience", "pro", "--body-mass", "lots",
        "--signs", "torso_twists=9", "--shoulder", "perhaps", "--timezone", "Europe/Lodnon", "-y",
    )  # fmt: skip
    assert (ran.code, ran.out) == (2, "")
    assert [line.split(":")[0] for line in ran.err.splitlines()] == [
        "--race-date", "--runs", "--days", "--minutes", "--equipment", "--experience",
        "--body-mass", "--signs", "--shoulder", "--timezone",
    ]  # fmt: skip
    for words in ('did you mean "workout"?', 'did you mean "tue"?', 'did you mean "gym"?'):
        assert words in ran.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--race-date", "2027-02-30", "such a date does not exist"),
        ("--race-date", "soon", "write it as 25 April 2027"),
        ("--race-date", "0001-01-01", "out of reach; allowed: years 1970 to 2199"),
        ("--runs", "easy easy long", "3 days; a week has seven"),
        ("--runs", "", "name a run plan file"),
        ("--runs", "nowhere.ics", "nowhere.ics"),
        ("--days", "", "name at least one"),
    ],
)
def test_wrong_answers(option: str, value: str, words: str) -> None:
    ran = runtall("new", *GIVEN, option, value)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert list(Path().iterdir()) == []


def test_nothing_is_overwritten() -> None:
    Path("runtall.yaml").write_text("mine", "utf-8")
    ran = runtall("new", *GIVEN)
    assert ran.code == 2
    assert ran.err.startswith("runtall.yaml: is there already")
    assert Path("runtall.yaml").read_text("utf-8") == "mine"


def test_names_are_no_yaml() -> None:
    odd = "a: [b #'\".yaml"
    ran = runtall("new", odd, *GIVEN, "--json")
    assert json.loads(ran.out)["scenario"]["name"] == Path(odd).stem


def test_without_a_terminal_nothing_is_asked() -> None:
    done = subprocess.run(
        [*COMMAND, "new"], input=b"2027-04-25\n", capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 2
    told, *faults = done.stderr.decode().splitlines()
    assert "no terminal" in told
    assert "--help" in told
    assert faults == [
        "--race-date: is missing, and has no default",
        "--runs: is missing, and has no default",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_questions_are_asked_again_until_the_answer_is_good() -> None:
    answers = f"in spring\n2027-04-25\n{WEEK}\n\n99\n35\n\n\n\n\n\nyes\n"
    code, screen = typed(answers)
    assert code == 0, screen
    assert "is not a date; write it as" in screen
    assert "is not a number of minutes from 13 to 40" in screen
    assert "minutes: 35" in Path("runtall.yaml").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_leaving_half_way_writes_nothing() -> None:
    code, screen = typed(f"2027-04-25\n{END_OF_INPUT}")
    assert code == 130, screen
    assert "Traceback" not in screen
    assert list(Path().iterdir()) == []


def test_the_help_says_what_is_asked_and_how_to_answer() -> None:
    words = " ".join(runtall("new", "--help").out.split())
    assert "Each option below is a question; those that are given aren't asked." in words
    assert "? explains a question, < goes back to the one before" in words
