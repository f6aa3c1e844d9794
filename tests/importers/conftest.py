"""A run plan read from its text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str, **how: object) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, **how)  # type: ignore[arg-type]

    return loading
