"""``runtall runs``: how a run plan file is read."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest

from tests.cli.run import runtall
from tests.importers import one_plan


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    for name, make in one_plan.FILES.items():
        Path(name).write_text(make(), encoding="utf-8", newline="")
    return Path("peaks.ics")


def test_the_uncertain_then_days_then_weeks(plan: Path) -> None:
    ran = runtall("runs", plan)
    assert ran.code == 0
    places = [ran.out.index(words) for words in (
        "peaks.ics - a calendar of TrainingPeaks", "Uncertain: correct these", "Day by day",
        "Strength, yoga or gym", "Week by week", "Phases: base 1-6, peak 7-8, taper 9-10",
    )]  # fmt: skip
    assert places == sorted(places)
    uncertain = ran.out[places[1] : places[2]]
    assert "the longest run of the week" in uncertain
    assert "Tempo" not in uncertain
    days = ran.out[places[2] : places[3]]
    assert days.count("2027-") == len({day for day, _ in one_plan.PLAN} - {*one_plan.OCCUPIED})
    assert ran.err.startswith("peaks.ics: races before 2027-04-25, the race, are read as tune-ups")


def test_what_nothing_explains_comes_first(plan: Path) -> None:
    text = plan.read_text("utf-8").replace("Run: 8 km easy", "Run: Kenyan")
    plan.write_text(text, encoding="utf-8")
    first = runtall("runs", plan).out.split("Uncertain")[1].splitlines()[2]
    assert first.split()[:3] == ["easy", "Run:", "Kenyan"]
    assert "nothing says what it is" in first
    assert "and 7 more" in first


def test_for_machines(plan: Path) -> None:
    document = json.loads(runtall("runs", plan, "--json").out)
    assert document["race_date"] == "2027-04-25"
    assert len(document["runs"]) == 68
    assert {run["provenance"] for run in document["runs"]} == {"stated", "inferred"}
    assert [week["week"] for week in document["weeks"]] == list(range(1, 11))
    assert document["weeks"][1]["workouts"] == 1
    assert [one["date"] for one in document["occupied"]] == [str(day) for day in one_plan.OCCUPIED]
    assert all(one["words"] for one in document["uncertain"])


def test_the_table_is_written_and_reads_as_the_same(plan: Path) -> None:
    ran = runtall("runs", plan, "--csv", "new/mine.csv")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == str(Path("new/mine.csv"))
    first, again = (
        json.loads(runtall("runs", name, "--json", "--race-date", "2027-04-25").out)
        for name in (plan, "new/mine.csv")
    )
    without = {"provenance", "words", "line"}
    strip = [[{key: run[key] for key in run if key not in without} for run in one["runs"]]
             for one in (first, again)]  # fmt: skip
    assert strip[0] == strip[1]
    assert first["occupied"] == again["occupied"]
    assert first["weeks"] == again["weeks"]
    assert {run["provenance"] for run in again["runs"]} == {"stated"}
    assert runtall("runs", "new/mine.csv").out.count("Nothing is uncertain.") == 1


def test_titles_that_look_like_formulas_come_through(plan: Path) -> None:
    Path("odd.csv").write_text('date,kind,title\n2027-03-01,easy,\'=1+1\n2027-03-02,long,"a,b"\n')
    runtall("runs", "odd.csv", "--csv", "out.csv")
    assert "'=1+1" in Path("out.csv").read_text()
    documents = [json.loads(runtall("runs", name, "--json").out) for name in ("odd.csv", "out.csv")]
    assert [run["title"] for run in documents[1]["runs"]] == ["=1+1", "a,b"]
    assert documents[0]["runs"] == documents[1]["runs"]


def test_quiet_writes_and_says_nothing(plan: Path) -> None:
    ran = runtall("runs", plan, "--quiet", "--csv", "out.csv")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert Path("out.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("nix.ics",), "nix.ics:1:1: there is no such file"),
        (("plan.yaml",),
         "plan.yaml:1:1: the plan has no dates; give the day of the race (--race-date 2027-04-25)"),
        (("peaks.ics", "--csv", "peaks.ics/x.csv"), "peaks.ics: is a file, not a folder"),
    ],
)  # fmt: skip
def test_faults_are_lines(plan: Path, arguments: tuple[str, ...], line: str) -> None:
    ran = runtall("runs", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", line + "\n")


def test_every_fault_of_a_table_with_its_place(plan: Path) -> None:
    Path("bad.csv").write_text("date,kind,km\n2027-03-01,esy,x\n2027-13-01,easy,1\n")
    ran = runtall("runs", "bad.csv")
    assert ran.code == 2
    assert [line.split(" ")[0] for line in ran.err.splitlines()] == [
        "bad.csv:2:12:", "bad.csv:2:16:", "bad.csv:3:1:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "option",
    [("--race-date", "25.25.2027"), ("--race-date", "0001-01-01"), ("--format", "ical"),
     ("--timezone", "Atlantis"), ("--week-starts", "tue")],
)  # fmt: skip
def test_options_that_cannot_be(plan: Path, option: tuple[str, str]) -> None:
    ran = runtall("runs", plan, *option)
    assert (ran.code, ran.out) == (2, "")
    assert option[0] in ran.err


def test_a_plan_without_dates_takes_the_race_date(plan: Path) -> None:
    ran = runtall("runs", "plan.yaml", "--race-date", "2027-04-24", "--json")
    document = json.loads(ran.out)
    assert document["runs"][-1]["date"] == "2027-04-24"
    assert document["warnings"][0].startswith("the plan's weeks begin on mon")


def test_pasted_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Tue 2 Mar: 6x800\nWed: off\nSat: Long 22 km\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = runtall("runs", "-", "--race-date", "2027-04-25", "--json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert [(run["date"], run["kind"]) for run in found["runs"]] == [
        ("2027-03-02", "workout"), ("2027-03-03", "rest"), ("2027-03-06", "long"),
    ]  # fmt: skip


def test_pasted_lines_as_a_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "Tue 2 Mar: 6x800\nSun 25 Apr: Marathon\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    table = tmp_path / "plan.csv"
    assert runtall("runs", "-", "--csv", table, "-q").code == 0
    assert "2027-03-02,workout" in table.read_text("utf-8")


def test_nothing_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    ran = runtall("runs", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "the file is empty" in ran.err


def test_one_entry_is_no_entries(tmp_path: Path) -> None:
    table = tmp_path / "one.csv"
    table.write_text("date,kind\n2027-04-25,race\n", "utf-8")
    assert " 1 entry;" in runtall("runs", table).out


@pytest.mark.parametrize("text", ["x" * 3_000_000, "Mon easy, Tue 6x800; " * 150_000])
def test_a_line_without_an_end_is_refused_at_once(tmp_path: Path, text: str) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(text, "utf-8")
    began = time.process_time()
    ran = runtall("runs", plan)
    says = f"{plan}:1:1: line 1 is longer than 100000 characters\n"
    assert (ran.code, ran.out, ran.err) == (2, "", says)
    assert time.process_time() - began < 5


def test_strength_of_ones_own_is_told_once_a_title(tmp_path: Path) -> None:
    table = tmp_path / "runs.csv"
    days = [f"2027-04-{day:02},strength,Gym A\n" for day in (5, 7, 12, 14, 19)]
    table.write_text("date,kind,title\n" + "".join(days) + "2027-04-25,race,Race\n", "utf-8")
    told = [line for line in runtall("runs", table).out.splitlines() if "Gym A" in line]
    first = "Mon 2027-04-05, Wed 2027-04-07, Mon 2027-04-12 and 2 more"
    assert told == [f"  Gym A (upper body): {first}"]
