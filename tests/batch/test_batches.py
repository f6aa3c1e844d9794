"""Sweep and cohort: a row for each scenario, and nothing done twice."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from runtall import app
from runtall.app import batches, task_lists
from runtall.batch.cluster import NoCluster
from runtall.batch.executors import here
from runtall.batch.processes import processes
from runtall.batch.tasks import Row, Task, run_batch
from runtall.compare.measures import MEASURES, measured
from runtall.domain.view import PlanView
from runtall.exporters.files import STALE_S, CannotWrite
from runtall.exporters.folder import FILES
from runtall.solve.outcome import OutOfTime
from tests.batch.athletes import impossible, scenario, write_athletes
from tests.batch.written import EPOCH, files

SETS = ("strength.minutes=30,40", "availability.mon=off,on,{minutes: 25}")


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


def run(tasks: Sequence[Task], where: Any = here) -> tuple[Row, ...]:
    return batches.run(tasks, Path("out") / "all.csv", where, lambda _: None).rows


def table() -> list[dict[str, str]]:
    text = (Path("out") / "all.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_sweep_has_every_combination(path: Path) -> None:
    rows = run(batches.sweep_tasks(path, SETS, Path("out")))
    assert [row.number for row in rows] == list(range(6))
    assert [(row["strength.minutes"], row["availability.mon"]) for row in table()] == [
        (minutes, monday) for minutes in ("30", "40") for monday in ("off", "on", '{"minutes": 25}')
    ]
    assert all(row.planned and row.solved for row in rows)


def test_rows_are_the_measures_of_what_was_written(path: Path) -> None:
    run(batches.sweep_tasks(path, SETS, Path("out")))
    for row in table():
        view = app.plan(Path("out") / row["folder"] / "plan.json")
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


DAMAGE: dict[str, tuple[str, Callable[[str], str]]] = {
    "another version": ("plan.json", lambda text: text.replace('"runtall": "', '"runtall": "9.')),
    "another scenario": ("plan.json", lambda text: text.replace('_sha256": "', '_sha256": "0')),
    "an edited plan": ("plan.json", lambda text: text.replace('"sets": 2', '"sets": 3', 1)),
    "an edited table": ("plan.csv", lambda text: text.replace(",pull,2,", ",pull,3,", 1)),
    "half a table": ("plan.csv", lambda text: text[: len(text) // 2]),
    "an emptied table": ("plan.csv", lambda _: ""),
    "an emptied calendar": ("plan.ics", lambda _: ""),
    "a calendar that lacks a session": (
        "plan.ics",
        lambda text: re.sub(r"BEGIN:VEVENT.*?END:VEVENT\r?\n", "", text, count=1, flags=re.DOTALL),
    ),
}
KEPT = {"another scenario", "an edited table", "half a table"}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_done_again(path: Path, damage: str) -> None:
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    run(tasks)
    before = files(Path("out"))
    name, change = DAMAGE[damage]
    file = Path("out/strength.minutes=30") / name
    text = file.read_bytes().decode()
    file.write_bytes(change(text).encode())
    assert file.read_bytes().decode() != text
    table = file.with_name("plan.csv").read_bytes()
    (row,) = run(tasks)
    assert row.solved
    after = files(Path("out"))
    # A table that isn't known cell by cell may have been filled in: it is kept.
    kept = after.pop("strength.minutes=30/plan.csv.filled", None)
    assert kept == (table if damage in KEPT else None)
    if name == "plan.ics":  # what is no longer known begins anew
        del after["strength.minutes=30/plan.ics"], before["strength.minutes=30/plan.ics"]
    assert after == before


@pytest.mark.parametrize(
    "change", ["name: Another\n", "wishes: all\n"], ids=["read", "no scenario"]
)
def test_the_plan_of_another_scenario_stays(path: Path, change: str) -> None:
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    run(tasks)
    before = files(Path("out") / "strength.minutes=30")
    other = Path("other.yaml").absolute()
    other.write_text(f"{path.read_text('utf-8')}\n{change}", "utf-8")
    (row,) = run([replace(task, scenario=other) for task in tasks])
    assert (row.status, row.solved) == ("UNWRITTEN", False)
    assert "holds the plan of" in row.reasons[0]
    assert files(Path("out") / "strength.minutes=30") == before


@pytest.mark.parametrize("name", FILES)
def test_what_is_missing_is_done_again(path: Path, name: str) -> None:
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    run(tasks)
    before = files(Path("out"))
    (Path("out/strength.minutes=30") / name).unlink()
    (row,) = run(tasks)
    assert row.solved
    after = files(Path("out"))
    kept = after.pop("strength.minutes=30/plan.csv.filled", None)
    # Without plan.json nobody knows whether the table was filled in.
    assert kept == (before["strength.minutes=30/plan.csv"] if name == "plan.json" else None)
    assert after == before


@pytest.mark.parametrize("include", ["[strength]", "[mobility]", "[runs]"])
def test_a_calendar_need_not_hold_everything(path: Path, include: str) -> None:
    path.write_text(path.read_text("utf-8") + f"output: {{include: {include}}}\n", "utf-8")
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    assert [row.solved for row in (*run(tasks), *run(tasks))] == [True, False]


def test_what_a_killed_run_left_goes_and_nothing_else(path: Path) -> None:
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    folder = Path("out/strength.minutes=30")
    folder.mkdir(parents=True)
    long_ago = time.time() - 2 * STALE_S
    names = {
        ".plan.json.ab12cd_x.tmp": True,
        ".plan.ics.ab12cd_x.old": True,
        ".failure.json.ab12cd_x.tmp": True,
        ".plan.notes": False,
        ".plan.csv.mine": False,
        "failure.json": False,
    }
    for name in names:
        (folder / name).write_text("{}", "utf-8")
        os.utime(folder / name, (long_ago, long_ago))
    killed_just_now = folder / ".plan.csv.cd34ab_x.tmp"
    killed_just_now.touch()
    at_work = folder / ".plan.csv.ab12cd_x.tmp"
    with at_work.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert run(tasks)[0].planned
    assert at_work.exists(), "of another run, into the same folder at the same time"
    assert not killed_just_now.exists()
    assert {name: not (folder / name).exists() for name in names} == names


def test_what_a_killed_run_left_of_its_summary_goes(path: Path) -> None:
    Path("out").mkdir()
    names = {
        ".all.csv.ab12cd_x.tmp": True,
        ".all.csv.ab12cd_x.old": True,
        ".mine.csv.ab12cd_x.tmp": False,
    }
    for name in names:
        (Path("out") / name).write_text("athlete,sta", "utf-8")
    run(batches.cohort_tasks([path], Path("out")))
    assert {name: not (Path("out") / name).exists() for name in names} == names


def test_a_plan_that_is_no_longer_true_is_set_aside(path: Path) -> None:
    good = path.read_text("utf-8")
    tasks = batches.cohort_tasks([path], Path("out"))
    folder = Path("out/runner")
    run(tasks)
    before = files(folder)
    for text, status in (
        (good + "wekes: 1\n", "INVALID"),
        (impossible(), "INFEASIBLE"),
    ):
        path.write_text(text, "utf-8")
        for _ in range(2):
            assert [row.status for row in run(tasks)] == [status]
            assert {file.name for file in folder.iterdir()} == {
                "failure.json",
                *(f"{name}.outdated" for name in FILES),
            }
            assert json.loads((folder / "failure.json").read_bytes())["status"] == status
    path.write_text(good, "utf-8")
    assert run(tasks)[0].planned
    assert files(folder) == before, "the calendar goes on from the one that was imported"


def test_a_defect_leaves_no_earlier_plan(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = batches.cohort_tasks([path], Path("out"))
    run(tasks)
    path.write_text(path.read_text("utf-8") + "name: Another\n", "utf-8")
    monkeypatch.setattr("runtall.app.batch_task.solve_into", lambda *_, **__: 1 / 0)
    assert run(tasks)[0].status == "DEFECT"
    assert not any(Path("out/runner", name).exists() for name in (*FILES, "failure.json"))


def test_solving_alone_removes_the_failure(path: Path) -> None:
    good = path.read_text("utf-8")
    path.write_text(impossible(), "utf-8")
    run(batches.cohort_tasks([path], Path("out")))
    path.write_text(good, "utf-8")
    app.solve(path, Path("out/runner"))
    assert {file.name for file in Path("out/runner").iterdir()} == set(FILES)


def test_a_failure_that_is_not_ours_stays(path: Path) -> None:
    path.write_text(impossible(), "utf-8")
    foreign = Path("out/runner/failure.json")
    foreign.parent.mkdir(parents=True)
    foreign.write_text('{"why": "mine"}', "utf-8")
    (row,) = run(batches.cohort_tasks([path], Path("out")))
    assert row.status == "UNWRITTEN"
    assert row.reasons[0].startswith("out/runner/failure.json: was not written by runtall")
    assert foreign.read_text("utf-8") == '{"why": "mine"}'


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
    assert any(reason.startswith("locked-days: ") for reason in never.reasons)
    assert [reason.split(" ")[0] for reason in typo.reasons] == [
        "athletes/typo.yaml:2:15:",
        "athletes/typo.yaml:3:1:",
    ]
    assert nobody.reasons == ("athletes/nobody.yaml:1:1: there is no such file",)
    assert not Path("out/nobody").exists()
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
    monkeypatch.setattr("runtall.app.batch_task.solve_into", lambda *_, **__: OutOfTime())
    tasks = batches.sweep_tasks(path, ("strength.minutes=30",), Path("out"))
    (row,) = run(tasks)
    assert row.status == "UNKNOWN"
    assert "solver.effort" in row.reasons[0]
    assert run(tasks) == (row,), "tried again: it is no proof"


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
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr("runtall.app.batch_task.solve_into", broken)
    (row,) = run(batches.sweep_tasks(path, ("strength.minutes=30",), Path("out")))
    assert (row.status, row.reasons) == ("DEFECT", ("ZeroDivisionError: no such luck",))


@pytest.mark.parametrize(
    ("sets", "faults"),
    [
        (["strength.minuts=20,30"], ["--set strength.minuts=20: there is no such key"]),
        (["strength.minutes"], ["--set strength.minutes: allowed: key=value,value"]),
        (["weeks=6", "weeks=7"], ["--set weeks: given 2 times"]),
        (
            ["strength.minutes=20,30", "strength={minutes: 25}"],
            ["--set strength.minutes: is a part of strength, which is set, too"],
        ),
        (
            ["=3", "weeks=[1", "bogus=1", "name=a", "name=b", "runs.week.mon=easy", "runs={}"],
            [
                "--set =3: allowed: key=value,value",
                "--set weeks=[1: this is not YAML",
                "--set name: given 2 times",
                "--set runs.week.mon: is a part of runs",
                "--set bogus=1: there is no such key",
            ],
        ),
    ],
)
def test_all_bad_settings_are_told_before_anything_is_done(
    path: Path, sets: list[str], faults: list[str]
) -> None:
    with pytest.raises(task_lists.BadBatch) as caught:
        batches.sweep_tasks(path, sets, Path("out"))
    assert len(caught.value.faults) == len(faults)
    for found, expected in zip(caught.value.faults, faults, strict=True):
        assert found.startswith(expected)


def test_too_many_combinations_are_refused_before_one_is_made(path: Path) -> None:
    numbers = ",".join(map(str, range(1000)))
    sets = [f"{key}={numbers}" for key in ("weeks", "strength.minutes", "name")]
    words = r"^--set: 1000000000 combinations; allowed: 10000 at most; give fewer values$"
    with pytest.raises(task_lists.BadBatch, match=words):
        batches.sweep_tasks(path, sets, Path("out"))


def test_as_many_combinations_as_allowed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task_lists, "MOST", 4)
    sets = ["weeks=6,7,7", "strength.minutes=25,30"]
    assert len(batches.sweep_tasks(path, sets, Path("out"))) == 4
    with pytest.raises(task_lists.BadBatch, match="6 combinations"):
        batches.sweep_tasks(path, ["weeks=6,7,8", sets[1]], Path("out"))


def test_a_bad_scenario_and_bad_settings_are_told_together(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "wekes: 3\n", "utf-8")
    with pytest.raises(task_lists.BadBatch, match=r"(?s)--set =1: allowed.*wekes"):
        batches.sweep_tasks(path, ["=1"], Path("out"))


def test_what_every_combination_replaces_may_be_wrong() -> None:
    path = Path("file.yaml")
    path.write_text("race_date: 2027-04-25\nweeks: 6\nruns: {file: gone.csv}\n", "utf-8")
    Path("good.csv").write_text("date,kind\n2027-04-10,long\n2027-04-25,race\n", "utf-8")
    sets = ["runs.file=good.csv,none.csv"]
    good, none = run(batches.sweep_tasks(path, sets, Path("out")))
    assert good.planned
    assert none.reasons == ("--set runs.file=none.csv: none.csv: there is no such file",)
    with pytest.raises(task_lists.BadBatch, match=r"^file.yaml:3:8: runs.file: gone.csv: .*file$"):
        batches.sweep_tasks(path, ["strength.minutes=30"], Path("out"))
    path.write_text(path.read_text("utf-8") + "wekes: 6\n", "utf-8")
    with pytest.raises(
        task_lists.BadBatch, match=r"^file.yaml:4:1: wekes: there is no such key[^\n]*$"
    ):
        batches.sweep_tasks(path, sets, Path("out"))


def test_a_setting_that_is_no_good_is_named(path: Path) -> None:
    sets = ("strength.minutes=twenty", "availability.mon={minutes: 99}")
    (row,) = run(batches.sweep_tasks(path, sets, Path("out")))
    monday, minutes = sorted(row.reasons)
    assert minutes.startswith('--set strength.minutes=twenty: "twenty" is not a whole number')
    assert monday.startswith('--set availability.mon={"minutes": 99}: minutes: 99 is more than')


def test_all_athletes_that_are_in_each_others_way_are_told() -> None:
    here = write_athletes(Path("a"), 2, weeks=6)
    there = write_athletes(Path("b"), 2, weeks=6)
    odd = [Path("...yaml"), Path("..yaml"), Path("b/..")]
    with pytest.raises(task_lists.BadBatch) as caught:
        batches.cohort_tasks([*here, *there, here[0], *odd], Path("out"))
    assert caught.value.faults == (
        "b/..: there is no scenario in this folder, no .yaml file",
        *(f"{path}: names no athlete; give the file another name" for path in odd[:2]),
        "a/athlete-0000.yaml: given twice",
        "a/athlete-0000.yaml and b/athlete-0000.yaml: would share a folder; rename all but one",
        "a/athlete-0001.yaml and b/athlete-0001.yaml: would share a folder; rename all but one",
    )


def test_no_file_at_all_is_told_before_anything_is_done() -> None:
    with pytest.raises(task_lists.BadBatch, match=r"^athletes/\*\.yaml: there is no such file$"):
        batches.cohort_tasks([Path("athletes/*.yaml")], Path("out"))


@pytest.mark.parametrize("jobs", [0, -3])
def test_no_processes_no_work(jobs: int) -> None:
    with pytest.raises(ValueError, match="jobs"):
        batches.executor(jobs)


class TestSummary:
    """The summary takes nobody's place, which is found out before the work."""

    @pytest.fixture(autouse=True)
    def idle(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            "runtall.app.batch_task.solve_into", lambda *_, **__: pytest.fail("solved")
        )

    def refuse(self, tasks: Sequence[Task], words: str) -> None:
        with pytest.raises(CannotWrite, match=words):
            run(tasks)

    def test_a_file_of_somebody_else(self, path: Path) -> None:
        Path("out").mkdir()
        Path("out/all.csv").write_text("name,status\nAnn,fast\n", "utf-8")
        self.refuse(batches.cohort_tasks([path], Path("out")), "was not written by runtall")

    def test_a_folder(self, path: Path) -> None:
        Path("out/all.csv").mkdir(parents=True)
        self.refuse(batches.cohort_tasks([path], Path("out")), "is a folder, not a file")

    def test_a_folder_that_takes_no_file(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(**_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("runtall.exporters.folder.TemporaryFile", refuse)
        Path("out").mkdir()
        self.refuse(batches.cohort_tasks([path], Path("out")), "^out: permission denied$")

    def test_an_athlete(self, path: Path) -> None:
        tasks = batches.cohort_tasks([path.rename("all.csv.yaml")], Path("out"))
        self.refuse(tasks, "can't share this name")


def test_a_summary_is_replaced_by_another_of_other_keys(path: Path) -> None:
    run(batches.sweep_tasks(path, ["strength.minutes=30"], Path("out")))
    file = Path("out/all.csv")
    file.write_text("\ufeff" + file.read_text("utf-8").replace(",", ";"), "utf-8")
    run(batches.sweep_tasks(path, ["availability.mon=off"], Path("out")))
    assert [row["availability.mon"] for row in table()] == ["off"]


def test_rows_so_far_are_written_whatever_happens(path: Path) -> None:
    came: list[Row] = []

    def interrupt(row: Row) -> None:
        came.append(row)
        if len(came) == 2:
            raise KeyboardInterrupt

    tasks = batches.sweep_tasks(path, SETS, Path("out"))
    with pytest.raises(KeyboardInterrupt):
        batches.run(tasks, Path("out/all.csv"), here, interrupt)
    assert len(table()) == 2


@dataclass
class Clock:
    """Stands in for the module ``time``."""

    now: float = 0.0

    def monotonic(self) -> float:
        return self.now


def saved_at(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, rows: set[int], until: int
) -> dict[int, int]:
    """Let rows come at some seconds, and tell when so many of them are saved."""
    clock = Clock()
    monkeypatch.setattr("runtall.batch.tasks.time", clock)
    saved = {}

    def slow(_: Any, function: Any, tasks: Iterable[Any], __: Any) -> Iterator[Any]:
        waiting = iter(tasks)
        for second in range(until):
            clock.now = second
            yield function(next(waiting)) if second in rows else None

    def save(rows: Sequence[Row]) -> None:
        saved[int(clock.now)] = len(rows)

    monkeypatch.setattr("runtall.batch.tasks.unordered", slow)
    tasks = batches.sweep_tasks(path, ["weeks=6,7,8"], Path("out"))
    run_batch(tasks, lambda task: Row(task.number, {}, "LOST"), here, save, lambda _: None)
    return saved


def test_rows_so_far_are_saved_while_nothing_comes_but_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = saved_at(path, monkeypatch, rows={1, 30, 35}, until=60)
    assert saved == {11: 1, 30: 2, 41: 3}


def test_what_comes_last_is_saved_at_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert saved_at(path, monkeypatch, rows={1, 2}, until=3) == {2: 2}


def test_where_nothing_was_done_the_summary_stays(path: Path) -> None:
    def nobody() -> Any:
        raise NoCluster("nobody")

    tasks = batches.sweep_tasks(path, SETS[:1], Path("out"))
    run(tasks)
    with pytest.raises(NoCluster):
        run(tasks, nobody)
    assert len(table()) == 2


def test_the_summary_guards_spreadsheets() -> None:
    Path("=1+1.yaml").write_text("wekes: 1\n", "utf-8")
    run(batches.cohort_tasks([Path("=1+1.yaml")], Path("out")))
    (row,) = table()
    assert row["athlete"] == "'=1+1"


def test_processes_give_the_same_files(path: Path) -> None:
    tasks = batches.sweep_tasks(path, SETS, Path("out"))
    rows = run(tasks)
    before = files(Path("out"))
    other = batches.sweep_tasks(path, SETS, Path("again"))
    batch = batches.run(other, Path("again/all.csv"), partial(processes, 2), lambda _: None)
    assert batch.rows == rows
    assert files(Path("again")) == before


def test_a_folder_is_the_scenarios_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("kim.yml", "jo.yaml", "notes.txt", "runs.csv"):
        Path("club", name).parent.mkdir(exist_ok=True)
        Path("club", name).write_text("race_date: 2027-04-25\n", "utf-8")
    Path("sam.yaml").write_text("race_date: 2027-04-25\n", "utf-8")
    tasks = batches.cohort_tasks([Path("club"), Path("sam.yaml")], Path("plans"))
    assert [task.labels["athlete"] for task in tasks] == ["jo", "kim", "sam"]
    assert tasks[0].labels["scenario"] == str(Path("club", "jo.yaml"))
    Path("empty").mkdir()
    with pytest.raises(task_lists.BadBatch, match="empty: there is no scenario in this folder"):
        batches.cohort_tasks([Path("empty"), Path("sam.yaml")], Path("plans"))
