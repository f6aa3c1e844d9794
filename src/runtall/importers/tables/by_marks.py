"""Any table as lines of days: each cell with the day and the week that cells around it name.

No shape of a header tells what a column or a row is for, but each cell: it names days, or a week,
or a date, or says what is run. A run lies on the days of its own cell, else on those named in
front of it, else on those above it; its week is the one that is named nearest, in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runtall.documents.values import NAMES
from runtall.domain.run_plan import RunKind
from runtall.importers.days.dates import leading_date, written
from runtall.importers.days.day_lines import day_lines
from runtall.importers.days.line_starts import bare
from runtall.importers.days.names import meaning, weekdays_of
from runtall.importers.days.week_numbers import is_range, names_week, start_of_week
from runtall.importers.days.weekday_words import weekdays_called
from runtall.importers.grid import Grid
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.cells import NUMBER, is_nothing
from runtall.importers.tables.header import is_dates

# Columns that say nothing of what is run on a day.
ASIDE = {"other", "total", "at", "end_time", "end_date", "week_end", "optional", "to_go", "week"}
HALVES = {"am", "pm"}
# A day with words behind it, or in brackets: "Tue (track)", "Speed (Wed)".
BRACKETS = re.compile(r"(?P<first>[^(\n]*)[(\n](?P<second>[^()]*)\)?")
LONGEST = 40
# Letters that are the days of a row or a column; dates that make one of dates; most rows.
FEWEST_LETTERS, FEWEST_DATES, MOST_ROWS = 5, 3, 800


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell names: days, or when they are; and its other words."""

    days: tuple[int, ...] = ()
    when: str = ""
    words: str = ""


NO_MARK = Mark()
# Places of cells, and what they name, of one row.
Named = Sequence[tuple[int, Mark]]


def by_marks(grid: Grid) -> str:
    """Return the days of a table as lines below the names of their weeks; empty: there are none."""
    weeks: dict[str, dict[str, dict[str, str]]] = {}
    if len(grid.rows) > MOST_ROWS:
        return ""
    marks = _marks(grid)
    named = [[(at, mark) for at, mark in enumerate(row) if mark is not NO_MARK] for row in marks]
    first = next((at for at, row in enumerate(grid.rows) if _tells_runs(row.cells, named[at])), 0)
    for when, day, run, half in _runs(grid, marks, named, first):
        told = weeks.setdefault(when, {}).setdefault(day, {})
        if run not in told.values() or half:
            told[half or run] = run
    lines = [
        " ".join(row.cells)
        for at, row in enumerate(grid.rows)
        if (at < first or row.only_cell) and not named[at]
    ]
    of_a_day = [when for when, days in weeks.items() if len(days) == 1 and written(when)]
    for when, days in weeks.items():
        if 2 * len(of_a_day) > len(weeks):
            lines += [f"{day} {when}: {_together(runs)}" for day, runs in days.items()]
        else:
            lines.append(f"Week of {when}" if written(when) else when)
            lines += [f"{day}: {_together(runs)}" for day, runs in days.items()]
    return "\n".join(lines) if weeks else ""


def _together(runs: Mapping[str, str]) -> str:
    """Return the runs of a day, each with the half of the day that its row names, if any."""
    halves = [half for half, run in runs.items() if half != run]
    return ", ".join(f"{half} {run}" if len(halves) > 1 and half != run else run
                     for half, run in runs.items())  # fmt: skip


