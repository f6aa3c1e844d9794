"""Tables whose columns stand below each other, parted by blanks: as rows with tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from runtall.importers.days.names import weekdays_of
from runtall.importers.days.week_names import names_week
from runtall.importers.tables.single_blanks import with_columns

# Words of a cell have one blank between them.
CELL = re.compile(r"\S+(?: \S+)*")
# Columns of days, or of weeks, that make a header.
FEWEST = 3
SEPARATORS = re.compile(r"[,;\t|]")


def with_tabs(text: str) -> str:
    """Return a text with tabs between the columns of such a table; any other as it is."""
    lines = text.expandtabs().splitlines() if "\t" not in text else []
    header = next((line for line in lines if _is_header(line)), None)
    if header is None or not re.search("  ", header):
        return with_columns(text)
    starts = [cell.start() for cell in CELL.finditer(header)]
    below = lines[lines.index(header) + 1 :]
    in_columns = [line for line in below if len(CELL.findall(line)) >= FEWEST]
    if 2 * len(in_columns) < sum(map(bool, map(str.strip, below))):
        return text
    found = [
        line if len(CELL.findall(line)) < 2 else "\t".join(_cells(line, starts)) for line in lines
    ]
    return "\n".join(found)


def _is_header(line: str) -> bool:
    cells = [] if SEPARATORS.search(line) else CELL.findall(line)
    days = len({*weekdays_of(cells)} - {None}) if len(cells) >= FEWEST else 0
    return days >= FEWEST or sum(map(names_week, cells)) >= FEWEST


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    """Cut a line where the columns begin, or at its gaps where words lie across those."""
    edges = [0, *(start for start in starts if start), len(line) + 1]
    if all(start >= len(line) or line[start - 1] == " " for start in edges[1:-1]):
        return [line[start:end].strip() for start, end in pairwise(edges)]
    found = CELL.findall(line)
    if len(found) >= len(starts):
        return found
    by_place = [""] * (len(edges) - 1)
    for cell in CELL.finditer(line):
        middle = (cell.start() + min(cell.end(), cell.start() + FEWEST)) // 2
        place = sum(start <= middle for start in edges[1:-1])
        by_place[place] = f"{by_place[place]} {cell[0]}".strip()
    return by_place
