"""A plan that was read is not believed: what it claims is held against what it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runtall import app
from runtall.app.opening import open_file, remarks
from tests.solve import shipped

Edit = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("name", shipped.NAMES)
def test_a_plan_as_it_was_written_claims_nothing_false(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plan = shipped.solved(name, tmp_path_factory).paths[app.FILES.index("plan.json")]
    assert remarks(open_file(plan), plan) == ()


def set_nine(document: dict[str, Any]) -> None:
    document["sessions"][3]["entries"][0]["sets"] = 9


def lower(document: dict[str, Any]) -> None:
    document["stages"][1] |= {"value": 1, "bound": 1}


def unprove(document: dict[str, Any]) -> None:
    document["stages"][1]["bound"] = 1


def forget(document: dict[str, Any]) -> None:
    document["stages"].pop()
    document["run"]["stage_seconds"].pop()


EDITS: dict[str, tuple[Edit, list[str]]] = {
    "nine sets": (
        set_nine,
        [
            "breaks 5 rules (area-ceilings, ",
            "gives costs that aren't this plan's (tier",
            "gives costs of rules that aren't this plan's (",
        ],
    ),
    "a lower cost": (
        lower,
        ["gives costs that aren't this plan's (tier 2, days that do least harm: 1 instead of 294)"],
    ),
    "an open proof": (
        unprove,
        ["claims a proof, but values differ from bounds (days that do least harm)"],
    ),
    "a lower cost of a rule": (
        lambda document: document["costs"].update({"placement-after-long-run": 1}),
        ["gives costs of rules that aren't this plan's (placement-after-long-run: 1 instead of 0)"],
    ),
    "no costs": (
        lambda document: document["costs"].clear(),
        ["gives costs of rules that aren't this plan's ("],
    ),
    "no days": (
        lambda document: document["days"].clear(),
        ["gives days that aren't those of its scenario"],
    ),
    "another run": (
        lambda document: document["days"][5]["runs"][0].update(kind="easy"),
        ["gives days that aren't those of its scenario"],
    ),
    "a tier too few": (forget, ["gives the costs of 6 tiers; a plan has 7"]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_edited_is_told(
    edit: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved("sample-week", tmp_path_factory)
    document = json.loads(solved.paths[app.FILES.index("plan.json")].read_text("utf-8"))
    change, expected = EDITS[edit]
    change(document)
    path = tmp_path / "edited.json"
    path.write_text(json.dumps(document), "utf-8")
    said: list[str] = []
    app.plan(path, said.append)
    assert len(said) == len(expected)
    for line, start in zip(said, expected, strict=True):
        assert line.startswith(f"{path}: {start}")
