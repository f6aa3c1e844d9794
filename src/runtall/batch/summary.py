"""The table of a batch: one row for each scenario."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from runtall.batch.tasks import Row, Task
from runtall.compare.earlier import expect_earlier
from runtall.exporters.files import CannotWrite, write_all
from runtall.exporters.plan_csv import csv_text

# Columns that together no other table has.
OWN = {"status", "reason", "warnings", "relaxations", "sessions"}


def write_summary(summary: Path, rows: Sequence[Row]) -> None:
    """Write rows as CSV (RFC 4180, UTF-8), the columns of `Row.cells` as header.

    A cell is empty where there is nothing to say; none is taken for a formula by a spreadsheet.

    Raises
    ------
    CannotWrite
        If the file can't be written.
    """
    text = csv_text(rows[0].cells, (row.cells.values() for row in rows))
    write_all(summary.parent, {summary.name: text.encode()})


def expect_free(summary: Path, tasks: Sequence[Task]) -> None:
    """Check that the summary would take the place of nothing but an earlier one.

    Raises
    ------
    CannotWrite
        Saying what is there.
    """
    if any(task.folder == summary.absolute() for task in tasks):
        raise CannotWrite(summary, "the folder of a scenario and the summary can't share this name")
    expect_earlier(summary, OWN, "runtall", "another folder with -o")
