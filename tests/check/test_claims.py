"""A plan that was read is not believed: what it claims is held against what it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runtall import app
from runtall.app.opening import open_file, remarks
from runtall.exporters.folder import FILES
from tests.solve import shipped

Edit = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("name", shipped.NAMES)
def test_a_plan_as_it_was_written_claims_nothing_false(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plan = shipped.solved(name, tmp_path_factory).paths[FILES.index("plan.json")]
    assert list(remarks(open_file(plan), plan)) == []


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
            "w02-D2: sets of Push-up changed by hand; 1 label still follows what it was",
        ],
    ),
    "a lower cost": (
        lower,
        [
            """status: '"OPTIMAL"' stands there, '"FEASIBLE"' follows""",
            "stages[1].value: '1' stands there, '294' follows",
            """stages[1].status: '"OPTIMAL"' stands there""",
        ],
    ),
    "an open proof": (
        unprove,
        [
            """status: '"OPTIMAL"' stands there, '"FEASIBLE"' follows""",
            """stages[1].status: '"OPTIMAL"' stands there""",
        ],
    ),
    "a lower cost of a rule": (
        lambda document: document["costs"].update({"placement-after-long-run": 1}),
        ["costs.placement-after-long-run: 1 follows from nothing in the plan"],
    ),
    "no costs": (
        lambda document: document["costs"].clear(),
        [*["costs."] * 3, "and "],
    ),
    "no days": (
        lambda document: document["days"].clear(),
        [*["days[0]."] * 3, "and "],
    ),
    "another run": (
        lambda document: document["days"][5]["runs"][0].update(kind="easy"),
        ["days[5].runs[0].kind: "],
    ),
    "a tier too few": (forget, [*["stages[6]."] * 3, "and "]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_edited_is_told(
    edit: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved("sample-week", tmp_path_factory)
    document = json.loads(solved.paths[FILES.index("plan.json")].read_text("utf-8"))
    change, expected = EDITS[edit]
    change(document)
    path = tmp_path / "edited.json"
    path.write_text(json.dumps(document), "utf-8")
    said: list[str] = []
    app.plan(path, said.append)
    assert len(said) == len(expected)
    for line, start in zip(said, expected, strict=True):
        assert line.startswith(f"{path}: {start}")


def test_costs_are_worked_out_again(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    solved = shipped.solved("sample-week", tmp_path_factory)
    document = json.loads(solved.paths[FILES.index("plan.json")].read_text("utf-8"))
    lower(document)
    path = tmp_path / "edited.json"
    path.write_text(json.dumps(document), "utf-8")
    read = app.plan(path, lambda _: None)
    assert read.plan == solved.plan
    assert read.report.stages[1].value == solved.report.stages[1].value
    assert read.report.status == "FEASIBLE"
