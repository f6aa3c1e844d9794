"""What people type in a hurry: files the other way round, folders, old plans, their own words."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from runtall import app
from runtall.domain import clock
from runtall.domain.calendar import WEEKDAYS
from runtall.exporters.columns import NAMES
from runtall.exporters.reading_back import compared
from runtall.exporters.records import RECORDS
from runtall.rules.all import RULES
from runtall.scenario import read_scenario
from runtall.scenario.answers import body
from tests.cli.run import Ran, runtall
from tests.delivery.rehearsal import rehearsed
from tests.readmes import ROOT
from tests.solve import shipped

NAME = "sample-week"
GOOD = f"0 violations of {len(RULES)} rules\n"
RUNS = "easy workout easy easy rest long recovery"
COMMANDS = "solve check runs rules exercises schema compare sweep cohort new show send push"
Rows = list[dict[str, str]]


@pytest.fixture
def plan(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A solved scenario where the README has it: the plan in plans/, the scenario beside that."""
    monkeypatch.chdir(tmp_path)
    folder = Path("plans", NAME)
    shutil.copytree(shipped.solved(NAME, tmp_path_factory).paths[0].parent, folder)
    shutil.copy(shipped.path_of(NAME), f"{NAME}.yaml")
    return folder


def edited(plan: Path, change: str, value: str = "", *, name: str = "plan.ics") -> None:
    path = plan / name
    text = path.read_bytes().decode()
    assert change in text
    path.write_bytes(text.replace(change, value).encode())


def rows_of(plan: Path) -> Rows:
    return list(csv.DictReader(io.StringIO((plan / "plan.csv").read_text("utf-8"))))


def saved(rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, NAMES)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def checked(rows: Rows) -> Ran:
    Path("table.csv").write_bytes(saved(rows))
    return runtall("check", "table.csv", f"{NAME}.yaml")


def test_a_table_sorted_by_any_column_is_the_same_plan(plan: Path) -> None:
    scenario, rows = read_scenario(f"{NAME}.yaml"), rows_of(plan)
    for column in ("exercise", "minutes", "hold_s", "note", "why"):
        data = saved(sorted(rows, key=lambda row: row[column]))
        labels = compared(RECORDS[".csv"], data, scenario)
        assert (labels.wrong, labels.edited) == ((), ())
    assert checked(rows[::-1]).out == f"table.csv: {GOOD}"


def test_what_is_missing_is_named(plan: Path) -> None:
    ran = checked([row for row in rows_of(plan) if row["exercise"] != "open_book"])
    assert ran.code == 5
    assert "label w01-mobility-1, the row of Open-book thoracic rotation: is missing" in ran.out


def test_a_deleted_exercise_is_named(plan: Path) -> None:
    gone = [r for r in rows_of(plan) if (r["session_id"], r["position"]) != ("w05-D1", "3")]
    ran = checked(gone)
    assert (
        ran.err == "table.csv: w05-D1: Face pull was deleted; 2 labels still follow what it was\n"
    )
    assert "face pull left out" in ran.out


def test_an_idle_relaxation_is_told_as_such(plan: Path) -> None:
    rows = rows_of(plan)
    rows[0]["relaxed"] = "single@w05"
    ran = checked(rows)
    idle = "label relaxed: 'single@w05' stands there, but no rule needs it"
    assert (ran.code, ran.err) == (5, "")
    assert ran.out.splitlines()[0] == idle
    assert "0 violations" in ran.out


def test_what_an_id_twice_does_to_a_phone(plan: Path) -> None:
    ids = [
        line for line in (plan / "plan.ics").read_text("utf-8").splitlines() if "UID:" in line[:4]
    ]
    edited(plan, ids[4], ids[2])
    ran = runtall("check", plan / "plan.ics", f"{NAME}.yaml")
    assert ran.code == 5
    assert "a phone keeps only one of the two" in ran.out
    edited(plan, ids[2], "UID:nobody")
    assert "'nobody' stands there" in runtall("check", plan / "plan.ics", f"{NAME}.yaml").out


