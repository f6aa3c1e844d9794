"""Sweep and cohort: a row for each scenario, and nothing done twice."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from runtall import app
from runtall.app import batches
from runtall.compare.batch import Row, Task
from runtall.compare.measures import MEASURES, measured
from runtall.compare.processes import Processes
from runtall.domain.view import PlanView
from runtall.scenario import ScenarioFaults
from runtall.scenario.changes import BadChange
from runtall.solve.outcome import OutOfTime
from tests.compare.athletes import impossible, scenario, write_athletes

EPOCH = "1767225600"
SETS = ("strength.minutes=30,40", "availability.mon=off,on,{minutes: 25}")


@dataclass(frozen=True)
class Here:
    """Does the work in the test's own process, in an order of its own."""

    def map_unordered(
        self, function: Callable[[Any], Any], tasks: Iterable[Any], lost: Callable[[Any], Any]
    ) -> Iterator[Any]:
        for task in reversed(list(tasks)):
            yield function(task)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return tmp_path


@pytest.fixture
def path() -> Path:
    path = Path("runner.yaml")
    path.write_text(scenario(0, weeks=6), "utf-8")
    return path


def run(tasks: Sequence[Task], where: Any = None) -> tuple[Row, ...]:
    return batches.run(tasks, Path("out") / "all.csv", where or Here(), lambda _: None).rows


