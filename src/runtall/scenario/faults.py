"""Where in a scenario something is wrong."""

from __future__ import annotations

from typing import NamedTuple

from runtall.errors import Fault, UserError

Path = tuple[str | int, ...]
"""Keys and list indices from the top of the file."""


class Finding(NamedTuple):
    """A fault before its place is looked up."""

    path: Path
    message: str


class ScenarioFaults(UserError):
    """A scenario that can't be used; each fault has its place."""

    faults: tuple[Fault, ...]


def key_path(path: Path) -> str:
    """Write a path as people do: ``runs.week.mon[1].km``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            shown = step if len(step) <= 60 else step[:57] + "..."
            text += f".{shown}" if text else shown
    return text
