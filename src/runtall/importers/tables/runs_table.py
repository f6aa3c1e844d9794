"""A table with a row for each run: its columns by meaning, and the rows below its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from runtall.errors.words import printable, shown
from runtall.importers.base import Context, Notes
from runtall.importers.days.date_columns import Hints, clear_dates
from runtall.importers.days.names import SPLIT, header_languages, meaning, weekdays_of
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.cells import is_kind
from runtall.importers.tables.header import AGAIN, Column, by_content, with_details
from runtall.importers.tables.values import Values
from runtall.importers.words.titles import spelling
from runtall.importers.words.units import unit_of

# Columns of a table made for runtall, as it writes them.
COLUMNS = ("date", "kind", "title", "km", "mi", "min", "at", "optional")
# More headers of such tables.
ALIASES = ("distance_km", "distance_mi", "distance_m", "duration_min", "minutes", "time", "name")
# A column that only TrainingPeaks has.
TRAINING_PEAKS = "workoutday"
# Columns that say what is run, and cells that tell which does where none is called so.
TITLES = {"kind", "type", "title", "am", "pm", "distance", "duration"}
SAMPLE = 100
# Runners who share a table, each with runs on most of so many days.
MOST_RUNNERS, FEWEST_DAYS = 8, 5
# Columns full of runs that are no parts of one run, such as warming up.
FEWEST_COLUMNS = 3
# Where all numbers of a duration without a unit are so small, they are hours; where one is so
# large, seconds: nobody runs ten hours.
MOST_HOURS, MOST_MINUTES = 7, 600


@dataclass(frozen=True, slots=True)
class RunsTable:
    """A table on its way in.

    Parameters
    ----------
    header
        Position of the header among the rows; -1: there is none.
    rows
        Those below the header.
    """

    grid: Grid
    header: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    values: Values
    notes: Notes

    @classmethod
    def of(cls, grid: Grid, header: int, columns: Sequence[Column], notes: Notes) -> RunsTable:
        """Find out what the columns hold.

        A table is made for us, and strict, if its kinds are ours, or most of its headers.
        """
        names = grid.rows[header].cells if header >= 0 else ()
        rows = tuple(row for row in grid.rows[header + 1 :] if row.cells != names)
        known = by_content(columns, rows)
        known, rows = _of_one(known, rows, notes)
        cells = [row.cell(one.index) for one in known if one.name == "kind" for row in rows]
        kinds = [cell for cell in cells if cell]
        named = {one.header.strip().lower() for one in known if one.header}
        ours = "kind" in named and len(named & {*COLUMNS, *ALIASES}) * 2 > len(named)
        strict = ours or (bool(kinds) and sum(map(is_kind, kinds)) * 2 >= len(kinds))
        if not strict:
            known = tuple(replace(one, name="type") if one.name == "kind" else one for one in known)
            known = _with_title(known, rows)
            _tell_of_other_days(known, rows, notes)
            known = with_details(known, rows)
            notes.understood = ", ".join(
                f"{one.header} = {one.name.replace('number', 'day').replace('_', ' ')}"
                for one in known
                if one.name not in {"", AGAIN, "other"} and one.header
            )
        _complain(grid, header, known, rows, notes, strict=strict)
        unit = next((one.unit for one in known if one.name == "distance" and one.unit), "")
        heads = (one.header for one in known if one.name in TITLES and not unit)  # "session (mi)"
        units = {meaning(part)[1] for head in heads for part in SPLIT.split(spelling(head)) if part}
        units &= {"km", "mi"}
        unit = unit or (units.pop() if len(units) == 1 else "")
        unit = unit or unit_of(cell for row in grid.rows for cell in row.cells)
        bare = next((one.header for one in known if one.name == "distance" and not unit), "")
        spoken = header_languages([one.header for one in known])
        if bare and spoken and "en" not in spoken:  # nobody else counts miles
            unit = "km"
            notes.warn(f"the numbers of {bare} have no unit; read as km, by the language")
        values = Values(grid, known, notes, unit, strict, _unit_of_time(known, rows))
        return cls(grid, header, known, rows, values, notes)

    @property
    def strict(self) -> bool:
        """Whether whatever can't be read is a fault."""
        return self.values.strict

    @property
    def weekdays_lost(self) -> str:
        """What a column is called that is for a weekday, though each row has a day; mostly none."""
        asides = (one for one in self.columns if one.name in {"", AGAIN, "description"})
        named = (one for one in asides if is_weekday(one.header) and _says_runs(one, self.rows))
        return next((one.header for one in named if not self.strict), "")

    def column(self, *names: str) -> Column | None:
        """Return the first column of one of some names."""
        return next((one for one in self.columns if one.name in names), None)

    def cells(self, column: Column | None) -> list[str]:
        """Return the cells of a column, empty ones where there is no such column."""
        return [row.cell(column.index) if column else "" for row in self.rows]

    def days(self, column: Column, cells: list[str], context: Context) -> list[date | None]:
        """Return the dates of a column, or end with why they can't be told."""
        weekdays = weekdays_of(self.cells(self.column("weekday")))
        hints = replace(Hints.of(self.grid, self.header, context), weekdays=weekdays)
        lines = [row.line for row in self.rows]
        places = [(line, column.index, cell) for line, cell in zip(lines, cells, strict=True)]
        return clear_dates(self.grid, places, hints, self.notes, self.called(column))

    def called(self, column: Column) -> str:
        """Return what faults call a column."""
        return column.header.strip().lower() if self.strict else column.header


