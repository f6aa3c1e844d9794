"""What runtall wrote and is no longer true is renamed, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.exporters.export import Export
from runtall.exporters.outdated import forget_outdated, set_aside
from runtall.exporters.renderings import RENDERINGS, write_renderings
from tests.exporters.formats import write_records
from tests.exporters.samples import NOW

ASKED = [f"my plan{key}" if key.startswith(".") else key for key in RENDERINGS]


@pytest.fixture(scope="module")
def files(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> dict[str, bytes]:
    export = Export(scenario, plan, report, NOW)
    return write_records(export) | write_renderings(export, ASKED)


@pytest.fixture
def folder(tmp_path: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    for name in ("notes.md", "notes.md.outdated", "plan.ics.outdated", "copy.csv"):
        (tmp_path / name).write_text("mine\n", "utf-8")
    (tmp_path / "photos.md").mkdir()
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_all_of_a_plan_is_set_aside_and_forgotten(folder: Path, files: dict[str, bytes]) -> None:
    (folder / "plan.ics.outdated").unlink()
    theirs = names(folder) - files.keys()
    set_aside(folder)
    assert names(folder) == theirs | {f"{name}.outdated" for name in files}
    forget_outdated(folder)
    assert names(folder) == theirs


def test_what_is_still_true_stays(folder: Path, files: dict[str, bytes]) -> None:
    before = names(folder)
    set_aside(folder, files)
    assert names(folder) == before
    changed = files | {ASKED[0]: b"another"}
    set_aside(folder, changed)
    assert names(folder) - before == {f"{ASKED[0]}.outdated"}
    assert before - names(folder) == {ASKED[0]}


def test_somebody_elses_outdated_file_stays(folder: Path) -> None:
    before = names(folder)
    forget_outdated(folder)
    assert names(folder) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    set_aside(tmp_path / "nowhere")
    forget_outdated(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