def _runs(
    grid: Grid, marks: Sequence[Sequence[Mark]], named: Sequence[Named], first: int
) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is run, in the order of the table, with its week and the name of its day.

    And with the half of the day where the row is called so: ``AM``, ``PM``.
    """
    headers = _headers(grid, marks, first)
    for at, row in enumerate(grid.rows):
        if at < first:
            continue
        half = next((cell for cell in row.cells[:2] if meaning(cell)[0] in HALVES), "")
        heads = len({mark.days for _, mark in named[at] if mark.days}) >= FEWEST_DATES
        for index, cell in enumerate(row.cells):
            header, mark = headers.get(index, ""), marks[at][index]
            name, unit = meaning(header)
            above = classify(header)
            # "Workout" is above all that is done, "Long run" is not.
            sure = not (above.weak or (name == "title" and above.kind == RunKind.WORKOUT))
            kind = above.kind if header and sure else ""
            if (
                is_nothing(cell)
                or name in ASIDE
                or (heads and meaning(cell)[0] in ASIDE)
                or (mark is not NO_MARK and not (mark.days and kind))
            ):
                continue
            when = _nearest(grid, named, at, index, when=True).when
            if mark.days and kind:
                runs = [(day, header) for day in mark.days]
            elif own := [one for one in day_lines([cell])[0] if one.weekday is not None]:
                runs = [(one.weekday or 0, one.title) for one in own]
            else:
                days = _nearest(grid, named, at, index, when=False).days
                runs = [(day, cell) for day in days]
            number = at if any(one.days for _, one in named[at]) else index
            for day, run in runs:
                said = f"{run} {unit}" if unit and NUMBER.fullmatch(run) else run
                said = f"{header.split('(')[0].strip()}: {said}" if kind and run != header else said
                yield when or f"Week {number}", NAMES[day].capitalize(), said, half


def _nearest(grid: Grid, named: Sequence[Named], at: int, index: int, *, when: bool) -> Mark:
    """Return what names the week of a cell, or its day: in its row, else in its column above.

    A cell above goes on to the right over empty ones.
    """
    for row in range(at, -1, -1):
        for column, mark in reversed(named[row]):
            if column > index or not (mark.when if when else mark.days):
                continue
            if row == at and column == index:
                continue
            over = (
                row == at
                or column == index
                or not any(grid.rows[row].cells[column + 1 : index + 1])
            )
            if over or (when and column == 0):
                return mark
    return NO_MARK


def _tells_runs(cells: Sequence[str], named: Named) -> bool:
    """Return whether a row has something to run behind what it names, and is no header of days."""
    marked = {at for at, _ in named}
    if not marked or len({mark.days for _, mark in named if mark.days}) >= FEWEST_DATES:
        return False
    return any(
        (any(map(str.isdigit, cell)) or classify(cell).kind) and not meaning(cell)[0]
        for at, cell in enumerate(cells)
        if at not in marked and at > min(marked)
    )


def _headers(grid: Grid, marks: Sequence[Sequence[Mark]], first: int) -> dict[int, str]:
    """Return the last words above the runs of each column."""
    found = {}
    for row, named in zip(grid.rows[:first], marks, strict=False):
        for index, cell in enumerate(row.cells):
            words = named[index].words if named[index] is not NO_MARK else cell
            if words and not row.only_cell:
                found[index] = words
    return found


def _marks(grid: Grid) -> list[list[Mark]]:
    """Return what each cell names, by itself and by those in its row and its column."""
    marks = [[_mark(cell) for cell in row.cells] for row in grid.rows]
    places = [(at, index) for at, row in enumerate(grid.rows) for index in range(len(row.cells))]
    rows = [[one for one in places if one[0] == at] for at in range(len(grid.rows))]
    columns = [[one for one in places if one[1] == index] for index in range(grid.width)]
    headers = [len({one.days for one in row if one.days}) >= FEWEST_DATES for row in marks]
    for line in (*rows, *columns):
        cells = [grid.rows[at].cells[index] for at, index in line]
        alike = {
            () if headers[at] and line in columns else marks[at][index].days
            for at, index in line
            if marks[at][index].when
        }
        same = (
            len(alike - {()}) == len(alike) == 1 and sum(map(bool, cells)) > 2
        )  # weeks by their first days
        for (at, index), more in zip(line, _by_others(cells), strict=True):
            mark = marks[at][index]
            marks[at][index] = replace(mark, days=()) if same and mark.when else mark
            if not mark.days and more is not NO_MARK:
                marks[at][index] = more
    return marks


def _by_others(cells: Sequence[str]) -> list[Mark]:
    """Return what cells of a row or a column name together: letters, dates, numbered weeks."""
    letters = weekdays_of(cells)
    letters = letters if len({*letters} - {None}) >= FEWEST_LETTERS else [None] * len(cells)
    counted = meaning(next(filter(None, cells), ""))[0] == "week"
    read = [bool(cell and written(cell)) for cell in cells]
    dates = sum(read) >= FEWEST_DATES and is_dates(cells)
    return [
        Mark((letter,))
        if letter is not None
        else Mark(when=cell)
        if dates and is_date
        else Mark(when=f"Week {cell}")
        if counted and cell.isdigit()
        else NO_MARK
        for cell, letter, is_date in zip(cells, letters, read, strict=True)
    ]


def _mark(cell: str) -> Mark:
    """Return what a cell names by itself."""
    cell = bare(cell).strip()
    if len(cell) > LONGEST or not any(map(str.isalpha, cell)):
        return NO_MARK
    if days := weekdays_called(cell):
        return Mark(tuple(days))
    word, _, rest = cell.partition(" ")
    day = weekdays_called(word.strip(".,:"))
    if len(day) == 1 and leading_date(rest) == rest.strip():
        return Mark(tuple(day), rest.strip())
    if found := BRACKETS.fullmatch(cell):
        for part, other in (found.groups(), found.groups()[::-1]):
            if days := weekdays_called(part.strip(" .:")):
                return Mark(tuple(days), "", other.strip())
    if names_week(cell) or is_range(cell):
        return Mark(when=cell)
    read = written(cell)
    if read and read.orders and any(map(str.isalpha, cell)):
        return Mark(when=cell)
    dated = written(start_of_week(cell))
    return Mark(when=cell) if dated and meaning(cell.split(" ")[0])[0] == "week" else NO_MARK
