"""Everything that is wrong with a scenario, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from runtall.scenario.words import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[str | int, ...]
"""Keys and list indices from the top of the file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a scenario file or its run plan file.

    Parameters
    ----------
    file
        The file as the runner named it.
    line, column
        Where, both from 1.
    key_path
        Keys down to it, ``strength.fix[0].day``; empty for the file as a whole.
    message
        What is wrong, what is allowed, and perhaps what was meant.
    """

    file: str
    line: int
    column: int
    key_path: str
    message: str

    def __str__(self) -> str:
        key = f"{self.key_path}: " if self.key_path else ""
        return printable(f"{self.file}:{self.line}:{self.column}: {key}{self.message}")


class Finding(NamedTuple):
    """A fault before its place is looked up."""

    path: Path
    message: str


class ScenarioFaults(Exception):
    """A scenario that can't be used; ``faults`` holds all that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        unique = dict.fromkeys(faults)
        self.faults = tuple(unique)
        super().__init__("\n".join(map(str, self.faults)))


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
