"""Renderings of a plan: files that are only written, for people to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from runtall.errors import UserError
from runtall.exporters.export import Export
from runtall.exporters.markdown import Markdown
from runtall.exporters.plain_text import PlainText
from runtall.exporters.plan_page import PlanPage


class Rendering(Protocol):
    """A way to write a plan down, into one file or many."""

    def write(self, export: Export, name: str) -> Mapping[str, bytes]:
        """Return the contents of each file by name; `name` is what the runner asked for."""

    def owns(self, data: bytes) -> bool:
        """Return at a glance whether runtall wrote a file."""


# By suffix, or by whole name.
RENDERINGS: Mapping[str, Rendering] = MappingProxyType(
    {".md": Markdown(), ".html": PlanPage(), ".txt": PlainText()}
)


class NoRendering(UserError):
    """Renderings that can't be written; ``faults`` holds one line for each."""


def rendering_of(name: str) -> Rendering | None:
    """Return the rendering that is written under a name, if there is one."""
    return RENDERINGS.get(name) or RENDERINGS.get(Path(name).suffix.lower())


def expect_renderings(names: Iterable[str]) -> None:
    """Check that every name tells a rendering beside the plan.

    Raises
    ------
    NoRendering
        With every such name, and what is allowed.
    """
    faults = []
    for name in names:
        if name != Path(name).name:
            faults.append(f"--also: {name}: name a file; it is written beside the plan")
        elif rendering_of(name) is None:
            allowed = ", ".join(f"<name>{key}" if key[0] == "." else key for key in RENDERINGS)
            faults.append(f"--also: {name}: can't be written; allowed: {allowed}")
    if faults:
        raise NoRendering(*faults)


def write_renderings(export: Export, names: Iterable[str]) -> dict[str, bytes]:
    """Return the files of all renderings that are asked for, by name."""
    asked = [(name, rendering_of(name)) for name in names]
    written = (rendering.write(export, name) for name, rendering in asked if rendering)
    return {name: data for files in written for name, data in files.items()}
