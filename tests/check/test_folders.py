"""``runtall check`` on a folder: what ``plan.json`` knows counts for the files beside it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from runtall.exporters.folder import FILES
from tests.check.plans import scenario_path, solved
from tests.cli.run import runtall


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The solved plan's folder, to change."""
    paths = solved("short", tmp_path_factory).paths
    for path in paths:
        shutil.copy(path, tmp_path / path.name)
    return tmp_path


@pytest.fixture
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scenario_path("short", tmp_path_factory)


def change(path: Path, pattern: str, new: str) -> str:
    """Put other words in the place of a pattern's group, where it first fits; return its own."""
    text = path.read_bytes().decode()
    found = re.search(pattern, text)
    assert found
    path.write_bytes(f"{text[: found.start(1)]}{new}{text[found.end(1) :]}".encode())
    return found[1]


@pytest.mark.parametrize("name", ["", *FILES])
def test_after_a_change_of_the_scenario_nobody_is_said_to_have_edited(
    folder: Path, scenario: Path, name: str
) -> None:
    other = folder / scenario.name
    text = scenario.read_text("utf-8") + "  minutes: 25\n"
    other.write_text(text, "utf-8")
    ran = runtall("check", folder / name, other)
    label, *broken, _, verdict = ran.out.splitlines()
    assert label == (
        "label this is the plan of another scenario: it has other values of strength;"
        " its labels are not compared"
    )
    assert (ran.code, ran.err) == (5, "")
    assert broken[0].startswith("session-length w")
    assert "a label follows from nothing" in verdict


@pytest.mark.parametrize("said", ["17", "19", "21", "24"])
def test_a_length_of_a_session_that_nobody_changed_is_a_wrong_label(
    folder: Path, scenario: Path, said: str
) -> None:
    """Without ``plan.json`` other sets might explain it."""
    was = change(folder / "plan.csv", r"\nw02-D2,(?:[^,]*,){8}([0-9]+),", said)
    ran = runtall("check", folder, scenario)
    assert (ran.code, ran.err) == (5, "")
    assert f", minutes: '{said}' stands there, '{was}' follows" in ran.out


def test_a_title_of_a_session_that_nobody_changed_is_a_wrong_label(
    folder: Path, scenario: Path
) -> None:
    change(folder / "plan.ics", r"SUMMARY:Strength: push day\\, ([0-9]+) min", "16")
    ran = runtall("check", folder, scenario)
    assert (ran.code, ran.err) == (5, "")
    assert "SUMMARY: 'Strength: push day, 16 min' stands there" in ran.out


def test_a_set_that_somebody_changed_is_still_an_edit(folder: Path, scenario: Path) -> None:
    change(folder / "plan.csv", r"\nw03-D1,.*,Lat pulldown,pull,([0-9]),", "2")
    ran = runtall("check", folder, scenario)
    assert "plan.csv, w03-D1: sets of " in ran.err
    assert "plan.csv holds another plan than plan.json" in ran.err
    assert "w03-D1" not in ran.out.replace("w03-D1-s", "")
