"""A table of any layout as one with a row for each run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from runtall.errors.words import shown
from runtall.importers.base import Context, Entries, Notes, no_run_plan
from runtall.importers.days.week_numbers import week_number
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import classify
from runtall.importers.legend import legend_of
from runtall.importers.tables.header import with_kinds_named
from runtall.importers.tables.marks.blocks import Sheet
from runtall.importers.tables.marks.cells import TO_GO
from runtall.importers.tables.marks.slots import Slot, slots_of
from runtall.importers.tables.month_pages import with_month_dates
from runtall.importers.tables.planned import planned_only
from runtall.importers.tables.read import LONG, read_grid
from runtall.importers.tables.sheets import with_month

FORM = "a table"
# Rows of a table that is looked at so closely.
MOST_ROWS = 800
# Of so many rows with a date most have one where days have dates.
DATED = 0.6
# A week before the race: "S-10".
COUNTED_DOWN = re.compile(r"[^\W\d_]+ ?-\d+")
# Runs of one day that are no morning and evening.
FEWEST_RUNS = 3


def read_marks(grids: Sequence[Grid], context: Context) -> Entries:
    """Read a table, or the sheets of one plan, by what the cells name, however they are laid out.

    Raises
    ------
    FileFaults
        If its cells name no days, or no weeks that can be laid out.
    """
    named = map(with_kinds_named, grids)
    dated = [with_month(with_month_dates(grid, context)) for grid in named]
    whole = Grid(
        tuple(row for grid in dated for row in grid.rows), " ".join(one.sheet for one in grids)
    )
    notes = Notes()
    planned, left = planned_only(whole, notes)
    found = read_grid(unpivoted(planned, notes), context, LONG)
    warnings = (*found.warnings, *notes.remarks())
    return replace(found, format=FORM, legend=legend_of(whole), warnings=warnings, left=left)


def unpivoted(grid: Grid, notes: Notes) -> Grid:
    """Return a table of any layout as one with a row for each run."""
    if not 0 < len(grid.rows) <= MOST_ROWS:
        raise no_run_plan(f"no rows, or more than {MOST_ROWS}")
    sheet = Sheet.of(grid.squared())
    slots = [slot for block in sheet.blocks for slot in slots_of(sheet, block)]
    if not slots:
        raise no_run_plan("no cells name the days of a plan")
    slots.sort(key=lambda one: one.place)
    weeks = [*dict.fromkeys(slot.week for slot in slots if slot.week)]
    numbers = [week_number(week) for week in weeks]
    falling = numbers == sorted(numbers, key=lambda number: -(number or 0))
    if None not in numbers and not (falling and all(map(COUNTED_DOWN.fullmatch, weeks))):
        slots.sort(key=lambda one: _number(one.week))
    _tell_of_other_weeks(slots, notes)
    names = [*dict.fromkeys(name for slot in slots for name in slot.words)]
    when = _when(slots)
    rows = [Row(slot.line, (*(value(slot) for _, value in when), *map(slot.cell, names)))
            for slot in slots]  # fmt: skip
    header = Row(rows[0].line, (*(name for name, _ in when), *names))
    used = {row.line for row in rows}
    first = min(used)
    heads = {grid.rows[at].line for block in sheet.blocks for at in sheet.headers(block)}
    above = [Row(row.line, (" ".join(filter(None, row.cells)),)) for row in grid.rows
             if row.line < first and row.line not in heads]  # fmt: skip
    below = [replace(row, gap=True) for row in grid.rows if row.only_cell and row.line > max(used)]
    return Grid((*above, header, *rows, *below), grid.sheet)


def _tell_of_other_weeks(slots: Sequence[Slot], notes: Notes) -> None:
    """Note days of no week that have so many runs as columns: they may be those of as many weeks.

    What is the same in each, as rest is, tells nothing.
    """
    runs = [[one for said in slot.words.values() for one in said if classify(one).kind]
            for slot in slots if not (slot.week or slot.day)]  # fmt: skip
    full = [of_day for of_day in runs if len(of_day) >= FEWEST_RUNS]
    if len(full) > 1:
        notes.warn(
            f"columns that name no week have up to {max(map(len, full))} runs for one day, and all"
            " are read as that of one day; give each its week",
            shown(full[0][0]),
        )


def _when(slots: list[Slot]) -> list[tuple[str, Callable[[Slot], str]]]:
    """Return the columns that tell when each run is, and what they have."""
    days: list[tuple[str, Callable[[Slot], str]]] = [("Day", lambda one: one.called)]
    if sum(bool(slot.day) for slot in slots) >= DATED * len(slots):
        return [("Date", lambda one: one.day), *days]
    if any(slot.week.startswith(TO_GO) for slot in slots):
        return [("Weeks to go", lambda one: one.week.removeprefix(TO_GO)), *days]
    if any(slot.week for slot in slots):
        return [("Week", lambda one: one.week), *days]
    return days


def _number(week: str) -> int:
    """Return the number of a week; weeks to go count below zero."""
    return (week_number(week) or 0) * (-1 if week.startswith(TO_GO) else 1)
