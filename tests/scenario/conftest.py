"""A folder to write scenarios into, and two ways to read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from runtall.scenario import ScenarioFaults, read_scenario

if TYPE_CHECKING:
    from runtall.domain.scenario import Scenario


class Read(Protocol):
    def __call__(self, text: str | bytes, name: str = ..., **files: str) -> Scenario: ...


class Complaints(Protocol):
    def __call__(self, text: str | bytes, **files: str) -> list[str]: ...


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read a scenario from its text, with other files beside it (``runs_csv``: runs.csv)."""
    monkeypatch.chdir(tmp_path)

    def reading(text: str | bytes, name: str = "scenario.yaml", **files: str) -> Scenario:
        for key, content in files.items():
            Path(key.replace("_", ".")).write_text(content, encoding="utf-8")
        Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
        return read_scenario(Path(name))

    return reading


@pytest.fixture
def complaints(read: Read) -> Complaints:
    """Every line of complaint about a scenario's text."""

    def reading(text: str | bytes, **files: str) -> list[str]:
        with pytest.raises(ScenarioFaults) as caught:
            read(text, **files)
        assert str(caught.value) == "\n".join(map(str, caught.value.faults))
        return str(caught.value).split("\n")

    return reading
