"""Workbooks (``.xlsx``, ``.ods``): the sheet that holds a run plan, as a table."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from runtall.errors import FileFaults
from runtall.errors.words import counted, first_few, shown
from runtall.importers.base import Context, Entries, no_run_plan
from runtall.importers.grid import MOST_CELLS, MOST_ROWS, Grid, Row
from runtall.importers.legend import legend_of
from runtall.importers.tables.archive import MACROS, check_workbook, has_macro_sheets
from runtall.importers.tables.read import looks_like_a_table
from runtall.importers.tables.sheets import read_sheets, with_joined
from runtall.importers.words.mojibake import repaired

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_SHEETS = 60
A_YEAR = timedelta(365)


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets with cells as tables, and how many formulas in them have no value."""

    grids: tuple[Grid, ...]
    formulas: int

    @classmethod
    def of(cls, raw: bytes) -> Workbook:
        """Open a workbook.

        Raises
        ------
        FileFaults
            It can't be read.
        """
        formulas = check_workbook(raw)
        return cls(tuple(_grids(raw)), formulas)


def read_workbook(book: Workbook, context: Context, form: str) -> Entries:
    """Read the sheet of a workbook that most runs can be read from, or the sheets of one plan.

    Raises
    ------
    FileFaults
        If no sheet holds a plan.
    """
    formulas, grids = book.formulas, book.grids
    tables = [grid for grid in grids if form or looks_like_a_table(grid)]
    beside = [row.only_cell for grid in grids if grid not in tables for row in grid.rows]
    context = replace(context, heading=(*context.heading, *filter(None, beside)))
    best: tuple[Entries, tuple[str, ...]] | None = None
    faults: FileFaults | None = None
    asked = 0
    for sheets in with_joined(tables, context):
        try:
            found = read_sheets(sheets, context, form)
        except FileFaults as error:
            faults = faults or error
            asked = max(asked, _asks_for_race(sheets, context, form))
            continue
        if found and (best is None or len(found.entries) > len(best[0].entries)):
            best = found, tuple(grid.sheet for grid in sheets)
    names = [grid.sheet for grid in grids]
    if faults and best and len(best[0].entries) < asked:
        raise faults  # results of races beside a plan that has no dates
    if best is None:
        if formulas:
            raise no_run_plan(
                f"{counted(formulas, 'formula')} without a value in the file; open and save it in a"
                " spreadsheet program, or save it as .csv"
            )
        raise faults or no_run_plan(_no_plan(names))
    found, read = best
    warnings = list(found.warnings)
    others = [shown(name) for name in names if name not in read]
    if others or len(read) > 1:
        sheets_read = f"the sheet{'s' * (len(read) > 1)} {first_few(map(shown, read))}"
        besides = f", not from {first_few(others)}" if others else " as one plan"
        warnings.insert(0, f"read from {sheets_read}{besides}")
    if formulas:
        warnings.append(
            f"{counted(formulas, 'formula')} without a value in the file: read as empty"
        )
    form_words = found.format.replace("a table", "a sheet", 1)
    heading = (*found.heading, *context.heading)
    legend = {
        word: means
        for grid in grids
        for word, means in (found.legend if grid.sheet in read else legend_of(grid)).items()
    }
    return replace(
        found, format=form_words, warnings=tuple(warnings), heading=heading, legend=legend
    )


def _asks_for_race(sheets: Sequence[Grid], context: Context, form: str) -> int:
    """Return how many runs sheets would have if anybody had said when the race is."""
    if context.race_date:
        return 0
    try:
        found = read_sheets(sheets, replace(context, race_date=date.today() + A_YEAR), form)
    except FileFaults:
        return 0
    return len(found.entries) if found else 0


def _no_plan(names: list[str]) -> str:
    sheets = first_few(map(shown, names)) if names else "none"
    return (
        f"no sheet has a column for the date, or one for each weekday; sheets with cells: {sheets}"
    )


def _grids(raw: bytes) -> Iterator[Grid]:
    """Yield the sheets with cells as tables."""
    from python_calamine import SheetTypeEnum

    book = _open(raw)
    for index, sheet in enumerate(book.sheets_metadata[:MOST_SHEETS]):
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        rows = list(_rows(book, index, sheet.name))
        if rows:
            yield Grid(tuple(rows), sheet.name)


def _open(raw: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(raw))
    except PasswordError:
        raise no_run_plan("this workbook is locked with a password; save it without") from None
    except (CalamineError, OSError, ValueError) as error:
        unread = f"no workbook that can be read: {str(error)[:200]}"
        raise no_run_plan(MACROS if has_macro_sheets(raw) else unread) from None


def _rows(book: CalamineWorkbook, index: int, name: str) -> Iterator[Row]:
    """Yield the rows of a sheet that aren't blank."""
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_index(index)
        cells_of = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 100)
    except (CalamineError, OSError, ValueError) as error:
        raise no_run_plan(f"the sheet {shown(name)} can't be read: {str(error)[:200]}") from None
    gap = False
    for line, values in enumerate(cells_of, start=1):
        cells = tuple(cell_text(value) for value in values[:MOST_CELLS])
        if any(cells):
            if line > MOST_ROWS + 1:
                raise no_run_plan(f"more than {MOST_ROWS} rows; this is no run plan")
            yield Row(line, cells, gap)
        gap = not any(cells)


def cell_text(value: Any) -> str:
    """Return the value of a cell as a table of text would have it."""
    if isinstance(value, str):
        return repaired(value).strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, datetime):
        if value.time() == time(0):
            return value.date().isoformat()
        return value.isoformat(" ", timespec="minutes")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, time):
        return value.isoformat("minutes" if not value.second else "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
