"""Tables with several columns for each weekday: ``Mon min | Mon zone | Tue min | Tue zone``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from runtall.importers.days.names import SPLIT, meaning, weekdays_of
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.cells import NUMBER, is_nothing
from runtall.importers.tables.header import FIRST_ROWS, MOSTLY
from runtall.importers.tables.week_header import FEWEST_WEEKDAYS
from runtall.importers.words.titles import spelling

LENGTHS = {"distance", "duration"}
# What is run; columns of other names have what was done, or what nobody plans.
PARTS = {*LENGTHS, "title", "type", "kind"}
# What is between a length without a unit and repetitions.
BESIDE_NUMBER = re.compile(r"(?<=^\d) (?=\d)|(?<=^\d\d) (?=\d)")


def with_days_whole(grid: Grid) -> Grid:
    """Return a table with the columns of each weekday as one, lengths first; any other as it is."""
    for position, header in enumerate(grid.rows[:FIRST_ROWS]):
        cells = [header.cell(index) for index in range(grid.width)]
        words = [[part for part in SPLIT.split(spelling(cell)) if part] for cell in cells]
        days = weekdays_of([word[0] if word else "" for word in words])
        groups = _groups(days)
        if len(groups) < FEWEST_WEEKDAYS:
            continue
        names = [" ".join(word[day is not None :]) for word, day in zip(words, days, strict=True)]
        below = grid.rows[position + 1 :]
        if below and _suffixes(names, groups) == {("",) * len(groups[0])}:
            under = [spelling(below[0].cell(index)) for index in range(len(names))]
            told = _suffixes(under, groups)
            if len(told) == 1 and any(meaning(name)[0] in PARTS for name in next(iter(told))):
                names, below = under, below[1:]
        said = _suffixes(names, groups)
        parts = _parts(said.pop(), groups, below) if len(said) == 1 else []
        if len(parts) < 2:
            continue
        heads = {group[0]: header.cell(group[0]) if not names[group[0]] else words[group[0]][0]
                 for group in groups}  # fmt: skip
        others = {index for group in groups for index in group[1:]}
        named = ("" if at in others else heads.get(at, c) for at, c in enumerate(cells))
        head = replace(header, cells=tuple(named))
        rows = (head if row.cells == header.cells else _whole(row, groups, parts) for row in below)
        return grid.with_rows(position, len(grid.rows), head, *rows)
    return grid


def _groups(days: Sequence[int | None]) -> list[list[int]]:
    """Return the columns of each weekday, as many for each; none where that isn't so."""
    groups: list[list[int]] = []
    for index, day in enumerate(days):
        if day is not None and (not groups or day != days[groups[-1][0]]):
            groups.append([index])
        elif groups:
            groups[-1].append(index)
    if not groups:
        return []
    size = len(groups[0])
    groups[-1] = groups[-1][:size]  # what stands beside the days is behind them
    whole = size > 1 and {*map(len, groups)} == {size}
    return groups if whole and len({days[group[0]] for group in groups}) == len(groups) else []


def _suffixes(names: Sequence[str], groups: Sequence[Sequence[int]]) -> set[tuple[str, ...]]:
    return {tuple(names[index] for index in group) for group in groups}


def _parts(
    names: Sequence[str], groups: Sequence[Sequence[int]], rows: Sequence[Row]
) -> list[tuple[int, str, str]]:
    """Return which columns of a day tell its run, with what they are for and their unit."""
    if not any(names):
        shares = [_share_of_numbers(rows, [group[at] for group in groups if at < len(group)])
                  for at in range(len(names))]  # fmt: skip
        named = ["distance" if share >= MOSTLY else "title" for share in shares]
        meanings = [(name, "") for name in named] if len({*named}) > 1 else []
    else:
        meanings = [meaning(name) if name else ("title", "") for name in names]
    found = [(at, *one) for at, one in enumerate(meanings) if one[0] in PARTS]
    return sorted(found, key=lambda part: part[1] not in LENGTHS)


def _share_of_numbers(rows: Sequence[Row], indices: Sequence[int]) -> float:
    """Return how many of the cells that say something in some columns are bare numbers."""
    cells = [cell for row in rows for cell in map(row.cell, indices) if not is_nothing(cell)]
    return sum(bool(NUMBER.fullmatch(cell.replace(",", "."))) for cell in cells) / (len(cells) or 1)


def _whole(row: Row, groups: Sequence[Sequence[int]], parts: Sequence[tuple[int, str, str]]) -> Row:
    """Return a row with the words of each day in its first column."""
    cells = [*row.cells, *[""] * (groups[-1][-1] + 1 - len(row.cells))]
    for group in groups:
        words = []
        for at, name, unit in parts:
            cell = cells[group[at]]
            if is_nothing(cell) or (name in LENGTHS and not cell.strip("0.,: ")):
                continue
            bare = name in LENGTHS and NUMBER.fullmatch(cell.replace(",", "."))
            words.append(f"{cell} {unit}:" if bare and unit else cell if bare else f"{cell}:")
        for index in group[1:]:
            cells[index] = ""
        cells[group[0]] = BESIDE_NUMBER.sub(": ", " ".join(words).rstrip(":"), count=1)
    return replace(row, cells=tuple(cells))
