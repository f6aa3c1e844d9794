"""What stands beside the days of a week: its number, its date, what its rows are for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.importers.base import Context, Notes
from runtall.importers.days.date_columns import Hints, clear_dates, read_dates
from runtall.importers.days.dates import WORD, written
from runtall.importers.days.names import may_be_weekday, meaning, weekdays_of
from runtall.importers.days.own_race import race_named
from runtall.importers.days.week_names import names_week, says_begin, start_of_week
from runtall.importers.days.week_numbers import week_number, weeks_alike
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import NO_RUNNING, classify
from runtall.importers.tables.cells import NUMBER
from runtall.importers.tables.header import MOSTLY
from runtall.importers.tables.week_header import OF_WEEKS, Weeks
from runtall.importers.weeks.calendar_weeks import Numbers, numbers_of
from runtall.importers.words.languages import joining
from runtall.importers.words.titles import spelling

# Columns that are none of the plan's weeks, whatever they hold.
OTHERS = {"total", "distance", "duration", "other", "description"}
# Rows of a week that say more about its runs.
LENGTHS = {"distance", "duration"}
MORE = {*LENGTHS, "time", "description"}
# From so many days behind one first day of a week on, a date is nearer to the next.
HALF_A_WEEK = 3
# Weeks that are named in two rows each, where that is how a table names them.
FEWEST_PAIRS = 2


@dataclass(frozen=True, slots=True)
class Labels:
    """The columns beside the days of a table.

    Parameters
    ----------
    rows
        Those below the header.
    columns
        Columns that number weeks or give their dates, the best first.
    parts
        What several rows of one week are called.
    """

    grid: Grid
    weeks: Weeks
    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    parts: frozenset[str]

    @classmethod
    def of(cls, grid: Grid, weeks: Weeks) -> Labels:
        """Find the columns that tell weeks apart."""
        rows = grid.rows[weeks.row + 1 :]
        for index in _columns(grid, weeks, rows):
            rows = _named_once(rows, index)
        bare = cls(grid, weeks, rows, _columns(grid, weeks, rows), frozenset())
        counts = Counter(label for row in rows if not bare.is_numbered(row)
                         for label in dict.fromkeys(bare.left(row)))  # fmt: skip
        parts = {label for label, count in counts.items() if count > 1}
        return cls(grid, weeks, rows, bare.columns, frozenset(parts))

    @property
    def header(self) -> Row:
        """The row that names the days."""
        return self.grid.rows[self.weeks.row]

    def left(self, row: Row) -> list[str]:
        """Return the cells before the days that aren't empty."""
        return [cell for cell in row.cells[: min(self.weeks.columns.values())] if cell]

    def beside(self, row: Row) -> list[str]:
        """Return the cells behind the days that have a colon, as sentences about one may have."""
        cells = row.cells[max(self.weeks.columns.values()) + 1 :]
        return [cell for cell in cells if ":" in cell]

    def days(self, row: Row) -> dict[int, str]:
        """Return the cells of the days, by days from the first."""
        return {offset: row.cell(index) for offset, index in self.weeks.columns.items()}

    def number(self, row: Row) -> int | None:
        """Return the number of a row's week; weeks to the race count below zero."""
        for index in self.columns:
            number = week_number(row.cell(index))
            if number is not None and not self._is_date(row.cell(index), index):
                past = meaning(self.header.cell(index))[0] == "to_go"
                return -number if past else number
        return None

    def _is_date(self, cell: str, index: int) -> bool:
        """Return whether a cell that may be a number is a date: ``1/11`` among days of a year."""
        if not written(cell) or cell.isdecimal():
            return False
        return not _are_counted([row.cell(index) for row in self.rows if row.cell(index)])

    def alike(self, row: Row) -> int:
        """Return how many weeks a row is for."""
        return max((weeks_alike(row.cell(index)) for index in self.columns), default=1)

    def counted(self, row: Row) -> Numbers:
        """Return whether the number of a row's week may be that of the calendar."""
        names = (
            cell for index in self.columns for cell in (row.cell(index), self.header.cell(index))
        )
        return numbers_of(*names)

    def is_numbered(self, row: Row) -> bool:
        """Return whether a row has the number of its week."""
        return self.number(row) is not None

    def is_named(self, row: Row) -> bool:
        """Return whether a row has the name of its week, perhaps no number: ``Race week``."""
        return any(names_week(row.cell(index)) for index in self.columns)

    def names_race(self, row: Row) -> bool:
        """Return whether a row stands under the name of the race, in place of a number."""
        return any(classify(row.cell(index)).kind is RunKind.RACE for index in self.columns)

    def is_other(self, row: Row) -> bool:
        """Return whether a row without a number is called something that is no part of a week."""
        label = next(iter(self.left(row)), "")
        cells = filter(None, map(row.cell, self.columns))
        named = any(meaning(cell)[0] not in LENGTHS for cell in cells)
        part = label in self.parts or meaning(label)[0] in MORE
        numbered = any(map(self.is_numbered, self.rows))
        return named or bool(label and numbered and not part)

    def has_own_runs(self, row: Row) -> bool:
        """Return whether a row of a week has more runs for its days, not more words.

        It has none where the other rows of weeks have only the lengths.
        """
        runs = {label for label in self.parts if meaning(label)[0] not in MORE}
        of_lengths = len(runs) == 1 and any(
            meaning(label)[0] in MORE for one in self.rows for label in self.left(one)
        )
        return not (of_lengths or runs.isdisjoint(self.left(row)))

    def usual(self, offset: int) -> str:
        """Return what the column of a day says of its runs: ``Sunday (long)``, ``Long (Sun)``."""
        cell = self.header.cell(self.weeks.columns[offset])
        words = (cell.partition(")")[2] or cell.partition(" ")[2]).strip(" ():-")
        words = cell.partition("(")[0].strip() if may_be_weekday(words) else words
        none = NUMBER.search(words) or classify(words).kind in NO_RUNNING
        return "" if none else words  # the plan's language tells what "TDL" is

    def activity(self, row: Row) -> str:
        """Return what a row of a week is called that has no runs, such as ``Gym``."""
        labels = (label for label in self.left(row) if label in self.parts)
        return next((label for label in labels if classify(label).kind in NO_RUNNING), "")

    def unit(self, row: Row) -> str:
        """Return what the bare numbers of a row count, where it says it."""
        meanings = map(meaning, self.left(row))
        return next((unit for name, unit in meanings if name in {"distance", "duration"}), "")

    def repeats_header(self, row: Row) -> bool:
        """Return whether a row names the days once more."""
        same = (
            row.cell(index).lower() == self.header.cell(index).lower()
            for index in self.weeks.columns.values()
        )
        return all(same)

    def hints(self, context: Context) -> Hints:
        """Return what helps to read dates."""
        return Hints.of(self.grid, self.weeks.row, context)

    def begin_on(self, context: Context) -> int | None:
        """Return the weekday that all weeks begin on by their dates; None where the columns tell.

        That of the dates, if none of the columns is for it, or behind those that weeks end with:
        then the columns lie behind it, in whatever order they stand. So they do if they are not in
        turn, as with ``Tue | Thu | Sun | Mon & Fri``; then ``Sat of that week`` begins none.
        """
        if self.weeks.start is None:
            return None
        days, header = self._dates(context, Notes())
        ends = meaning(header)[0] == "week_end"
        begins = {day.weekday() for day in days if day}
        offsets = sorted(self.weeks.columns, key=self.weeks.columns.__getitem__)
        usual = None if offsets == sorted(offsets) else WEEKDAYS.index(context.week_starts)
        if ends:
            return (min(begins) + 1) % 7 if len(begins) == 1 else usual
        of_columns = {(self.weeks.start + offset) % 7 for offset in offsets if usual is None}
        begin = re.search(rf"\b(?:{joining('begin')})\b", spelling(header))
        of_day = weekdays_of(WORD.findall(spelling(header))[:1]) if usual is not None else []
        several = len(begins) > 1 or (not begin and begins & {*of_day})
        return usual if several else next(iter(begins - of_columns), usual)

    def _dates(self, context: Context, notes: Notes) -> tuple[list[date | None], str]:
        """Return the date of each row's week as the table has it, and what its column is called."""
        for index in self.columns:
            cells = [start_of_week(row.cell(index)) for row in self.rows]
            filled = _of_weeks(self.rows, cells, self.weeks.columns.values())
            share = sum(bool(written(cell)) for cell in filled)
            if share < MOSTLY * len(filled) or _are_counted(filled):
                continue
            places = [(row.line, index, cell) for row, cell in zip(self.rows, cells, strict=True)]
            name = self.header.cell(index)
            days = clear_dates(self.grid, places, self.hints(context), notes, name)
            return days, name
        return [None] * len(self.rows), ""

    def starts(self, context: Context, notes: Notes) -> list[date | None]:
        """Return the first day of each row's week, where the table's column of weeks gives it."""
        days, header = self._dates(context, notes)
        ends = meaning(header)[0] == "week_end"
        firsts = [self._first_day(day, ends=ends) for day in days]
        if ends:
            return firsts
        races = [any(classify(cell).kind is RunKind.RACE for cell in self.days(row).values())
                 for row in self.rows]  # fmt: skip
        return with_later(days, firsts, races, header, context, notes)

    def _first_day(self, day: date | None, *, ends: bool) -> date | None:
        """Return the first day of a week by any of its dates; one without a column is before it."""
        if day is None or self.weeks.start is None:
            return day
        back = (day.weekday() - self.weeks.start) % 7
        ahead = back > max(self.weeks.columns) and not ends
        return day + timedelta(days=7 * ahead - back)


