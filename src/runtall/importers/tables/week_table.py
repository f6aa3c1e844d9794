"""The wide table: one row, or some, for each week, a column for each weekday."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.days.dates import written
from runtall.importers.days.day_lines import day_lines
from runtall.importers.days.names import meaning
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.cells import NUMBER, is_nothing, read_title
from runtall.importers.tables.day_dates import (
    dates_of_days,
    day_beside,
    first_day,
    is_row_of_dates,
    split_dated,
)
from runtall.importers.tables.values import is_aside, with_words
from runtall.importers.tables.week_header import Weeks
from runtall.importers.tables.week_labels import Labels
from runtall.importers.weeks.layout import is_race, lay_out
from runtall.importers.weeks.weeks import Week
from runtall.importers.words.lengths import distance, minutes
from runtall.importers.words.units import unit_of

FORM = "a table, one row a week"
# Filled days that make a row below a gap, without a number, a week all the same.
WHOLE_WEEK = 4
# What no length has and a date does.
WORD_OR_YEAR = re.compile(r"[^\W\d]|\d{4}")


def read_weeks(grid: Grid, found: Weeks, context: Context) -> Entries:
    """Read a table with a row for each week.

    A cell, a row of its own or the column of the week may give dates; else the plan is laid out
    from the race. A row without a number goes on with the week above it. What stands below the
    plan, or is a sum, is no week.
    """
    labels, notes = Labels.of(grid, found), Notes()
    if (begin := labels.begin_on(context)) is not None:
        found = found.from_day(begin)
        labels = Labels.of(grid, found)
    reading = _Reading(labels, notes, unit_of(cell for row in grid.rows for cell in row.cells))
    starts = labels.starts(context, notes)
    dates = dates_of_days(grid, found, labels.rows, labels.hints(context), notes)
    reading.below = _dates_below(labels, dates)
    for position, (row, start) in enumerate(zip(labels.rows, starts, strict=True)):
        reading.take(row, start, dates.get(position, {}))
    weeks = [week for week in reading.weeks if week.days or week.number is not None]
    notes.end()
    if not any(week.days for week in weeks):
        raise no_run_plan(grid.nothing_below(found.row))
    entries = lay_out(weeks, found.start, context, notes)
    return Entries(tuple(entries), FORM, notes.remarks())


@dataclass(slots=True)
class _Reading:
    """The weeks on their way in.

    Parameters
    ----------
    waiting
        The last row had the dates of a week, and no runs yet.
    over
        Rows below a gap were no weeks: only a number begins one again.
    dated
        Weeks have rows with their dates.
    below
        Those stand below the runs.
    """

    labels: Labels
    notes: Notes
    unit: str
    weeks: list[Week] = field(default_factory=list)
    waiting: bool = False
    over: bool = False
    dated: bool = False
    below: bool = False

    def take(self, row: Row, start: date | None, dates: Mapping[int, date]) -> None:
        """Keep the runs of a row, in a week of its own or in the one above."""
        cells = self.labels.days(row)
        if self.labels.repeats_header(row):
            return
        number = self.labels.number(row)
        if is_row_of_dates(cells, dates) and self.below and self.weeks:
            self.weeks[-1].first, self.dated = first_day(dates), True
            return
        if is_row_of_dates(cells, dates):
            self.weeks.append(Week(row.line, number, first_day(dates)))
            self.waiting, self.over, self.dated = True, False, True
            return
        entries = self._entries(row, cells, dates)
        named = self.labels.is_named(row) or self._is_week_of_race(row, entries)
        told = number is not None or start is not None or named
        if (self.over and not told) or not (told or self._belongs(row, entries)):
            self.notes.warn("rows that are no week left out", row.example)
            self.over = self.over or row.gap
            return
        if self._opens(number, told=told):
            first = start or first_day(dates)
            alike, counted = self.labels.alike(row), self.labels.counted(row)
            self.weeks.append(Week(row.line, number, first, alike=alike, counted=counted))
            self.waiting = False
        apart = number is not None or bool(dates) or self.labels.has_own_runs(row)
        for offset, entry in entries.items():
            of_day = self.weeks[-1].days.setdefault(offset, [])
            if of_day and not apart:
                of_day[-1] = with_words(of_day[-1], entry)
            else:
                of_day.append(entry)

    def _is_week_of_race(self, row: Row, entries: Mapping[int, Entry]) -> bool:
        """Return whether a row called after the race lies before the last day of the week above."""
        last = max(self.weeks[-1].days, default=-1) if self.weeks else -1
        return self.labels.names_race(row) and min(entries, default=last + 1) <= last

    def _belongs(self, row: Row, entries: Mapping[int, Entry]) -> bool:
        """Return whether a row without a number or a date is a part of the plan."""
        filled = [cell for cell in self.labels.days(row).values() if cell]
        remark = meaning(next(iter(self.labels.left(row)), ""))[0] == "other"
        if all(map(_is_date, filled)) or remark or is_aside(row) or _is_legend(filled):
            return False
        if self.waiting:  # below its dates a week has its runs, and notes behind a gap
            return not (row.gap and self.weeks[-1].days and len(filled) < WHOLE_WEEK)
        if not self.weeks:
            return not (self.labels.columns and self.labels.left(row))
        if self._are_told:
            return self.labels.names_race(row) or not (self.labels.is_other(row) or row.gap)
        if self.labels.columns:
            return not self.labels.left(row)
        last = [entry for of_day in self.weeks[-1].days.values() for entry in of_day]
        ended = any(map(is_race, last))
        return not row.gap or (len(entries) >= WHOLE_WEEK and not ended)

    def _opens(self, number: int | None, *, told: bool) -> bool:
        """Return whether a row that belongs to the plan begins a week."""
        if not self.weeks:
            return True
        last = self.weeks[-1]
        if number is not None and last.number == number:
            return False
        if self.waiting and not last.days:
            return False
        if self.below and last.first:
            return True
        return told or not (self.waiting or self._are_told)

    @property
    def _are_told(self) -> bool:
        """Whether weeks above have numbers or dates in the column of weeks."""
        above = any(week.number is not None or week.first for week in self.weeks)
        return above and (bool(self.labels.columns) or self.dated)

    def _entries(
        self, row: Row, cells: Mapping[int, str], dates: Mapping[int, date]
    ) -> dict[int, Entry]:
        """Return the entry of each day; a day without a date lies beside one with.

        A cell beside the days may name one of them: ``Sat: parkrun instead``.
        """
        beside = {
            (line.weekday - self.labels.weeks.start) % 7: line.title
            for cell in self.labels.beside(row)
            for line in chain.from_iterable(day_lines([cell]))
            if line.weekday is not None and self.labels.weeks.start is not None and line.sure
        }
        cells = {**cells, **beside}
        unit, activity = self.labels.unit(row), self.labels.activity(row)
        timed = any(meaning(label)[0] in {"time", "duration"} for label in self.labels.left(row))
        found = {}
        for offset, cell in cells.items():
            head, title = split_dated(cell) if dates else ("", cell)
            title = title.strip()
            if is_nothing(title) or _is_date(title) or (head and offset not in dates):
                continue
            counted = unit and NUMBER.fullmatch(title)
            title = f"{title} {unit}" if counted else title
            day = day_beside(dates, offset) if dates else NO_DATE
            text = self.labels.usual(offset) if offset in self.labels.weeks.columns else ""
            long = minutes(title) if timed else None
            far = distance(title) if counted else None
            found[offset] = Entry(
                day, read_title(title), row.line, text, "", activity, far, long, unit=self.unit
            )
        return found


def _dates_below(labels: Labels, dates: Mapping[int, Mapping[int, date]]) -> bool:
    """Return whether rows of dates stand below the runs of their weeks: the first and the last."""
    rows = [
        is_row_of_dates(cells, dates.get(position, {}))
        for position, row in enumerate(labels.rows)
        if sum(map(bool, (cells := labels.days(row)).values())) > 1
    ]
    return len(rows) > 1 and rows[-1] and not rows[0]


def _is_date(cell: str) -> bool:
    """Return whether a cell is nothing but a date, that of something else: "10.5" are km."""
    return bool(WORD_OR_YEAR.search(cell) and written(cell))


def _is_legend(cells: list[str]) -> bool:
    """Return whether a row explains words of the plan."""
    return 2 * sum("=" in cell for cell in cells) >= len(cells) or cells[0].endswith(":")
