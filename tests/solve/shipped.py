"""The scenarios beside the sources, each solved once in a test session."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from runtall import app
from tests.solve.once import solve_once

FOLDER = Path(__file__).parents[2] / "scenarios"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.yaml"


def solved(name: str, factory: pytest.TempPathFactory) -> app.Solved:
    """The solved scenario, with its files in a folder that lives as long as the session."""
    return _solved(name, factory.getbasetemp() / "shipped" / name)


@cache
def _solved(name: str, folder: Path) -> app.Solved:
    with patch("runtall.solve.planner.solve", solve_once):
        answer = app.solve(path_of(name), folder)
    assert isinstance(answer, app.Solved), answer
    return answer