def table() -> list[dict[str, str]]:
    text = (Path("out") / "all.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def files(folder: Path) -> dict[str, bytes]:
    """Every file; of ``plan.json`` what is the same each time."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.name == "plan.json":
                document = json.loads(data)
                del document["run"]
                data = json.dumps(document).encode()
            found[str(path.relative_to(folder))] = data
    return found


def test_a_sweep_has_every_combination(path: Path) -> None:
    rows = run(batches.sweep_tasks(path, SETS, Path("out")))
    assert [row.place for row in rows] == list(range(6))
    assert [(row["strength.minutes"], row["availability.mon"]) for row in table()] == [
        (minutes, monday) for minutes in ("30", "40") for monday in ("off", "on", '{"minutes": 25}')
    ]
    assert all(row.planned and row.solved for row in rows)


def test_rows_are_the_measures_of_what_was_written(path: Path) -> None:
    run(batches.sweep_tasks(path, SETS, Path("out")))
    for row in table():
        view = app.view(Path("out") / row["folder"] / "plan.json")
        assert isinstance(view, PlanView)
        found = measured(view)
        assert row["reason"] == ""
        for measure in MEASURES:
            value = found[measure.name]
            assert row[measure.name] == ("" if value is None else str(value))


def test_a_combination_is_the_scenario_that_says_so(path: Path) -> None:
    run(batches.sweep_tasks(path, SETS[:1], Path("out")))
    text = path.read_text("utf-8").replace("strength: {minutes:", "strength: {minutes: 30} #")
    Path("other").mkdir()
    same = Path("other") / "runner.yaml"
    same.write_text(text, "utf-8")
    assert isinstance(app.solve(same, Path("alone")), app.Solved)
    assert files(Path("alone")) == files(Path("out") / "strength.minutes=30")


def test_what_is_done_is_not_done_again(path: Path) -> None:
    tasks = batches.sweep_tasks(path, SETS, Path("out"))
    first = run(tasks)
    before = files(Path("out"))
    times = {file: file.stat().st_mtime_ns for file in Path("out").rglob("plan.*")}
    again = run(tasks)
    assert not any(row.solved for row in again)
    assert [replace(row, solved=True) for row in again] == list(first)
    assert files(Path("out")) == before
    assert {file: file.stat().st_mtime_ns for file in Path("out").rglob("plan.*")} == times


def test_only_what_changed_is_done_again(path: Path) -> None:
    run(batches.sweep_tasks(path, SETS[:1], Path("out")))
    more = run(batches.sweep_tasks(path, ("strength.minutes=25,30,40",), Path("out")))
    assert [row.solved for row in more] == [True, False, False]
    path.write_text(path.read_text("utf-8") + "name: Another\n", "utf-8")
    assert all(row.solved for row in run(batches.sweep_tasks(path, SETS[:1], Path("out"))))


@pytest.mark.parametrize("damage", ["missing", "version", "scenario"])
def test_what_is_damaged_is_done_again(path: Path, damage: str) -> None:
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    run(tasks)
    before = files(Path("out"))
    plan = Path("out") / "strength.minutes=30" / "plan.json"
    document = json.loads(plan.read_text("utf-8"))
    if damage == "missing":
        plan.with_suffix(".csv").unlink()
    elif damage == "version":
        plan.write_text(json.dumps(document | {"versions": {"runtall": "0.0.9"}}), "utf-8")
    else:
        plan.write_text(json.dumps(document | {"scenario_sha256": "0" * 64}), "utf-8")
    # A run that was killed leaves such a file.
    (plan.parent / ".plan.json.abc.tmp").write_bytes(b"{")
    (row,) = run(tasks)
    assert row.solved
    assert files(Path("out")) == before


def test_a_cohort_keeps_failures_apart() -> None:
    paths = write_athletes(Path("athletes"), 2, weeks=6)
    for name, text in {
        "never": impossible(),
        "typo": "race_date: 2027-04-25\nruns: {week: {mon: esay}}\nwekes: 6\n",
    }.items():
        paths.append(Path("athletes") / f"{name}.yaml")
        paths[-1].write_text(text, "utf-8")
    paths.append(Path("athletes/nobody.yaml"))
    tasks = batches.cohort_tasks(paths, Path("out"))
    rows = run(tasks)
    assert [row.status for row in rows] == [
        *("OPTIMAL", "OPTIMAL"),
        *("INFEASIBLE", "INVALID", "INVALID"),
    ]
    never, typo, nobody = rows[2:]
    assert any(reason.startswith("R94: ") for reason in never.reasons)
    assert [reason.split(" ")[0] for reason in typo.reasons] == [
        "athletes/typo.yaml:2:15:",
        "athletes/typo.yaml:3:1:",
    ]
    assert nobody.reasons == ("athletes/nobody.yaml:1:1: there is no such file",)
    assert [bool(row["warnings"]) for row in table()] == [True, True, True, False, False]
    assert "weeks are fewer than" in rows[0].warnings[0]
    assert {row["athlete"]: row["reason"] for row in table()}["never"] == " ".join(never.reasons)
    failure = json.loads(Path("out/never/failure.json").read_text("utf-8"))
    assert failure["reasons"] == list(never.reasons)
    assert not Path("out/never/plan.json").exists()
    again = run(tasks)
    assert not any(row.solved for row in again)
    assert [row.reasons for row in again] == [row.reasons for row in rows]


def test_time_that_is_up_is_a_row(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "solve_into", lambda *_: OutOfTime())
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    (row,) = run(tasks)
    assert row.status == "UNKNOWN"
    assert "solver.time_limit_s" in row.reasons[0]
    assert run(tasks) == (replace(row, solved=False),)


def test_what_is_no_plan_of_ours_stays(path: Path) -> None:
    foreign = Path("out/strength.minutes=30/plan.json")
    foreign.parent.mkdir(parents=True)
    foreign.write_text("{}", "utf-8")
    first, second = run(batches.sweep_tasks(path, SETS[:1], Path("out")))
    assert first.status == "UNWRITTEN"
    assert first.reasons[0].startswith("out/strength.minutes=30/plan.json: was not written by")
    assert second.planned
    assert foreign.read_text("utf-8") == "{}"


def test_a_folder_that_is_a_file_is_a_row(path: Path) -> None:
    Path("out").mkdir()
    Path("out/strength.minutes=30").write_text("mine", "utf-8")
    first, second = run(batches.sweep_tasks(path, SETS[:1], Path("out")))
    assert first.status == "UNWRITTEN"
    assert "is a file, not a folder" in first.reasons[0]
    assert second.planned
    assert Path("out/strength.minutes=30").read_text("utf-8") == "mine"


def test_a_defect_is_a_row(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(batches, "solve_into", broken)
    (row,) = run(batches.sweep_tasks(path, ("strength.minutes=30",), Path("out")))
    assert (row.status, row.reasons) == ("DEFECT", ("ZeroDivisionError: no such luck",))


def test_bad_settings_are_told_before_anything_is_done(path: Path) -> None:
    for sets, error, words in (
        (("strength.minuts=20,30",), ScenarioFaults, "no such key"),
        (("strength.minutes",), BadChange, "key=value"),
        (("weeks=6", "weeks=7"), app.BadSetting, "given 2 times"),
    ):
        with pytest.raises(error, match=words):
            batches.sweep_tasks(path, sets, Path("out"))
    path.write_text(path.read_text("utf-8") + "wekes: 3\n", "utf-8")
    with pytest.raises(ScenarioFaults, match="wekes"):
        batches.sweep_tasks(path, SETS, Path("out"))
    with pytest.raises(app.BadSetting, match="would share a folder"):
        batches.cohort_tasks([Path("a/ann.yaml"), Path("b/Ann.yaml")], Path("out"))


def test_the_summary_guards_spreadsheets() -> None:
    Path("=1+1.yaml").write_text("wekes: 1\n", "utf-8")
    run(batches.cohort_tasks([Path("=1+1.yaml")], Path("out")))
    (row,) = table()
    assert row["athlete"] == "'=1+1"


def test_processes_give_the_same_files(path: Path) -> None:
    tasks = batches.sweep_tasks(path, SETS, Path("out"))
    here = run(tasks)
    before = files(Path("out"))
    other = batches.sweep_tasks(path, SETS, Path("again"))
    batch = batches.run(other, Path("again/all.csv"), Processes(2), lambda _: None)
    assert batch.rows == here
    assert files(Path("again")) == before
