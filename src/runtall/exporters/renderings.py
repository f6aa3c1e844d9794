"""Renderings of a plan: files that are only written, for people to look at."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from runtall.errors import UserError
from runtall.exporters.export import Export
from runtall.exporters.markdown import OURS as COMMENT
from runtall.exporters.markdown import markdown
from runtall.exporters.plain_text import OURS as LAST_LINE
from runtall.exporters.plain_text import plain_text


class Rendering(NamedTuple):
    """A way to write a plan down.

    Parameters
    ----------
    write
        Returns the contents of the file.
    owns
        Returns at a glance whether runtall wrote a file.
    """

    write: Callable[[Export], bytes]
    owns: Callable[[bytes], bool]


def _page(export: Export) -> bytes:
    """Write ``plan.html``; what draws it is imported where somebody asks for it."""
    from runtall.exporters.page.plan import plan_page

    return plan_page(export, COMMENT)


# By suffix, or by whole name.
RENDERINGS: Mapping[str, Rendering] = MappingProxyType(
    {
        ".md": Rendering(
            markdown,
            lambda data: data.removeprefix(BOM_UTF8).lstrip().startswith(COMMENT.encode()),
        ),
        ".html": Rendering(_page, lambda data: COMMENT.encode() in data[:120]),
        ".txt": Rendering(plain_text, lambda data: data.rstrip().endswith(LAST_LINE.encode())),
    }
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
    asked = {name: found for name in names if (found := rendering_of(name))}
    return {name: rendering.write(export) for name, rendering in asked.items()}
