"""Tables that stand side by side under the same header, weeks 1 to 8 beside 9 to 16: as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from runtall.domain.calendar import MOST_WEEKS
from runtall.importers.days.names import meaning, weekdays_of
from runtall.importers.days.week_names import names_week
from runtall.importers.days.week_numbers import week_number
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.header import FIRST_ROWS, WHEN
from runtall.importers.tables.month_planner import months_as_rows
from runtall.importers.tables.week_header import FEWEST_WEEKDAYS
from runtall.importers.words.titles import spelling

# Cells of a header that are no chance if they come again.
FEWEST = 2
# Rows that are looked at: those of the longest plan.
MOST_DAYS = 7 * MOST_WEEKS


def stacked(grid: Grid) -> Grid:
    """Return a table with the blocks that repeat its header below each other.

    Where the header comes again further down, each band of blocks is taken by itself. Columns
    beside the last block, a legend or remarks, follow below.
    """
    if months_as_rows(grid):
        return grid  # the weekdays of a month come again, and are those of one row
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        blocks = _blocks(row.cells)
        if len(blocks) > 1:
            above, below = grid.rows[:position], grid.rows[position + 1 :]
            header = _part(row, blocks[0])
            beside = range(blocks[-1].stop, max(len(one.cells) for one in grid.rows[position:]))
            aside = (_part(one, beside) for one in below if one.cells != row.cells)
            rows = (*above, header, *_stacked(below, blocks, row.cells), *filter(_says, aside))
            return replace(grid, rows=rows)
    return _weeks_stacked(grid) or grid


def _weeks_stacked(grid: Grid) -> Grid | None:
    """Return weeks that stand side by side, a row for each of their days, below each other.

    Each has its name above its weekdays, or above the dates beside them: ``Week 1 | | Week 7``, and
    ``Mon | 8 km | Mon | rest``.
    """
    of_weekdays = {index for index in range(grid.width) if _has_weekdays(grid, index)}
    if len(of_weekdays) < FEWEST:
        return None
    named = [
        (at, columns)
        for at, row in enumerate(grid.rows)
        if len(columns := [index for index, cell in enumerate(row.cells) if names_week(cell)]) > 1
    ]
    starts = max((columns for _, columns in named), key=len, default=[])
    if len(named) < FEWEST or not all({start, start + 1} & of_weekdays for start in starts):
        return None
    first, width = named[0][0], starts[1] - starts[0]
    blocks = [range(start, start + width) for start in starts]
    below = grid.rows[first:]
    aside = [_part(row, range(blocks[-1].stop, max(grid.width, blocks[-1].stop))) for row in below]
    edges = [*(at for at, _ in named), len(grid.rows)]
    one, two = (week_number(grid.rows[first].cell(start)) for start in starts[:2])
    # They go on to the right, or down as in columns of a newspaper.
    bands = [*pairwise(edges)] if one is not None and two == one + 1 else [(first, edges[-1])]
    parts = (
        _part(row, block)
        for start, end in bands
        for block in blocks
        for row in grid.rows[start:end]
    )
    return replace(grid, rows=(*grid.rows[:first], *filter(_says, parts), *filter(_says, aside)))


def _has_weekdays(grid: Grid, index: int) -> bool:
    """Return whether a column names whole weeks, a weekday in a row."""
    cells = [row.cell(index) for row in grid.rows[:MOST_DAYS]]
    days = weekdays_of(cells)
    return len({*days} - {None}) == 7 and 2 * (len(days) - days.count(None)) >= len(days)


def _says(row: Row) -> bool:
    return any(row.cells)


def _stacked(rows: Sequence[Row], blocks: Sequence[range], header: Sequence[str]) -> Iterator[Row]:
    band: list[Row] = []
    for row in (*rows, None):
        if row is not None and row.cells != header:
            band.append(row)
            continue
        for block in blocks:
            gap = False
            for one in band:
                part = _part(one, block)
                if any(part.cells):
                    yield replace(part, gap=one.gap or gap)
                gap = not any(part.cells)
        band = []


def _part(row: Row, block: range) -> Row:
    return replace(row, cells=tuple(row.cell(index) for index in block))


def _blocks(cells: Sequence[str]) -> list[range]:
    """Return the columns of each block of a header; one or none where nothing comes again."""
    names = [spelling(cell) for cell in cells]
    filled = [index for index, name in enumerate(names) if name]
    if len(filled) < 2 * FEWEST:
        return []
    first, last = filled[0], filled[-1] + 1
    for width in range(FEWEST, (last - first) // 2 + 2):
        block = [*names[first : first + width]]
        blocks: list[range] = []
        for start in range(first, last, width):
            if not _is_again(block, names[start : start + width]):
                break
            blocks.append(range(start, start + width))
        if len(blocks) > 1 and _tells_days(block):
            return blocks
    return []


def _is_again(block: Sequence[str], part: Sequence[str]) -> bool:
    """Return whether a part of a header is its first block; blank columns may miss at its end."""
    return [*part, *[""] * (len(block) - len(part))] == list(block)


def _tells_days(block: Sequence[str]) -> bool:
    """Return whether a header has a column for the day, or the days of a week."""
    filled = [name for name in block if name]
    days = {*weekdays_of(filled)} - {None}
    named = any(meaning(name)[0] in WHEN for name in filled)
    return len(filled) >= FEWEST and (named or len(days) >= FEWEST_WEEKDAYS)
