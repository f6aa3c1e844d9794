"""Weeks side by side that count down to the race, and none is called a week: ``9 to go``."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from runtall.importers.days.names import may_be_weekday, meaning
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.header import FIRST_ROWS
from runtall.importers.words.lengths import distance, minutes
from runtall.importers.words.titles import spelling

# What stands around a number: the same around each, but for an ending: "2 weeks", "1 week".
COUNT = re.compile(r"(?P<before>\D*?)(?P<number>\d{1,2})(?P<after>\D*)")
STEM = 3
# Weeks that are no chance.
FEWEST = 3
# What stands before the week of the race.
LAST = "1"
# What columns behind the weeks are for.
ASIDE = {"description", "other", "total", "distance", "duration"}
TO_GO = "Weeks to go"


def with_countdown(grid: Grid) -> Grid:
    """Return a table whose first row that counts down is called what it counts.

    Of ``10 to go``, ``-10`` and ``a 10 semanas`` the number stays, and ``race week`` its name.
    """
    for at, row in enumerate(grid.rows[:FIRST_ROWS] if grid.width > FEWEST else ()):
        if may_be_weekday(row.cell(0)):
            break
        if numbers := _counted_down(row):
            cells = (TO_GO, *(numbers.get(to, cell) for to, cell in enumerate(row.cells) if to))
            return grid.with_rows(at, at + 1, Row(row.line, cells, row.gap))
    return grid


def _counted_down(row: Row) -> dict[int, str]:
    """Return the numbers of cells that fall by one each, by their places; none where few do."""
    filled = [(at, cell) for at, cell in enumerate(row.cells) if at and cell]
    read = [(at, found) for at, cell in filled if (found := COUNT.fullmatch(spelling(cell)))]
    steps = pairwise(read)
    count = 1 + sum(1 for _ in takewhile(lambda pair: _follows(pair[0][1], pair[1][1]), steps))
    if count < FEWEST or [at for at, _ in read[:count]] != [at for at, _ in filled[:count]]:
        return {}
    cells = [cell for _, cell in filled[:count]]
    if any(distance(cell) or minutes(cell) for cell in cells):
        return {}
    numbers = {at: found["number"] for at, found in read[:count]}
    for at, cell in filled[count : count + 1]:
        if read[count - 1][1]["number"] == LAST and meaning(cell)[0] not in ASIDE:
            numbers[at] = "0"  # "Race", whatever it is called
    return numbers


def _follows(one: re.Match[str], later: re.Match[str]) -> bool:
    """Return whether a count is one less than another, in the same words."""
    return int(one["number"]) == int(later["number"]) + 1 and _stems(one) == _stems(later)


def _stems(found: re.Match[str]) -> list[str]:
    return [word[:STEM] for side in ("before", "after") for word in found[side].split()]