def test_the_table_of_another_run_plan_is_told_in_a_few_lines(plan: Path) -> None:
    week = dict(zip(WEEKDAYS, RUNS.split()[::-1], strict=True))
    Path("other.yaml").write_text(f"race_date: 2027-04-25\nruns: {{week: {week}}}\n", "utf-8")
    ran = runtall("check", plan / "plan.csv", "other.yaml")
    assert ran.code == 5
    first, *others = ran.out.splitlines()
    assert first.startswith("label this is the plan of another scenario: ")
    assert "days have other runs, such as Mon 4 Jan: easy there, recovery in the scenario" in first
    every = json.loads(runtall("check", plan / "plan.csv", "other.yaml", "--json").out)
    rules = {violation["rule"] for violation in every["violations"]}
    *firsts, more, verdict = others
    assert {line.split()[0] for line in firsts} == rules
    assert len(firsts) == len(rules) < len(every["violations"])
    assert more == "--json lists every violation"
    assert f"{len(every['violations'])} violations" in verdict
    ran = runtall("check", plan / "plan.json", "other.yaml")
    assert (
        "'other-2027-04-25', and it has other values of athlete, equipment, name, runs" in ran.err
    )
    shutil.copy(f"{NAME}.yaml", "changed.yaml")
    with Path("changed.yaml").open("a", encoding="utf-8") as file:
        file.write("\nstrength: {minutes: 20}\n")
    ran = runtall("check", plan / "plan.json", "changed.yaml")
    assert ran.code == 5
    assert "label this is the plan of another scenario: it has other values of strength" in ran.out


@pytest.mark.parametrize("name", ["plan.csv", "plan.ics", "plan.json"])
def test_dates_outside_the_plan_are_told_once(plan: Path, name: str) -> None:
    text = Path(f"{NAME}.yaml").read_text("utf-8").replace("2027-04-25", "2027-06-27")
    Path("later.yaml").write_text(text.replace("days:", "# days:"), "utf-8")
    ran = runtall("check", plan / name, "later.yaml")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 2)
    assert "more like this: made for another scenario?" in ran.err


def test_a_plan_and_its_scenario_in_any_order_or_alone(plan: Path) -> None:
    table, scenario = plan / "plan.csv", f"{NAME}.yaml"
    assert runtall("check", scenario, table).out == f"{table}: {GOOD}"
    assert runtall("check", table).out == f"{table}: {GOOD}"
    assert (
        runtall("check", plan, scenario) == runtall("check", plan) == Ran(0, f"{plan}: {GOOD}", "")
    )
    ran = runtall("check", scenario)
    assert (ran.code, ran.err) == (2, f"name its plan, too: runtall check {plan} {scenario}\n")
    Path(scenario).unlink()
    ran = runtall("check", plan)
    assert (ran.code, ran.err) == (2, f"name its scenario, too: runtall check {plan} SCENARIO\n")


def test_files_of_two_plans_in_one_folder_are_noticed(plan: Path) -> None:
    rows = [row for row in rows_of(plan) if row["session_id"] != "w02-mobility-1"]
    (plan / "plan.csv").write_bytes(saved(rows))
    ran = runtall("check", plan)
    words = "plan.csv holds another plan than plan.json: edited since, or of another solve"
    assert (ran.code, ran.err) == (0, f"{plan}: {words}\n")
    assert words in json.loads(runtall("check", plan, "--json").out)["remarks"]
    for file in plan.iterdir():
        file.unlink()
    assert "holds no plan: neither plan.ics" in runtall("check", plan).err


def test_a_folder_or_any_file_of_it_is_a_plan(plan: Path) -> None:
    assert runtall("show", plan / "plan.csv") == runtall("show", plan)
    assert runtall("compare", plan, plan / "plan.json").code == 0
    for command in ("show", "send"):
        ran = runtall(command, f"{NAME}.yaml")
        way_out = f"a scenario, not a plan; name the folder of its plan, such as {plan}"
        assert (ran.code, ran.err) == (2, f"{NAME}.yaml: {way_out}\n")


def test_an_older_plan_says_so(plan: Path) -> None:
    scenario = Path(f"{NAME}.yaml")
    assert runtall("show", plan).err == ""
    text = scenario.read_text("utf-8")
    scenario.write_text(f"{text}\nstrength: {{fix: [{{session: D2, day: fri}}]}}\n", "utf-8")
    before = {path: path.read_bytes() for path in plan.iterdir()}
    ran = runtall("solve", scenario)
    assert ran.code == 3
    assert ran.err.endswith(f"\n{plan} still holds the plan of an earlier scenario.\n")
    ran = runtall("show", plan)
    words = "was changed since this plan was made; to bring it up to date: runtall solve"
    assert (ran.code, ran.err) == (0, f"{plan}: {scenario} {words} {scenario}\n")
    scenario.write_text(f"{text}\nnonsense: 1\n", "utf-8")
    assert words in runtall("show", plan).err
    assert runtall("show", plan, "--quiet").err == ""
    assert {path: path.read_bytes() for path in plan.iterdir()} == before


