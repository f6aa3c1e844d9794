"""Tables that have what was run beside what was planned: the plan's rows and columns only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from runtall.importers.base import Notes
from runtall.importers.days.dates import written
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.header import MOSTLY
from runtall.importers.words.languages import LETTER, joining
from runtall.importers.words.titles import KEPT, spelling

# Columns, or rows, in which labels are looked for; words of a label; pairs that are no chance.
FIRST, MOST_WORDS, FEWEST = 4, 3, 2


def planned_only(grid: Grid, notes: Notes) -> tuple[Grid, tuple[str, ...]]:
    """Return a table without what was run, and the cells that are left out.

    Rows, or columns, of both stand beside each other: ``Plan`` and ``Actual``, for each week or
    day. One that is called done and has no other for the same is a part of the plan.
    """
    found, left = _without_actual(grid, notes, "rows")
    if left:
        return found, left
    found, left = _without_actual(grid.turned(), notes, "columns")
    if not left:
        return grid, ()
    turned = zip(grid.rows, zip(*(row.cells for row in found.rows), strict=True), strict=True)
    return replace(grid, rows=tuple(replace(row, cells=cells) for row, cells in turned)), left


def _without_actual(grid: Grid, notes: Notes, what: str) -> tuple[Grid, tuple[str, ...]]:
    """Return a table without the rows of what was run."""
    for index in range(min(FIRST, grid.width)):
        labels = ((at, row.cell(index)) for at, row in enumerate(grid.rows))
        kinds = {at: kind for at, label in labels if label[:1].isalpha() and (kind := _kind(label))}
        pairs = _pairs(grid.rows, kinds)
        actual = [at for at, kind in kinds.items() if kind == "actual"]
        if len(pairs) < max(FEWEST, MOSTLY * len(actual)):
            continue
        rows = {at: row for at, row in enumerate(grid.rows) if kinds.get(at) != "actual"}
        for plan, at in pairs.items():  # the first of both has the name of the week
            for before in range(index):
                if not rows[plan].cell(before):
                    rows[plan] = rows[plan].with_cell(before, grid.rows[at].cell(before))
        for at in kinds.keys() & rows.keys():
            if len(spelling(rows[at].cell(index)).split()) == 1:
                rows[at] = rows[at].with_cell(index, "")
        for at in actual:
            notes.warn(
                f"{what} of what was run left out, as the plan's count", grid.rows[at].example
            )
        left = tuple(cell for at in actual for cell in grid.rows[at].cells if cell)
        return replace(grid, rows=tuple(rows.values())), left
    return grid, ()


def _pairs(rows: Sequence[Row], kinds: dict[int, str]) -> dict[int, int]:
    """Return the row of what was run for each row of the plan: the next above or below it."""
    found: dict[int, int] = {}
    labelled = [*kinds]
    for place, at in enumerate(labelled):
        near = (*labelled[max(0, place - 1) : place], *labelled[place + 1 : place + 2])
        plans = (other for other in near if kinds[other] == "planned" and other not in found
                 and _may_be_same(rows[at], rows[other]))  # fmt: skip
        if kinds[at] == "actual" and (plan := next(plans, None)) is not None:
            found[plan] = at
    return found


def _may_be_same(one: Row, other: Row) -> bool:
    """Return whether two rows have no different days."""
    both = zip(one.cells, other.cells, strict=False)
    return not any(first != second and _is_day(first) and _is_day(second) for first, second in both)


def _is_day(cell: str) -> bool:
    return bool(cell) and (
        is_weekday(spelling(cell)) or bool((one := written(cell)) and one.orders)
    )


@lru_cache(maxsize=KEPT)
def _kind(cell: str) -> str:
    """Return whether a label says that something is ``planned`` or ``actual``; empty: neither."""
    plain = spelling(cell)
    if plain.count(" ") >= MOST_WORDS or not _words("planned", "actual").search(plain):
        return ""
    said = [name for name in ("planned", "actual") if _words(name).search(plain)]
    return said[0] if len(said) == 1 else ""


@cache
def _words(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{joining(*names)})(?!{LETTER})")
