"""A table of any delimiter, whose cells know where they stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from runtall.importers.base import no_run_plan

DELIMITERS = ",;\t|"
MOST_ROWS = 20_000
# Cells of a row.
MOST_CELLS = 200


@dataclass(slots=True)
class Table:
    """The rows of a text that aren't blank.

    Parameters
    ----------
    lines
        The text's lines, to find a cell's column in.
    """

    text: str
    delimiter: str
    lines: list[str]

    @classmethod
    def of(cls, text: str) -> Table:
        """Split a text into lines and find its delimiter."""
        lines = [line.rstrip("\r\n") for line in io.StringIO(text, newline="")]
        first = next((line for line in lines if line.strip()), "")
        if not first:
            raise no_run_plan("the file is empty")
        return cls(text, max(DELIMITERS, key=first.count), lines)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row with the line it begins in, from 1.

        Raises
        ------
        FileFaults
            Where the text is no table, or too large a one.
        """
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter)
        line, count = 1, 0
        try:
            for cells in reader:
                if len(cells) > MOST_CELLS:
                    raise no_run_plan(f"line {line} has more than {MOST_CELLS} cells")
                if any(cell.strip() for cell in cells):
                    count += 1
                    if count > MOST_ROWS + 1:
                        raise no_run_plan(f"more than {MOST_ROWS} rows; this is no run plan")
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise no_run_plan(f"this is not a table: {error}") from None
        if not count:
            raise no_run_plan("the file is empty")

    def header(self) -> list[str]:
        """Return the cells of the first row, in lower case."""
        _, cells = next(self.rows())
        return [cell.strip().lower() for cell in cells]

    def column(self, line: int, index: int) -> int:
        """Return the column, from 1, in which a cell begins; 1 if the row spans several lines."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        quoted, seen = False, 0
        for position, char in enumerate(text):
            if seen == index:
                return position + 1
            if char == '"':
                quoted = not quoted
            elif char == self.delimiter and not quoted:
                seen += 1
        return len(text) + 1 if seen == index else 1
