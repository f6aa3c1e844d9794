"""``runtall check``: what it prints and how it ends."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from runtall.exporters.folder import FILES
from runtall.rules.all import RULES
from tests.cli.run import runtall
from tests.solve import shipped

SCENARIO = shipped.path_of("sample-week")


@pytest.fixture
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped.solved("sample-week", tmp_path_factory).paths[0].parent


@pytest.fixture
def broken(files: Path, tmp_path: Path) -> Path:
    """The plan without its last session."""
    lines = (files / "plan.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "broken.csv"
    path.write_text("".join(line for line in lines if "very_light" not in line), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_good_plan(files: Path, name: str) -> None:
    ran = runtall("check", files / name, SCENARIO)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{files / name}: 0 violations of {len(RULES)} rules\n"


@pytest.mark.parametrize("name", ["plan.csv.filled", "plan.csv.filled-2", "plan.ics.outdated"])
def test_a_plan_that_was_kept(files: Path, tmp_path: Path, name: str) -> None:
    kept = tmp_path / name
    kept.write_bytes((files / f"plan.{name.split('.')[1]}").read_bytes())
    ran = runtall("check", kept, SCENARIO)
    assert (ran.code, ran.out) == (0, f"{kept}: 0 violations of {len(RULES)} rules\n")


def test_a_calendar_of_other_things_is_no_plan(tmp_path: Path) -> None:
    work = tmp_path / "work.ics"
    work.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Acme//Work//EN\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART:20270301T100000Z\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    ran = runtall("check", work, SCENARIO)
    says = "a calendar made by -//Acme//Work//EN, with 1 event and no session; name a plan.ics"
    assert (ran.code, ran.out, ran.err) == (2, "", f"{work}: {says}\n")


def test_a_table_without_a_column_that_rules_need(files: Path, tmp_path: Path) -> None:
    header, *rows = csv.reader((files / "plan.csv").read_text("utf-8").splitlines())
    gone = [header.index(name) for name in ("rir", "reps")]
    cut = tmp_path / "cut.csv"
    with cut.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [cell for place, cell in enumerate(row) if place not in gone] for row in (header, *rows)
        )
    ran = runtall("check", cut, SCENARIO)
    needed = "date, session, exercise, sets, position, reps, distance_m, hold_s, load_kg, rir"
    says = f"line 1: there is no column 'reps', 'rir'; needed are {needed}"
    assert (ran.code, ran.out, ran.err) == (2, "", f"{cut}: {says}\n")


def test_a_good_plan_in_quiet_and_for_machines(files: Path) -> None:
    ran = runtall("check", files / "plan.csv", SCENARIO, "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    ran = runtall("check", files / "plan.csv", SCENARIO, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "rules": len(RULES),
        "violations": [],
        "labels": [],
        "remarks": [],
    }


@pytest.mark.parametrize("option", [[], ["--quiet"]])
def test_each_violation_has_its_sentence(broken: Path, option: list[str]) -> None:
    ran = runtall("check", broken, SCENARIO, *option)
    gone = "missing: the very light session of week 16 (w16-very_light); what comes later was"
    assert (ran.code, ran.err) == (5, "" if option else f"{broken}: {gone} planned with it\n")
    first, last = ran.out.splitlines()
    assert first.startswith("weekly-sessions w16: Week 16 (taper) has one session")
    assert first.endswith("The plan has: no session.")
    assert last == f"{broken}: 1 violation of {len(RULES)} rules"


def test_a_session_that_was_deleted_is_named_first(files: Path, tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(files / name, tmp_path / name)
    table = tmp_path / "plan.csv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if not line.startswith("w09-D1")), "utf-8")
    ran = runtall("check", table, SCENARIO)
    gone = "missing: the session of Mon 1 Mar (w09-D1); what comes later was planned with it"
    assert (ran.code, ran.err) == (5, f"{table}: {gone}\n")
    assert "label" not in ran.out


def test_violations_for_machines(broken: Path) -> None:
    ran = runtall("check", broken, SCENARIO, "--json")
    assert (ran.code, ran.err) == (5, "")
    (violation,) = json.loads(ran.out)["violations"]
    assert (violation["rule"], violation["where"]) == ("weekly-sessions", "w16")


def test_another_scenario_finds_its_own_violations(files: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = SCENARIO.read_text(encoding="utf-8")
    other.write_text(text + "availability: {mon: off}\n", encoding="utf-8")
    ran = runtall("check", files / "plan.ics", other)
    assert ran.code == 5
    assert "availability 2027-01-04: Mon 4 Jan is a day off. The plan has: D1 session." in ran.out
    # Of many violations each rule tells its first, and in which weeks the others are.
    *_, more, verdict = ran.out.splitlines()
    assert "The plan has: D1 session. And 15 more, in weeks 2-16." in ran.out
    assert more == "--json lists every violation"
    assert verdict.startswith(f"{files / 'plan.ics'}: ")
    assert (
        len(json.loads(runtall("check", files / "plan.ics", other, "--json").out)["violations"])
        == 16
    )


@pytest.mark.parametrize("name", ["plan.ics", "plan.json"])
def test_the_plan_of_another_scenario_is_noticed(files: Path, tmp_path: Path, name: str) -> None:
    other = tmp_path / "other.yaml"
    text = SCENARIO.read_text(encoding="utf-8")
    other.write_text(text + "id: autumn\n", encoding="utf-8")
    ran = runtall("check", files / name, other)
    remark = (
        "this is the plan of another scenario: its id is not 'autumn'; its labels are not compared"
    )
    assert (ran.code, ran.err) == (0, f"{files / name}: {remark}\n")
    ran = runtall("check", files / name, other, "--json")
    assert (json.loads(ran.out)["remarks"], ran.err) == ([remark], "")


@pytest.mark.parametrize(
    ("command", "path", "words"),
    [
        ("check", "plans/nix", "there is no such file or folder"),
        ("check", "plans/autum", 'there is no such file or folder; did you mean "autumn"?'),
        ("check", "autumn", 'there is no such file or folder; did you mean "plans/autumn"?'),
        ("check", "mine.csv", "there is no such file"),
        ("show", "autum", 'there is no such file or folder; did you mean "plans/autumn"?'),
        ("send", "plans/atumn", 'there is no such file or folder; did you mean "autumn"?'),
        ("compare", "plans/autun", 'there is no such file or folder; did you mean "autumn"?'),
        ("cohort", "autum.yaml", 'there is no such file; did you mean "autumn.yaml"?'),
        ("cohort", "clubb", 'there is no such file or folder; did you mean "club"?'),
    ],
)
def test_a_path_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, path: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans" / "autumn").mkdir(parents=True)
    (tmp_path / "club").mkdir()
    (tmp_path / "autumn.yaml").touch()
    more = [path] if command == "compare" else []
    ran = runtall(command, path, *more)
    place = ":1:1" if command == "compare" else ""
    assert (ran.code, ran.out, ran.err) == (2, "", f"{path}{place}: {words}\n")
