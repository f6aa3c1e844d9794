"""Choosing the reader of a run plan file, and reading it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from runtall.documents.scenarios import is_scenario
from runtall.errors import FileFaults
from runtall.errors.words import shown
from runtall.importers.base import (
    Context,
    Correct,
    Entries,
    Reader,
    RunFile,
    RunPlanFaults,
    as_it_is,
    no_run_plan,
)
from runtall.importers.days.weekday_words import with_accents
from runtall.importers.file_text import decoded, file_bytes, is_archive, without_tags
from runtall.importers.grid import Grid, Row
from runtall.importers.legend import explained
from runtall.importers.looks_like import looks_like, sniff
from runtall.importers.mail import unwrapped
from runtall.importers.plan.best_reading import best_reading
from runtall.importers.plan.interpret import interpret
from runtall.importers.tables.delimited import read_delimited
from runtall.importers.tables.markdown import tables_apart
from runtall.importers.tables.marks.unpivot import read_marks
from runtall.importers.tables.read import LONG, WIDE, looks_like_a_table, read_grid
from runtall.importers.tables.runs_table import COLUMNS
from runtall.importers.texts.chats import answered, unquoted
from runtall.importers.texts.dates_ahead import with_dates_ahead
from runtall.importers.texts.pasted import expect_lines, names_days, read_pasted, without_quotes
from runtall.importers.texts.weekday_series import with_items_apart
from runtall.importers.texts.wrapped import with_clauses
from runtall.importers.words.titles import one_line

AUTO = "auto"


def _read_ics(text: str, context: Context) -> Entries:
    from runtall.importers.calendars.ics import read_ics  # a library that takes its time to import

    return read_ics(text, context)


def _read_document(text: str, context: Context) -> Entries:
    from runtall.importers.records.intervals_icu import read_events  # and YAML another
    from runtall.importers.records.plan_file import read_plan_file
    from runtall.importers.records.records import parsed

    if PLAN_FILE.search(text) and not PLACES.search(text):
        return read_plan_file(text, context)
    return read_events(parsed(text), context)


def _read_events(text: str, context: Context) -> Entries:
    from runtall.importers.records.intervals_icu import read_intervals_icu  # the same

    return read_intervals_icu(text, context)


def _read_table(form: str, text: str, context: Context) -> Entries:
    return read_grid(read_delimited(text), context, form)


# Reader of each format, by the name that a scenario and the command line give it.
READERS: Mapping[str, Reader] = {
    LONG: partial(_read_table, LONG),
    WIDE: partial(_read_table, WIDE),
    "ics": _read_ics,
    "calendar_hack": _read_document,
    "pasted": read_pasted,
    "intervals_icu": _read_events,
}
# What notes say of themselves, above the notes: a note of a vault begins so.
FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?:.*\n)*?---[ \t]*\n(?=\s*\S)")
# A plan file of calendar-hack has a schedule of weeks, and no key that says where a day lies.
PLAN_FILE = re.compile(r"(?m)^ *\{?\s*\"?(?:schedule|units)\"?:|, *\"schedule\":")
PLACES = re.compile(r"(?i)[\s{,\"](?:day\w*|(?:start_)?date\w*|week\w*|mon|tue\w*)\"?:")
# So many blanks part columns at most; patterns take long over more.
MOST_BLANKS = 200
BLANKS = re.compile(rf"[^\S\n]{{{MOST_BLANKS},}}")
# What parts the columns of a text without signs between them.
GAP = re.compile(r"\t+| {3,}")
# Lines of a text that may name its race.
TITLES = 40
FORMATS = (AUTO, *READERS)
WANTED = (
    "no run plan that is known here; allowed: a calendar (.ics), a table with a column date or a"
    f" column for each weekday (.csv; {', '.join(COLUMNS)}; workbooks .xlsx, .ods), a text with"
    " a line a day (Tue 2 Mar: 6x800), a document with a list of days, or of weeks (.json, .yaml),"
    " or a plan file of calendar-hack"
)


def _scenario(path: Path) -> str:
    """Return what to type where a scenario stands in the place of a run plan."""
    command = shlex.join(["runtall", "solve", str(path)])
    return (
        "this is a scenario, no run plan. How its runs are read stands in the calendar that this"
        f" prints: {command}; of a run plan file that it names, runtall runs tells more"
    )


def load_runs(
    path: Path,
    correct: Correct = as_it_is,
    *,
    race_date: date | None = None,
    timezone: str | None = None,
    week_starts: str = "mon",
    form: str = AUTO,
    date_order: str = "",
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
    date_order
        Of day, month and year: ``dmy``, ``mdy`` or ``ymd``; empty: the file has to tell.

    Raises
    ------
    RunPlanFaults
        With everything that is wrong; line 0 means the whole file.
    """
    context = Context(race_date, timezone, week_starts, correct, date_order)
    try:
        raw = file_bytes(path)
        if is_archive(raw):
            return _of_workbook(raw, context, form)
        text, warnings = _plain_text(raw)
        if is_scenario(text):
            raise no_run_plan(_scenario(path))
        if (answer := answered(text)) != text and names_days(answer):
            text = answer
        text, quoted = without_quotes(text)
        warnings = (*warnings, *quoted)
        if front := FRONT_MATTER.match(text):
            text = text[front.end() :]
            context = replace(context, heading=tuple(front[0].splitlines()))
        found = _of_text(text, context, form)
    except FileFaults as error:
        raise RunPlanFaults(*(replace(fault, file=str(path)) for fault in error.faults)) from None
    return replace(found, warnings=(*warnings, *found.warnings))


