"""``runtall check`` on a plan.json that a program edited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runtall.rules.all import RULES
from tests.check.plans import scenario_path, solved
from tests.cli.run import Ran, runtall


@pytest.fixture
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    paths = solved("sample-week", tmp_path_factory).paths
    path = next(path for path in paths if path.suffix == ".json")
    plan: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return plan


def check(
    document: dict[str, Any], folder: Path, factory: pytest.TempPathFactory, *options: str
) -> Ran:
    path = folder / "edited.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return runtall("check", path, scenario_path("sample-week", factory), *options)


def test_a_session_without_rows_is_named(
    document: dict[str, Any], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    entries = document["sessions"][0]["entries"]
    document["sessions"][0]["entries"] = [e for e in entries if e["pattern"] != "pull"]
    ran = check(document, tmp_path, tmp_path_factory)
    assert ran.code == 5
    assert "template-content w01-D1-s1" in ran.out


def test_claimed_proofs_are_not_believed(
    document: dict[str, Any], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    document["sessions"] = document["sessions"][1:]
    assert document["status"] == "OPTIMAL"
    ran = check(document, tmp_path, tmp_path_factory, "--json")
    assert ran.code == 5
    answer = json.loads(ran.out)
    assert answer["rules"] == len(RULES)
    assert "weekly-sessions" in [v["rule"] for v in answer["violations"] if v["where"] == "w01"]
    assert all(set(v) == {"rule", "where", "found", "sentence"} for v in answer["violations"])


def test_a_moved_session_is_told_by_the_day_that_it_names(
    document: dict[str, Any], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    moved = document["sessions"][4]
    assert (moved["session_id"], moved["date"]) == ("w03-D1", "2027-01-18")
    moved["date"] = "2027-01-19"
    ran = check(document, tmp_path, tmp_path_factory)
    assert "w03-D1: moved from Mon 18 Jan to Tue 19 Jan; 5 labels still say Monday" in ran.err
    assert "follows" not in ran.out + ran.err, "no label stands alone"
