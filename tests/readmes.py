"""The READMEs of the repository: their blocks, links and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("scenarios", "notebooks", "src", "tests")
"""Folders of the repository that have READMEs, besides its top."""

INSTALLING = (
    "pip install . && runtall solve scenarios/sample-week.yaml",
    'pip install -e ".[dev]" && pytest',
)
"""Commands that ``.ci/run`` takes from the README and runs in an environment of their own."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file that it is (or nothing), its text."""

    language: str
    name: str
    text: str


@dataclass(frozen=True)
class Page:
    """One README."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        found = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL)
        return tuple(Block(*match) for match in found)

    @cached_property
    def prose(self) -> str:
        """The text without its fenced blocks."""
        return re.sub(r"^```.*?^```$", "", self.text, flags=re.MULTILINE | re.DOTALL)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """What links to its headings end in."""
        headings = re.findall(r"^#+ (.*)$", self.prose, re.MULTILINE)
        return tuple(
            re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings
        )

    @cached_property
    def links(self) -> tuple[tuple[Path, str], ...]:
        """Each file that is linked to, and the anchor in it or nothing."""
        targets = re.findall(r"\]\(([^)]+)\)", self.prose)
        return tuple(
            ((self.path.parent / file).resolve() if file else self.path, anchor)
            for file, _, anchor in (target.partition("#") for target in targets)
        )

    def table(self, heading: str) -> dict[str, str]:
        """The first two columns of the first table below a heading, without backticks."""
        below = self.text.partition(f"# {heading}\n")[2]
        rows = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
        cells = [row.split(" | ") for row in rows[0].splitlines()[2:]] if rows else []
        return {row[0].removeprefix("| ").replace("`", ""): row[1] for row in cells}


PAGES = tuple(
    Page(path)
    for path in (
        ROOT / "README.md",
        ROOT / "notebooks" / "reference.md",
        *(
            path
            for folder in FOLDERS
            for path in sorted((ROOT / folder).rglob("README.md"))
            if "node_modules" not in path.parts
        ),
    )
)
BLOCKS = tuple(block for page in PAGES for block in page.blocks)
COMMANDS = tuple(
    dict.fromkeys(
        line
        for block in BLOCKS
        if block.language == "sh"
        for line in block.text.splitlines()
        if line.strip() and line not in INSTALLING
    )
)
"""Every command once, in the order in which somebody meets it who reads page after page."""


def page(name: str) -> Page:
    """The README with this path."""
    return next(page for page in PAGES if page.name == name)