def is_document(path: Path) -> bool:
    """Return whether a file looks like JSON or YAML of anybody's own, perhaps with faults."""
    try:
        return sniff(_plain_text(file_bytes(path))[0]) in {"calendar_hack", "intervals_icu"}
    except FileFaults:
        return False


def _plain_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Return what a file says, whatever it was packed into, and warnings."""
    text, warnings = decoded(raw)
    text = without_tags(BLANKS.sub(" " * MOST_BLANKS, unwrapped(text, raw)))
    return unquoted(with_accents(text)), warnings


def _of_text(text: str, context: Context, form: str) -> RunFile:
    """Return what a text says, by the likeliest reader, or by the one that explains more."""
    text = with_clauses(with_items_apart(text)) if form == AUTO else text
    name, grid = looks_like(text) if form == AUTO else (form, None)
    if name == "pasted":
        expect_lines(text)

    def likeliest(text: str, context: Context) -> Entries:
        return _read_one_of_the_tables(text, context) or _read_text(text, context, name, grid)

    if form != AUTO or name not in {"", LONG, WIDE, "pasted"}:
        return interpret(_read_text(text, context, name, grid), context)
    others = [(other, text) for other in OTHERS if not (grid and other is _read_other_table)]
    by_cells = [(_read_cells, text)] if name in {LONG, WIDE} else []
    return best_reading((likeliest, text), others, context, by_cells)


def _of_workbook(raw: bytes, context: Context, form: str) -> RunFile:
    """Return what a workbook says, or one of its sheets by the days and weeks that cells name."""
    from runtall.importers.tables.workbook import Workbook, read_workbook  # another such library

    if form not in {AUTO, LONG, WIDE}:
        raise no_run_plan(f"this is a ZIP archive or a workbook, not {form}")
    book = Workbook.of(raw)

    def as_sheets(_: str, context: Context) -> Entries:
        return read_workbook(book, context, "" if form == AUTO else form)

    grids = sorted(book.grids, key=lambda grid: -len(grid.rows)) if form == AUTO else []
    texts = ["\n".join("\t".join(map(one_line, row.cells)) for row in grid.rows) for grid in grids]
    together = [grids] if len(grids) > 1 else []
    beside = [row.only_cell for grid in grids for row in grid.rows if row.only_cell]
    marks = [partial(_read_sheets, some, beside)
             for some in (*together, *([grid] for grid in grids))]  # fmt: skip
    texts = ["\n".join(texts)] * len(together) + texts
    by_cells = [*zip(marks, texts, strict=True)]
    largest = texts[len(together)] if grids else ""
    return best_reading((as_sheets, largest), by_cells, context, by_cells)


def _read_sheets(grids: Sequence[Grid], beside: Sequence[str], _: str, context: Context) -> Entries:
    """Read sheets by their cells, with what others of one cell a row say of the whole plan."""
    return read_marks(grids, replace(context, heading=(*context.heading, *beside)))


def _read_cells(text: str, context: Context) -> Entries:
    """Read a table whose cells name days and weeks, however it is laid out."""
    return read_marks([read_delimited(text)], context)


def _read_columns(text: str, context: Context) -> Entries:
    """Read the same of a text whose columns are parted by blanks only."""
    cells = (tuple(GAP.split(line.strip())) for line in text.splitlines())
    rows = (Row(at, row) for at, row in enumerate(cells, 1) if any(row))
    return read_marks([Grid(tuple(rows))], context)


def _read_other_table(text: str, context: Context) -> Entries:
    """Read a table that doesn't look like one."""
    return read_grid(read_delimited(text), context)


def _read_dates(text: str, context: Context) -> Entries:
    """Read lines that have dates anywhere."""
    expect_lines(text)
    return read_pasted(with_dates_ahead(text), context)


# What a text may be where it isn't what it looks like.
OTHERS: tuple[Reader, ...] = (
    read_pasted,
    _read_other_table,
    _read_dates,
    _read_cells,
    _read_columns,
)


def _read_text(text: str, context: Context, name: str, grid: Grid | None) -> Entries:
    if not name:
        raise no_run_plan(WANTED if text.strip() else "the file is empty")
    return read_grid(grid, context, name) if grid else READERS[name](text, context)


def _read_one_of_the_tables(text: str, context: Context) -> Entries | None:
    """Read those tables of a text with several kinds that are the plan; None: there are none."""
    kinds = tables_apart(text)
    context = replace(context, heading=(*context.heading, *text.splitlines()[:TITLES]))
    tables = [(name, grid, looks_like_a_table(grid)) for name, alone in kinds
              for grid in (read_delimited(alone),)]  # fmt: skip
    weeks = (one for one in tables if one[2] == WIDE)
    name, grid, form = next(weeks, next((one for one in tables if one[2]), ("", None, "")))
    if grid is None:
        return None
    found = read_grid(grid, context, form)
    rows = (row.cells for _, other, _ in tables if other is not grid for row in other.rows)
    filled = [[cell for cell in row if cell] for row in rows]
    legend = explained(f"{row[0]} = {row[1]}" for row in filled if len(row) > 1)
    others = f"not from {len(kinds) - 1} other kinds of tables"
    read = f"read from the tables with {shown(name[:80])}, {others}"
    return replace(found, warnings=(read, *found.warnings), legend={**legend, **found.legend})
