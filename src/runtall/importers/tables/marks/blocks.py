"""Which rows and columns of a table carry days and weeks: its blocks, beside and below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from runtall.importers.days.day_lines import day_lines
from runtall.importers.days.names import meaning
from runtall.importers.grid import Grid
from runtall.importers.tables.header import LONGEST_NAME, kind_of
from runtall.importers.tables.marks.cells import (
    FEWEST_DAYS,
    NO_MARK,
    Mark,
    Marks,
    heads_days,
    marks_of,
)

# Characters of a cell that has no days of its own.
SHORT = 4
# Rows above a block in which its columns are named, and what names its days.
ABOVE, WHEN = 4, {"day", "weekday", "date"}
# What a title of a plan has beside a number: "12 weeks".
WEEKS = {"week", "to_go"}


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows and columns that have what is run.

    Parameters
    ----------
    head
        The row that names their days, or the columns that do; none: each cell does itself.
    left
        The first column that may name its weeks.
    """

    rows: range
    columns: range
    head: tuple[int, ...]
    across: bool
    left: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, what its cells name, and its blocks."""

    grid: Grid
    marks: Marks
    blocks: list[Block] = field(default_factory=list)

    @classmethod
    def of(cls, grid: Grid) -> Sheet:
        """Find the blocks of a table."""
        sheet = cls(grid, marks_of(grid))
        sheet.blocks.extend(sheet._across())
        sheet.blocks.extend(sheet._down())
        sheet.blocks.extend(sheet._inside() if not sheet.blocks else ())
        return sheet

    def cell(self, row: int, column: int) -> str:
        """Return a cell, empty outside of the table."""
        return self.grid.rows[row].cell(column)

    def _across(self) -> Iterator[Block]:
        """Yield the blocks below rows of days."""
        heads: list[int] = []
        for at, row in enumerate(self.marks):
            dates = [mark.day for mark in row if mark.day]
            whole = dates and len(dates) == sum(map(bool, self.grid.rows[at].cells))
            if heads_days(row) or (whole and heads):
                heads.append(at)
        for at, end in pairwise([*heads, len(self.marks)]):
            segments: list[list[int]] = [[]]
            seen: set[tuple[int, ...]] = set()
            for index, mark in enumerate(self.marks[at]):
                if mark.is_day and mark.days and mark.days in seen:
                    segments.append([])
                    seen.clear()
                if mark.is_day:
                    segments[-1].append(index)
                    seen.add(mark.days)
            most = max(map(len, segments))
            before = 0
            for columns in segments:
                if 2 * len(columns) <= most:
                    continue
                width = min((b - a for a, b in pairwise(columns)), default=1)
                stop = columns[-1] + 1
                last = min(columns[-1] + width, self.grid.width)
                while stop < last and not self.cell(at, stop):
                    stop += 1
                yield Block(range(at + 1, end), range(columns[0], stop), (at,), True, before)
                before = stop

    def _down(self) -> Iterator[Block]:
        """Yield the blocks beside columns of days."""
        inside = {(row, column) for one in self.blocks for column in one.columns
                  for row in (*one.head, *one.rows)}  # fmt: skip
        groups: list[list[int]] = []
        for index in range(self.grid.width):
            free = [NO_MARK if (at, index) in inside else row[index]
                    for at, row in enumerate(self.marks)]  # fmt: skip
            if not heads_days([Mark(one.days, one.day) for one in free if not one.words]):
                continue
            if groups and index - groups[-1][-1] == 1:
                groups[-1].append(index)
            else:
                groups.append([index])
        ends = [group[0] for group in groups[1:]]
        before = 0
        for group, end in zip(groups, [*ends, self.grid.width], strict=False):
            days = [at for at, row in enumerate(self.marks)
                    if any(row[index].is_day for index in group)]  # fmt: skip
            columns = range(group[0] + 1, end)
            words = any(self.cell(at, index) for at in days for index in columns)
            if len(groups) == 1 and not words:
                columns = range(group[0])
            if columns:
                yield Block(range(days[0], len(self.marks)), columns, tuple(group), False, before)
            before = group[-1] + 1

    def _inside(self) -> Iterator[Block]:
        """Yield the block of cells that begin with their own days, where enough do.

        In one column they are lines of text, and no table.
        """
        own = {(at, index): {line.weekday for line in day_lines([cell])[0]} - {None}
               for at, row in enumerate(self.grid.rows)
               for index, cell in enumerate(row.cells) if len(cell) > SHORT}  # fmt: skip
        places = [place for place, days in own.items() if days]
        if len(set[int | None]().union(*own.values())) >= FEWEST_DAYS and self.grid.width > 1:
            start = min(index for _, index in places)
            rows = range(min(at for at, _ in places), len(self.grid.rows))
            yield Block(rows, range(start, self.grid.width), (), False)

    def headers(self, block: Block) -> dict[int, dict[int, str]]:
        """Return the rows of a block, or above it, that name its columns, and their names."""
        found: dict[int, dict[int, str]] = {}
        start = block.rows.start
        above = range(max(0, start - ABOVE), start) if not block.across else block.head
        for at in (*above, *block.rows):
            row = self.grid.rows[at]
            names = {index: cell for index in block.columns
                     if (cell := row.cell(index)) and len(cell) <= LONGEST_NAME
                     and not self.marks[at][index].week
                     and not (_has_digit(cell) and meaning(cell)[0] in WEEKS)}  # fmt: skip
            beside = {meaning(row.cell(to))[0] for to in block.head} if not block.across else set()
            if (
                block.head
                and not block.across
                and at in above
                and not any(meaning(cell)[0] for cell in names.values())
                and not _are_kinds(names.values())
            ):
                continue
            if "other" in beside or (at in above and row.only_cell and not block.across):
                continue
            if at not in above:
                known = [meaning(cell)[0] for cell in names.values() if not _has_digit(cell)]
                by_head = any(meaning(row.cell(index))[0] in WHEN for index in block.head)
                again = not block.across and names and names in found.values()
                below = block.across and at <= start + 1 and len(known) > 1 and all(known)
                below = below and len(known) == len(names) and len({*known}) > 1
                if not ((not block.across and by_head and known) or again or below):
                    continue
            found[at] = names
        return found


def _are_kinds(headers: Iterable[str]) -> bool:
    """Return whether each column is for a kind of run, and not all for the same."""
    kinds = [kind_of(one) for one in headers]
    return all(kinds) and len({*kinds}) > 1


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))
