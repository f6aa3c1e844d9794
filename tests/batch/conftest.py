"""Batches whose problems many tests share."""

from __future__ import annotations

import pytest

from tests.solve.once import solve_once


@pytest.fixture(autouse=True)
def solved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No problem is solved twice in this process."""
    monkeypatch.setattr("runtall.solve.planner.solve", solve_once)
