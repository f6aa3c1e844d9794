"""Styled text and columns on a terminal, for commands that can't wait for rich to be imported."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# Columns that the calendar needs; a terminal with fewer wraps lines, but hides nothing.
LEAST = 56
NO_BREAK = "\N{NO-BREAK SPACE}"
STYLED = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where text goes, how wide that is, and whether it shows styles.

    Parameters
    ----------
    colour
        None: as the file is a terminal or not.
    """

    file: TextIO
    width: int
    colour: bool | None = None

    def say(self, text: str, *, bold: bool = False, dim: bool = False) -> None:
        """Print a line; what is too long goes on below, under the first letter."""
        indent = " " * (len(text) - len(text.lstrip(" ")))
        parts = wrap(text, self.width, subsequent_indent=indent, break_on_hyphens=False)
        for line in parts:
            self.draw(typer.style(line.replace(NO_BREAK, " "), bold=bold or None, dim=dim or None))

    def draw(self, line: str) -> None:
        """Print a line that may hold styles, as it is."""
        typer.echo(line, file=self.file, color=self.colour)


def terminal() -> Terminal:
    """Return the standard output."""
    silent = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    width = max(shutil.get_terminal_size().columns, LEAST)
    return Terminal(sys.stdout, width, False if silent else None)


def columns(rows: Sequence[Sequence[str]], right: Collection[int], gap: int) -> list[str]:
    """Lay out a table; a cell may hold styles, and lines of its own.

    Parameters
    ----------
    right
        Columns that end at the right.
    gap
        Blanks between two columns.
    """
    cells = [[cell.split("\n") for cell in row] for row in rows]
    widths = [
        max(_seen(line) for cell in column for line in cell) for column in zip(*cells, strict=True)
    ]
    lines = []
    for row in cells:
        for parts in zip_longest(*row, fillvalue=""):
            padded = (
                _padded(part, width, at_right=index in right)
                for index, (part, width) in enumerate(zip(parts, widths, strict=True))
            )
            lines.append((" " * gap).join(padded).rstrip())
    return lines


def _seen(line: str) -> int:
    """Return how many columns of a terminal a line takes."""
    return len(STYLED.sub("", line))


def _padded(line: str, width: int, *, at_right: bool) -> str:
    blanks = " " * (width - _seen(line))
    return blanks + line if at_right else line + blanks
