"""Text of any delimiter as a table."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from runtall.errors import Fault, FileFaults
from runtall.importers.base import no_run_plan
from runtall.importers.grid import MOST_CELLS, MOST_ROWS, Grid, Row
from runtall.importers.tables.fixed_width import with_tabs

DELIMITERS = ",;\t|"
# Rows that tell the delimiter.
SAMPLE = 60
# The line below the header of a table in a chat.
RULE = re.compile(r"[-+:=\s]+")
MARKDOWN_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
# A line break in a cell of Markdown.
BREAK = re.compile(r"(?i)\s*<br */?>\s*")
# A row's beginning within a cell: the quote before it was never closed.
SWALLOWED = re.compile(r"\n\s*\"?\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\"?[,;\t|]")
OPEN_QUOTE = 'a quote (") is opened here and not closed'


def read_delimited(text: str) -> Grid:
    """Split a text into rows and cells.

    Raises
    ------
    FileFaults
        Where the text is no table, too large a one, or has a quote that is never closed.
    """
    text = with_tabs(text)
    lines = [line.rstrip("\r\n") for line in io.StringIO(text, newline="")]
    if not any(line.strip() for line in lines):
        raise no_run_plan("the file is empty")
    delimiter, width = _delimiter(text)
    rows: list[Row] = []
    gap = False
    for line, cells in _rows(text, delimiter, width):
        if delimiter == "|":
            cells = ["" if RULE.fullmatch(cell) else BREAK.sub("\n", cell) for cell in cells]
        if len(cells) > MOST_CELLS:
            raise no_run_plan(f"line {line} has more than {MOST_CELLS} cells")
        if any(cells):
            if len(rows) > MOST_ROWS:
                raise no_run_plan(f"more than {MOST_ROWS} rows; this is no run plan")
            rows.append(Row(line, tuple(cells), gap))
        gap = not any(cells)
    if not rows:
        raise no_run_plan("the file is empty")
    return Grid(tuple(rows), column=partial(_column, lines, delimiter))


def _delimiter(text: str) -> tuple[str, int]:
    """Return the delimiter that cuts most rows into equally many cells, or that of Markdown.

    Those count most that begin with no blank, as words behind a comma do. And how many cells most
    rows have of those in which none does.
    """
    if any(map(MARKDOWN_RULE.fullmatch, text.splitlines())):
        return "|", 0

    def sample(delimiter: str) -> list[list[str]]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            return [cells for cells in islice(reader, SAMPLE) if len(cells) > 1]
        except csv.Error:
            return []

    def most(lengths: Iterable[int]) -> int:
        counted = Counter(lengths).items()
        return max(((length - 1) * count for length, count in counted), default=0)

    def score(rows: list[list[str]]) -> tuple[int, int]:
        return most(len(row) - sum(map(_is_parted, row[1:])) for row in rows), most(map(len, rows))

    samples = {delimiter: sample(delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda one: score(samples[one]))
    whole = Counter(len(cells) for cells in samples[best] if not any(map(_is_parted, cells[1:])))
    return best, max(whole, key=lambda length: whole[length], default=0)


def _rows(text: str, delimiter: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it begins in, from 1, and its cells without blanks around."""
    strict = True
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            if "limit" in str(error):
                raise no_run_plan(f"this is not a table: {error}") from None
            if reader.line_num > line or "end of data" in str(error):
                raise FileFaults(Fault("", line, 1, "", OPEN_QUOTE)) from None
            # A quote within a line is a sign like any other.
            cells = next(csv.reader([text.splitlines()[line - 1]], delimiter=delimiter))
        if cells is None:
            return
        if any("\n" in cell and SWALLOWED.search(cell) for cell in cells):
            raise FileFaults(Fault("", line, 1, "", OPEN_QUOTE))
        yield line, [cell.strip() for cell in _joined(cells, delimiter, width)]
        line = reader.line_num + 1


def _is_parted(cell: str) -> bool:
    """Return whether a cell begins with a blank, as words behind a comma do."""
    return cell[:1] == " " and bool(cell.strip())


def _joined(cells: list[str], delimiter: str, width: int) -> list[str]:
    """Return the cells of a row with those joined that a comma within words has parted.

    Nobody put "8 km, last 3 hard" in quotes: there are too many cells by as many as begin with a
    blank.
    """
    if not width or len(cells) <= width:
        return cells
    parted = [at for at, cell in enumerate(cells) if at and _is_parted(cell)]
    if len(cells) - width != len(parted):
        return cells
    joined: list[str] = []
    for at, cell in enumerate(cells):
        if at in parted:
            joined[-1] += delimiter + cell
        else:
            joined.append(cell)
    return joined


def _column(lines: Sequence[str], delimiter: str, line: int, index: int) -> int:
    """Return the column in which a cell begins; 1 if the row spans several lines."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    quoted, seen = False, 0
    for position, char in enumerate(text):
        if seen == index:
            return position + 1
        if char == '"':
            quoted = not quoted
        elif char == delimiter and not quoted:
            seen += 1
    return len(text) + 1 if seen == index else 1