def _with_title(columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns with the one of most runs as titles, where no name says which it is."""
    if not TITLES.isdisjoint(one.name for one in columns):
        return columns
    runs = {
        one.index: sum(bool(classify(row.cell(one.index)).kind) for row in rows[:SAMPLE])
        for one in columns
        if not one.name
    }
    best = max(runs, key=lambda index: runs[index], default=-1)
    if best < 0 or 2 * runs[best] < len(rows[:SAMPLE]):
        return columns
    return tuple(replace(one, name="title") if one.index == best else one for one in columns)


def _of_one(
    columns: tuple[Column, ...], rows: tuple[Row, ...], notes: Notes
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return the columns, and the rows of the first of several runners who have one a day each."""
    dates = next((one for one in columns if one.name == "date"), None)
    for column in columns if dates else ():
        if column.name or not column.header:
            continue
        who = [row.cell(column.index) for row in rows]
        days: dict[str, set[str]] = {}
        for name, row in zip(who, rows, strict=True):
            days.setdefault(name, set()).add(row.cell(dates.index) if dates else "")
        first, *others = days or [""]
        every = set().union(*days.values())
        if (
            not 0 < len(others) < MOST_RUNNERS
            or len(every) < FEWEST_DAYS
            or any(3 * len(one) < 2 * len(every) for one in days.values())
            or not all(name.isprintable() and name[:1].isalpha() for name in days)
            or any(meaning(name)[0] or classify(name).kind for name in days)
        ):
            continue
        notes.warn(
            f"the column {column.header.lower()} has the runs of several: those of {shown(first)}"
            f" are read, and not those of {', '.join(map(shown, others))}; for others leave the"
            " rows of one in the file"
        )
        kept = (row for row, name in zip(rows, who, strict=True) if name == first)
        known = (replace(one, name="other") if one is column else one for one in columns)
        return tuple(known), tuple(kept)
    return columns, rows


def _says_runs(column: Column, rows: Sequence[Row]) -> bool:
    """Return whether most cells of a column are runs."""
    cells = [row.cell(column.index) for row in rows[:SAMPLE]]
    return 2 * sum(bool(classify(cell).kind) for cell in cells if cell) > len(cells)


def _tell_of_other_days(columns: Sequence[Column], rows: Sequence[Row], notes: Notes) -> None:
    """Note columns that nobody knows and that are full of runs: they may be those of other days."""
    cells = {one: [row.cell(one.index) for row in rows[:SAMPLE]] for one in columns if not one.name}
    full = [one for one in cells if _says_runs(one, rows) and not all(
        classify(cell).weak for cell in cells[one] if cell)]  # fmt: skip
    if len(full) >= FEWEST_COLUMNS:
        said = ", ".join(dict.fromkeys(shown(one.header[:60]) for one in full if one.header))
        example = said or shown(next(cell for cell in cells[full[0]] if cell)[:60])
        notes.warn(
            f"{len(full)} columns look like runs of other days or weeks, and are on no day of"
            f" their own: {example}; give each its day or its week"
        )


def _complain(
    grid: Grid,
    header: int,
    columns: Sequence[Column],
    rows: Sequence[Row],
    notes: Notes,
    *,
    strict: bool,
) -> None:
    """Note columns that nobody knows, and those of more runs than the first has."""
    unread = []
    for column in columns:
        word = printable(column.header[:60])
        row = grid.rows[max(header, 0)]
        place = grid.column(row.line, column.index)
        if column.name == AGAIN and strict:
            message = "this column is given twice"
            notes.fault(row.line, place, word.lower(), message, word)
        if column.name == AGAIN and word and not strict and _says_runs(column, rows):
            unread.append(word.lower())
        if column.name or not word:
            continue
        close = get_close_matches(word.lower(), COLUMNS, n=1, cutoff=0.75)
        if close and strict:
            message = f'there is no such column; did you mean "{close[0]}"?'
            notes.fault(row.line, place, word.lower(), message, word)
        else:
            unread.append(word.lower())
    if unread and not any(one.header.lower() == TRAINING_PEAKS for one in columns):
        notes.warn(f"columns not read: {', '.join(unread)}")


def _unit_of_time(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Return what the bare numbers of a duration without a unit count."""
    cells = [row.cell(one.index) for one in columns if one.name == "duration" for row in rows]
    numbers = [
        float(cell.replace(",", "."))
        for cell in cells
        if re.fullmatch(r"\d{1,4}(?:[.,]\d+)?", cell)
    ]
    most = max(numbers, default=MOST_MINUTES)
    return "hours" if most <= MOST_HOURS else "seconds" if most > MOST_MINUTES else "min"
