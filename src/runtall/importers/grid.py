"""A table as cells that know where they stand, whatever it was read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from runtall.errors.words import shown

MOST_ROWS = 20_000
# Cells of a row.
MOST_CELLS = 200


def _next(line: int, index: int) -> int:
    """Return the column of a cell in a sheet."""
    return index + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row that isn't blank.

    Parameters
    ----------
    line
        Where it begins, from 1.
    gap
        A blank row stands above it.
    """

    line: int
    cells: tuple[str, ...]
    gap: bool = False

    def cell(self, index: int) -> str:
        """Return a cell, empty beyond the row's end."""
        return self.cells[index] if index < len(self.cells) else ""

    def with_cell(self, index: int, text: str) -> Row:
        """Return the row with another cell, behind empty ones beyond its end."""
        before = (*self.cells[:index], *[""] * (index - len(self.cells)))
        return replace(self, cells=(*before, text, *self.cells[index + 1 :]))

    @property
    def only_cell(self) -> str:
        """The cell of a row that has one; empty where it has more."""
        filled = [*filter(None, self.cells)]
        return filled[0] if len(filled) == 1 else ""

    @property
    def example(self) -> str:
        """The row as a warning names it."""
        return f"{shown(' '.join(filter(None, self.cells))[:40])} in line {self.line}"


@dataclass(frozen=True)
class Grid:
    """The rows of a table that aren't blank.

    Parameters
    ----------
    sheet
        Name of the sheet in a workbook.
    column
        Returns the column, from 1, in which a cell begins, by its line and index.
    """

    rows: tuple[Row, ...]
    sheet: str = ""
    column: Callable[[int, int], int] = field(default=_next, compare=False)

    @cached_property
    def width(self) -> int:
        """Cells of the longest row."""
        return max((len(row.cells) for row in self.rows), default=0)

    def with_rows(self, start: int, end: int, *rows: Row) -> Grid:
        """Return the table with other rows in place of some, or between two."""
        return replace(self, rows=(*self.rows[:start], *rows, *self.rows[end:]))

    def nothing_below(self, header: int) -> str:
        """Say that no runs stand below a header, and which lines that and the next one are."""
        missing = "there are no runs below the header"
        below = self.rows[header + 1 :]
        if header < 0 or not below:
            return missing
        return f"{missing}, {self.rows[header].example}; the next row is {below[0].example}"

    def squared(self) -> Grid:
        """Return the table with as many cells in each row, the last ones empty."""
        width = self.width
        rows = ([*row.cells, *[""] * (width - len(row.cells))] for row in self.rows)
        cells = zip(self.rows, map(tuple, rows), strict=True)
        return replace(self, rows=tuple(replace(row, cells=padded) for row, padded in cells))

    def turned(self) -> Grid:
        """Return the table with its columns as rows; each row has the number of its column."""
        rows = tuple(
            Row(index + 1, tuple(row.cell(index) for row in self.rows))
            for index in range(self.width)
        )
        return Grid(tuple(row for row in rows if any(row.cells)), self.sheet)
