"""Scenario files to run the command line on, in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from tests.solve.once import solve_once

RUNS = """\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
"""
LIGHT_EVE = "  days: {2027-04-24: rest}\n"


class Write(Protocol):
    def __call__(self, more: str = ..., *, weeks: int = ..., name: str = ...) -> Path: ...


@pytest.fixture(autouse=True)
def solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No problem is solved twice in this process."""
    monkeypatch.setattr("runtall.solve.planner.solve", solve_once)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a scenario that solves at once, with more keys; the working folder is its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("RUNTALL_DEBUG", raising=False)

    def writing(more: str = "", *, weeks: int = 8, name: str = "scenario.yaml") -> Path:
        path = Path(name)
        path.write_text(f"{RUNS}{LIGHT_EVE}weeks: {weeks}\n{more}\n", encoding="utf-8")
        return path

    return writing