def with_later(
    days: Sequence[date | None],
    firsts: Sequence[date | None],
    races: Sequence[bool],
    header: str,
    context: Context,
    notes: Notes,
) -> list[date | None]:
    """Return the first days of weeks, those behind their dates where they are on the eve of one.

    That is so where the week of the race, by its words or the last, is only the one behind; where
    nobody knows the race, by the name of the column.
    """
    pairs = [(day, first) for day, first in zip(days, firsts, strict=True) if day and first]
    later = min(((day - first).days for day, first in pairs), default=0) > HALF_A_WEEK
    race = context.race_date or race_named(context.heading)
    if later and race:
        of_race = [first for first, raced in zip(firsts, races, strict=True) if first and raced]
        left = [(race - first).days // 7 for first in of_race or [max(one for _, one in pairs)]]
        later = 0 not in left and 1 in left
    else:
        later = later and says_begin(header)
    moved = [first and first + timedelta(7 * later) for first in firsts]
    for day, first in zip(days, moved, strict=True):
        if day and first and first != day and (later or first < day):
            told = "dates of weeks that aren't on their first weekday; read as that"
            way = "behind" if later else "before"
            notes.warn(f"{told} {way}", f"{day:%a} {day} as {first:%a} {first}")
    return moved


def _columns(grid: Grid, weeks: Weeks, rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns that number the weeks, or give their dates, the best first."""
    days = set(weeks.columns.values())
    header = grid.rows[weeks.row]
    scores: dict[int, float] = {}
    for index in range(grid.width):
        filled = _of_weeks(rows, [row.cell(index) for row in rows], days)
        name = meaning(header.cell(index))[0]
        if index in days or not filled or name in OTHERS:
            continue
        if index > max(days) and not _are_weeks_apart(filled):  # races, beside the plan
            continue
        told = [week_number(cell) is not None or written(start_of_week(cell)) for cell in filled]
        share = sum(map(bool, told)) / len(filled)
        called = name in {*OF_WEEKS, "date"}
        if (share >= MOSTLY and (called or index < min(days))) or (name in OF_WEEKS and any(told)):
            scores[index] = called * 2 + share
    return tuple(sorted(scores, key=lambda index: -scores[index]))


def _are_weeks_apart(cells: Sequence[str]) -> bool:
    """Return whether dates of cells lie whole weeks apart; so do those that are none."""
    days = [day for day in read_dates([*map(start_of_week, cells)], Hints("", None)).days if day]
    return all((later - day).days % 7 == 0 for day, later in pairwise(days))


def _named_once(rows: tuple[Row, ...], index: int) -> tuple[Row, ...]:
    """Return rows whose week is named by its date in one and by its number in the next.

    The first has the date then, and the other goes on with it.
    """
    cells = [row.cell(index) for row in rows]
    dated = [bool(written(cell)) and not cell.isdecimal() for cell in cells]
    pairs: list[int] = []
    for at, (one, below) in enumerate(pairwise(cells)):
        apart = dated[at] != dated[at + 1] and at - 1 not in pairs
        if apart and week_number(below if dated[at] else one) is not None:
            pairs.append(at)
    if len(pairs) < FEWEST_PAIRS or 2 * len(pairs) < MOSTLY * sum(map(bool, cells)):
        return rows
    found = [*rows]
    for at in pairs:
        found[at] = rows[at].with_cell(index, cells[at] if dated[at] else cells[at + 1])
        found[at + 1] = rows[at + 1].with_cell(index, "")
    return tuple(found)


def _are_counted(cells: Sequence[str]) -> bool:
    """Return whether cells are ``1/18``, ``2/18`` and so on: numbers of weeks, and no dates."""
    parts = [cell.split("/") for cell in cells]
    if not all(len(part) == 2 and part[0].strip().isdecimal() for part in parts):
        return False
    numbers = [int(part[0]) for part in parts]
    return len(numbers) > 2 and all(b - a == 1 for a, b in pairwise(numbers))


def _of_weeks(rows: Sequence[Row], cells: Sequence[str], days: Collection[int]) -> list[str]:
    """Return the cells that aren't empty, of rows with two days and more where there are some.

    Phases, sums and legends mostly have no days, or one; rows of lengths name no weeks.
    """
    filled = [
        (sum(map(bool, map(row.cell, days))), cell)
        for row, cell in zip(rows, cells, strict=True)
        if cell and meaning(cell)[0] not in LENGTHS
    ]
    fewest = min(2, max((count for count, _ in filled), default=0))
    return [cell for count, cell in filled if count >= fewest]
