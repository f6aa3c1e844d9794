"""The table of a batch: one row for each scenario."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from runtall.exporters.plan_csv import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runtall.compare.batch import Row
    from runtall.compare.measures import Value

OWN = {"status", "reason", "warnings", "relaxations", "sessions"}
"""Columns that together no other table has."""


def summary_csv(rows: Iterable[Row]) -> bytes:
    """Write rows as CSV (RFC 4180, UTF-8), the columns of `Row.cells` as header.

    A cell is empty where there is nothing to say; none is taken for a formula by a spreadsheet.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for place, row in enumerate(rows):
        if place == 0:
            writer.writerow(row.cells)
        writer.writerow([_cell(value) for value in row.cells.values()])
    return text.getvalue().encode()


def owns(data: bytes) -> bool:
    """Whether a file begins with the header of a summary, though perhaps with other separators."""
    header = data.decode("utf-8", "replace").partition("\n")[0]
    return set(re.findall(r"\w+", header)) >= OWN


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else str(value)
