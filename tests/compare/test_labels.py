"""Names of what is compared: short, and never two the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.compare.labels import labels


def named(*paths: str) -> list[str]:
    return labels([Path(path) for path in paths])


def test_scenarios_by_stem_and_plans_by_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert named("scenarios/a.yaml", "plans/b/plan.json") == ["a", "b"]
    assert named("/plan.json") == ["plan"]
    (tmp_path / "mine" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "mine" / "old")
    assert named("plan.json", "../plan.json") == ["old", "mine"]


def test_what_would_be_the_same_keeps_its_path() -> None:
    assert named("a.yaml", "plans/a/plan.json", "b.yaml") == ["a.yaml", "plans/a/plan.json", "b"]
    assert named("a.yaml", "a.yaml") == ["a.yaml", "a.yaml (2)"]


def test_no_invented_name_is_that_of_another_file() -> None:
    assert named("a.yaml", "a.yaml", "a.yaml (2).yaml") == ["a.yaml", "a.yaml (3)", "a.yaml (2)"]


def test_no_plan_is_called_as_a_column_of_the_table() -> None:
    assert named("unit.yaml", "signs.yaml") == ["unit.yaml", "signs"]
    assert named("unit", "words") == ["unit (2)", "words (2)"]
