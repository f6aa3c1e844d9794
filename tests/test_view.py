"""A plan to look at: from a scenario, and from nothing but its ``plan.json``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from runtall import app, frames
from runtall.domain.view import PlanView
from runtall.exporters.unreadable import UnreadablePlan
from runtall.scenario import ScenarioFaults
from tests.solve import shipped


@pytest.mark.parametrize("name", ["sample-week", "eighteen-weeks", "travel-weeks", "signs"])
def test_plan_json_alone_is_enough(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved(name, tmp_path_factory)
    # Far from the scenario and its run plan file.
    path = Path(shutil.copy(solved.paths[2], tmp_path))
    view = app.plan(path)
    assert isinstance(view, PlanView)
    assert view.problem == solved.problem
    assert view.plan == solved.plan
    assert view.report == solved.report
    assert frames.violations(view).empty


def test_a_scenario_is_solved_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path)
    view = app.solve(shipped.path_of("twelve-weeks"))
    assert isinstance(view, PlanView)
    assert view.plan == shipped.solved("twelve-weeks", tmp_path_factory).plan
    assert list(tmp_path.iterdir()) == []


def edited(solved: app.Solved, folder: Path, **scenario: object) -> Path:
    document = json.loads(solved.paths[2].read_text("utf-8"))
    document["scenario"] |= scenario
    path = folder / "edited.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_faults_of_the_scenario_within_have_keys(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved("twelve-weeks", tmp_path_factory)
    with pytest.raises(ScenarioFaults, match=r"edited.json:1:1: weeks: 99"):
        app.plan(edited(solved, tmp_path, weeks=99))
    with pytest.raises(ScenarioFaults, match="no such key"):
        app.plan(edited(solved, tmp_path, wekes=12))
    with pytest.raises(ScenarioFaults, match="not another file"):
        app.plan(edited(solved, tmp_path, runs={"file": "runs.csv"}))


def test_a_plan_answers_the_scenario_that_it_holds(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved("twelve-weeks", tmp_path_factory)
    with pytest.raises(UnreadablePlan, match=r"edited.json: scenario_sha256: .* was changed"):
        app.plan(edited(solved, tmp_path, name="Another one"))


def test_other_files_are_no_plans_to_look_at(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved("twelve-weeks", tmp_path_factory)
    with pytest.raises(UnreadablePlan, match="holds no scenario; name the plan"):
        app.plan(solved.paths[1])
    with pytest.raises(UnreadablePlan, match="no such file"):
        app.plan(tmp_path / "nothing.json")
    with pytest.raises(UnreadablePlan, match="no such file"):
        app.plan(tmp_path)
    with pytest.raises(ScenarioFaults, match="File name too long"):
        app.plan(tmp_path / ("x" * 300))
    strange = tmp_path / "strange.json"
    strange.write_bytes(b"\xff")
    with pytest.raises(UnreadablePlan, match="not UTF-8"):
        app.plan(strange)


def test_names_of_files_and_folders_do_as_well_as_paths(tmp_path: Path) -> None:
    scenario = str(shipped.path_of("twelve-weeks"))
    solved = app.solve(scenario, str(tmp_path / "out"))
    assert isinstance(solved, app.Solved)
    assert app.plan(str(solved.paths[2])) == app.plan(solved.paths[2]) == app.plan(tmp_path / "out")
    assert app.check(str(solved.paths[1]), scenario).violations == ()
    table = tmp_path / "runs.csv"
    app.runs(str(shipped.path_of("own-calendar").with_suffix(".ics")), csv=str(table))
    assert app.runs(str(table)) == app.runs(table)
