"""What is wrong with a scenario."""

from __future__ import annotations

from typing import NamedTuple

from runtall.documents.source import Path
from runtall.errors import FileFaults


class Finding(NamedTuple):
    """A fault before its place is looked up."""

    path: Path
    message: str


class ScenarioFaults(FileFaults):
    """A scenario that can't be used."""