def test_an_older_plan_says_so_where_it_goes_on_only(plan: Path, tmp_path: Path) -> None:
    with Path(f"{NAME}.yaml").open("a", encoding="utf-8") as scenario:
        scenario.write("\nstrength: {minutes: 25}\n")
    account = ("--url", "https://dav.example.org", "--user", "anna")
    with rehearsed(tmp_path / "server"):
        for command in (["send", plan], ["push", plan, *account]):
            end = "--cancel" if command[0] == "send" else "--remove"
            assert "was changed since" in runtall(*command).err
            assert runtall(*command, end).err == ""


def test_a_race_that_is_past_is_told(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2027, 4, 25))
    warnings: list[str] = []
    app.solve(f"{NAME}.yaml", plan, warn=warnings.append)
    assert warnings == []
    monkeypatch.setattr(clock, "today", lambda: date(2027, 4, 26))
    ran = runtall("solve", f"{NAME}.yaml", "--json")
    assert (ran.code, ran.err) == (0, f"{NAME}.yaml: the race on Sun 25 Apr 2027 is past\n")


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 1, 4), ""),
        (date(2027, 1, 5), "week 1 has begun"),
        (date(2027, 1, 11), "week 1 is over"),
        (date(2027, 1, 20), "weeks 1-2 are over"),
    ],
)
def test_weeks_that_are_over_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date, words: str
) -> None:
    """To those who have no plan there yet, and don't plan from a day on."""
    file, out = tmp_path / f"{NAME}.yaml", tmp_path / "out"
    shutil.copy(shipped.path_of(NAME), file)
    monkeypatch.setattr(clock, "today", lambda: today)
    told = f"{file}: {words}; starts: {today} leaves out what lies before today\n" if words else ""
    command = ("solve", file, "-o", out, "--json")
    assert runtall(*command).err == told
    assert runtall(*command).err == ""
    text = file.read_text("utf-8")
    file.write_text(f"starts: {today}\n{text}", "utf-8")
    assert "over" not in runtall("solve", file, "-o", tmp_path / "other", "--json").err


def test_renderings_with_a_comma_between_them(plan: Path) -> None:
    assert runtall("solve", f"{NAME}.yaml", "-q", "--also", "plan.md, plan.txt").code == 0
    assert {"plan.md", "plan.txt"} <= {path.name for path in plan.iterdir()}


@pytest.mark.parametrize("command", COMMANDS.split())
def test_help_says_in_words_what_to_write(command: str) -> None:
    ran = runtall(command, "--help")
    assert not set("{}") & set(ran.out)
    assert not any(word in ran.out for word in ("<str>", "<path>", "<int", "<text>", "list["))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "plans/x", "--week", "x"), '"x" is not a whole number from 0 on'),
        (("sweep", "x.yaml", "--set", "a=1", "--jobs", "0"), '"0" is not a whole number from 1'),
        (("runs", "x.csv", "--format", "pated"), 'did you mean "pasted"?'),
        (("runs", "x.csv", "--date-order", "dym"), "allowed: dmy, mdy, ymd"),
    ],
)
def test_a_bad_value_is_told_in_our_words(arguments: tuple[str, ...], words: str) -> None:
    ran = runtall(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Input should" not in ran.err
    assert "Value error" not in ran.err


def test_pasted_lines_and_a_date_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "Mon 26.04.2027 easy 5k\nTue tempoo 8 km\nThu X 45 min or OFF\nSun 02.05.2027 race\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    ran = runtall("runs", "-", "--race-date", "2 May 2027")
    assert ran.out.startswith("Your text - pasted lines, 4 entries; race on Sun 2 May 2027")
    uncertain = ran.out.partition("Day by day")[0]
    assert "did you mean" in uncertain
    assert "X 45 min or OFF" in uncertain
    assert re.search(r"easy\? +X 45 min or OFF +assumed", ran.out)


def test_the_shortest_session_that_is_promised_has_a_plan() -> None:
    least, most = body.MINUTES
    read_scenario(shipped.path_of(NAME), [(("strength", "minutes"), least)])
    with pytest.raises(Exception, match=f"allowed: {least} to {most}"):
        read_scenario(shipped.path_of(NAME), [(("strength", "minutes"), least - 1)])
    assert f"longest session, {least} to {most}" in (ROOT / "scenarios/README.md").read_text(
        "utf-8"
    )
    assert f"{least} to {most} minutes" in runtall("new", "--help").out


def test_who_does_not_know_gets_the_default(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    given = ("--race-date", "2027-04-25", "--runs", RUNS, "--body-mass", "not sure")
    ran = runtall("new", path, *given, "--equipment", "unknown", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert read_scenario(path).normalised["athlete"]["body_mass_kg"] is None
