"""The same question gets the same answer, to the byte, in every process."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from runtall import app
from tests.cli.run import COMMAND
from tests.solve import shipped

PLAIN = """\
race_date: 2027-04-25
weeks: 6
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
"""
RELAXED = PLAIN + "availability: {mon: off, wed: off, thu: off, sun: off}\n"


def solve(scenario: Path, folder: Path, **environment: str) -> Path:
    """Solve in a process of its own."""
    usual = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [*COMMAND, "solve", scenario, "-q", "-o", folder, "--export-model", folder / "models"],
        env=usual | environment,
        check=True,
    )
    return folder


def without_run(path: Path) -> dict[str, object]:
    document: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    assert document.pop("run")
    return document


@pytest.mark.parametrize("name", ["tune-up-race", "relaxed"])
def test_hash_seeds_change_nothing(name: str, tmp_path: Path) -> None:
    scenario = tmp_path / "relaxed.yaml" if name == "relaxed" else shipped.path_of(name)
    if name == "relaxed":
        scenario.write_text(RELAXED, encoding="utf-8")
    one, other = (
        solve(scenario, tmp_path / seed, PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1700000000")
        for seed in ("1", "4242")
    )
    for file in ("plan.csv", "plan.ics"):
        assert (one / file).read_bytes() == (other / file).read_bytes(), file
    assert without_run(one / "plan.json") == without_run(other / "plan.json")
    models = sorted(path.name for path in (one / "models").iterdir())
    assert models == sorted(path.name for path in (other / "models").iterdir())
    assert models
    for model in models:
        assert (one / "models" / model).read_bytes() == (other / "models" / model).read_bytes()


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario that is solved into ``out`` already."""
    scenario = tmp_path / "plain.yaml"
    scenario.write_text(PLAIN, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    app.solve(scenario, tmp_path / "out")
    return scenario


def test_solving_again_leaves_the_calendar_alone(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "out" / name for name in ("plan.ics", "plan.csv")]
    before = [path.read_bytes() for path in files]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    app.solve(plain, tmp_path / "out")
    assert [path.read_bytes() for path in files] == before
    assert b"20231114T221320Z" in before[0]


def test_other_wishes_stamp_only_what_they_change(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.write_text(PLAIN + "output: {include: [strength]}\n", encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    app.solve(plain, tmp_path / "out")
    text = (tmp_path / "out" / "plan.ics").read_text(encoding="utf-8")
    events = text.split("BEGIN:VEVENT")[1:]
    cancelled = [event for event in events if "STATUS:CANCELLED" in event]
    assert cancelled
    assert cancelled == [event for event in events if "CATEGORIES:Mobility" in event]
    assert all("SEQUENCE:1" in event for event in cancelled)
    # What mobility is stands in its own events, or else in the first event of all.
    first = [event for event in events if "SUMMARY:How this plan works" in event]
    stamped = [event for event in events if "20270115T080000Z" in event]
    assert sorted(stamped) == sorted(first + cancelled)
