"""Names of what is compared: short, and never two the same."""

from __future__ import annotations

from pathlib import Path

from runtall.compare.labels import labels


def named(*paths: str) -> list[str]:
    return labels([Path(path) for path in paths])


def test_scenarios_by_stem_and_plans_by_folder() -> None:
    assert named("scenarios/a.yaml", "plans/b/plan.json") == ["a", "b"]
    assert named("plan.json") == ["plan"]


def test_what_would_be_the_same_keeps_its_path() -> None:
    assert named("a.yaml", "plans/a/plan.json", "b.yaml") == ["a.yaml", "plans/a/plan.json", "b"]
    assert named("a.yaml", "a.yaml") == ["a.yaml", "a.yaml (2)"]
