"""Choosing the reader of a run plan file, and reading it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runtall.importers.base import Context, Reader, RunFile, as_it_is, whole_file
from runtall.importers.csv_table import Table, TableError
from runtall.importers.file_text import NoTextError, file_text
from runtall.importers.ics import read_ics
from runtall.importers.interpret import interpret
from runtall.importers.long_csv import COLUMNS, is_long, read_long_csv
from runtall.importers.plan_file import read_plan_file
from runtall.importers.wide_csv import is_wide, read_wide_csv

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from runtall.importers.base import Correct

AUTO = "auto"
READERS: Mapping[str, Reader] = {
    "csv": read_long_csv,
    "wide_csv": read_wide_csv,
    "ics": read_ics,
    "calendar_hack": read_plan_file,
}
"""Reader of each format, by the name that a scenario and the command line give it."""
FORMATS = (AUTO, *READERS)
WANTED = (
    "no run plan that is known here; allowed: a calendar (.ics), a table with a column date or a"
    f" column for each weekday (.csv; {', '.join(COLUMNS)}), or a plan file of calendar-hack"
    " (.yaml, .json)"
)


def load_runs(
    path: Path,
    correct: Correct = as_it_is,
    *,
    race_date: date | None = None,
    timezone: str | None = None,
    week_starts: str = "mon",
    form: str = AUTO,
) -> RunFile:
    """Read a run plan file.

    Parameters
    ----------
    correct
        The runner's own reading of titles, which wins over the file.
    race_date
        Where a plan without dates ends, and which race is the race.
    timezone
        IANA name of the zone that times are wanted in.
    week_starts
        First weekday of a week.
    form
        One of `FORMATS`; ``auto``: what the content looks like, whatever the file is called.

    Returns
    -------
    RunFile
        With the runs, or with every fault found; nothing is raised for a bad file.
    """
    context = Context(race_date, timezone, week_starts, correct)
    try:
        text, warnings = file_text(path)
    except NoTextError as error:
        return interpret(whole_file(str(error)), context)
    name = sniff(text) if form == AUTO else form
    if not name:
        return interpret(whole_file(WANTED if text.strip() else "the file is empty"), context)
    found = interpret(READERS[name](text, context), context)
    return replace(found, warnings=(*warnings, *found.warnings))


def sniff(text: str) -> str:
    """Name the format that a text looks like; empty if it is none."""
    start = text[:2_000].lstrip()
    if start.upper().startswith("BEGIN:V"):
        return "ics"
    if start.startswith(("{", "---")):
        return "calendar_hack"
    try:
        header = Table.of(text).header()
    except TableError:
        return "csv" if start else ""  # its reader says what is wrong
    if is_wide(header):
        return "wide_csv"
    if is_long(header):
        return "csv"
    if "\nschedule:" in "\n" + text:
        return "calendar_hack"
    return "csv" if len(header) > 1 else ""
