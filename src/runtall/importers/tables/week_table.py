"""The wide table: one row, or some, for each week, a column for each weekday."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.tables.cells import NUMBER, is_nothing, read_title
from runtall.importers.tables.date_columns import NO_SUCH, Hints, read_dates, years_in
from runtall.importers.tables.dates import written
from runtall.importers.tables.grid import Grid, Row
from runtall.importers.tables.header import MOSTLY, Weeks
from runtall.importers.tables.layout import Week, is_race, lay_out
from runtall.importers.tables.units import unit_of
from runtall.importers.tables.week_numbers import start_of_week, week_number
from runtall.importers.tables.words import header_languages, meaning

FORM = "a table, one row a week"
# The date that a cell begins with, and what parts it from the rest.
DATED = re.compile(r"\s*(?P<date>\d{4}-\d{1,2}-\d{1,2}|[^:\n]{3,30}?)(?P<end>:|\n|$|(?<=-\d\d)\s)")
# Days of a date row that must follow each other.
FEWEST_DATES = 2
# Filled days that make a row below the plan, without a number, a week all the same.
WHOLE_WEEK = 4


def read_weeks(grid: Grid, found: Weeks, context: Context) -> Entries:
    """Read a table with a row for each week.

    A cell, a row of its own or the column of the week may give dates; else the plan is laid out
    from the race. A row without a number goes on with the week above it. What stands below the
    plan, or is a sum, is no week.
    """
    reading = _Reading(grid, found, Notes(), context)
    weeks = reading.weeks()
    if not any(week.days for week in weeks):
        reading.notes.end()
        raise no_run_plan("there are no runs below the header")
    entries = lay_out(weeks, found.start, context, reading.notes)
    reading.notes.end()
    return Entries(tuple(entries), FORM, reading.notes.remarks())


@dataclass(slots=True)
class _Reading:
    grid: Grid
    found: Weeks
    notes: Notes
    context: Context
    labels: list[int] = field(default_factory=list)
    unit: str = ""
    parts: set[str] = field(default_factory=set)

    def weeks(self) -> list[Week]:
        """Return the weeks of the table in its order."""
        rows = self.grid.rows[self.found.row + 1 :]
        self.unit = unit_of(cell for row in self.grid.rows for cell in row.cells)
        self.labels = self._label_columns(rows)
        self.parts = self._parts(rows)
        starts = self._starts(rows)
        dates = self._dates(rows)
        numbered = self._are_numbered(rows)
        weeks: list[Week] = []
        skipped: list[Row] = []
        waiting: date | None = None
        over = False
        for position, row in enumerate(rows):
            in_row = dates.get(position, {})
            cells = {offset: row.cell(index) for offset, index in self.found.columns.items()}
            if self._repeats_header(row):
                continue
            if in_row and self._only_dates(cells, in_row):
                waiting = _first(in_row)
                weeks.append(Week(row.line, self._number(row), waiting))
                over = False
                continue
            number, start = self._number(row), starts[position]
            opens = self._opens(row, number, start, weeks, numbered=numbered, waiting=waiting)
            if opens is None or (over and not (number is not None or start)):
                skipped.append(row)
                over = over or row.gap
                continue
            of_week = self._entries(row, cells, in_row)
            if opens:
                weeks.append(Week(row.line, number, start or _first(in_row)))
                self._add(weeks[-1], of_week)
            elif of_week:
                apart = number is not None or in_row or self._is_part(row)
                self._go_on(weeks[-1], of_week, row, together=not apart)
            waiting = None if opens else waiting
        self._tell(skipped)
        return [week for week in weeks if week.days or week.number is not None]

    # --- what a row is ---

    def _label_columns(self, rows: Sequence[Row]) -> list[int]:
        """Return the columns that number the weeks, or give their dates, the best first."""
        days = set(self.found.columns.values())
        header = self.grid.rows[self.found.row]
        scores: dict[int, float] = {}
        for index in range(self.grid.width):
            filled = [row.cell(index) for row in rows if row.cell(index)]
            if index in days or not filled:
                continue
            name = meaning(header.cell(index))[0]
            if name in {"total", "distance", "duration", "other", "description"}:
                continue
            labels = [
                week_number(cell) is not None or written(start_of_week(cell)) for cell in filled
            ]
            share = sum(map(bool, labels)) / len(filled)
            if share >= MOSTLY or (name in {"week", "to_go", "week_end"} and any(labels)):
                scores[index] = (name in {"week", "to_go", "week_end", "date"}) * 2 + share
        left = min(days)
        kept = [index for index in scores if scores[index] >= 2 or index < left]
        return sorted(kept, key=lambda index: -scores[index])

    def _parts(self, rows: Sequence[Row]) -> set[str]:
        """Return what several rows of one week are called: runs, strength, kilometres."""
        first = min(self.found.columns.values())
        found: Counter[str] = Counter()
        for row in rows:
            if self._number(row) is None:
                found.update({row.cell(index) for index in range(first) if row.cell(index)})
        return {word for word, count in found.items() if count > 1}

    def _are_numbered(self, rows: Sequence[Row]) -> bool:
        return any(self._number(row) is not None for row in rows)

    def _number(self, row: Row) -> int | None:
        header = self.grid.rows[self.found.row]
        for index in self.labels:
            number = week_number(row.cell(index))
            if number is not None:
                past = meaning(header.cell(index))[0] == "to_go"
                return -number if past else number
        return None

    def _opens(
        self,
        row: Row,
        number: int | None,
        start: date | None,
        weeks: Sequence[Week],
        *,
        numbered: bool,
        waiting: date | None,
    ) -> bool | None:
        """Return whether a row begins a week; None where it is no part of the plan."""
        filled = [cell for index in self.found.columns.values() if (cell := row.cell(index))]
        if not filled and number is None and start is None:
            return None
        if number is not None or start is not None:
            return not (
                (weeks and number is not None and weeks[-1].number == number)
                or (waiting and weeks and weeks[-1].number is None and not weeks[-1].days)
            )
        first = min(self.found.columns.values())
        label = next((row.cell(index) for index in range(first) if row.cell(index)), "")
        if (label and meaning(label)[0] == "total") or _is_legend(filled):
            return None
        if waiting:
            return False
        if numbered or self.labels:
            above = any(week.number is not None or week.first for week in weeks)
            if not above and not label:
                return True  # a week before the first one
            labelled = any(row.cell(index) for index in self.labels) or (
                label
                and numbered
                and label not in self.parts
                and meaning(label)[0] not in {"distance", "duration", "description"}
            )
            return None if labelled or row.gap or not weeks else False
        ended = any(is_race(entry) for week in weeks[-1:] for day in week.days.values()
                    for entry in day)  # fmt: skip
        if row.gap and weeks and (ended or len(filled) < WHOLE_WEEK):
            return None
        return None if label and weeks and len(filled) < 2 else True

    def _is_part(self, row: Row) -> bool:
        """Return whether a row has more runs for the days of its week, not more words."""
        first = min(self.found.columns.values())
        labels = [row.cell(index) for index in range(first) if row.cell(index) in self.parts]
        more = {"distance", "duration", "description"}
        return any(label and meaning(label)[0] not in more for label in labels)

    def _repeats_header(self, row: Row) -> bool:
        header = self.grid.rows[self.found.row]
        same = [
            row.cell(index).lower() == header.cell(index).lower()
            for index in self.found.columns.values()
        ]
        return all(same)

    # --- dates ---

    def _hints(self) -> Hints:
        above = [cell for row in self.grid.rows[: self.found.row] for cell in row.cells]
        header = self.grid.rows[self.found.row].cells
        return Hints(
            order=self.context.date_order,
            race_date=self.context.race_date,
            years=years_in([*above, self.grid.sheet]),
            day_first="en" not in header_languages(header),
        )

    def _starts(self, rows: Sequence[Row]) -> list[date | None]:
        """Return the first day of each week that the table's column of weeks gives."""
        for index in self.labels:
            cells = [start_of_week(row.cell(index)) for row in rows]
            filled = [cell for cell in cells if cell]
            if sum(bool(written(cell)) for cell in filled) < MOSTLY * len(filled):
                continue
            dates = read_dates(cells, self._hints())
            if trouble := dates.trouble(filled[0]):
                header = self.grid.rows[self.found.row]
                place = self.grid.column(header.line, index)
                self.notes.fault(header.line, place, header.cell(index), trouble, "order")
                self.notes.end()
            return [self._first_day(day) for day in dates.days]
        return [None] * len(rows)

    def _first_day(self, day: date | None) -> date | None:
        if day is None or self.found.start is None:
            return day
        return day - timedelta(days=(day.weekday() - self.found.start) % 7)

    def _dates(self, rows: Sequence[Row]) -> dict[int, dict[int, date]]:
        """Return the dates that stand in the cells of days, by row and day."""
        places, texts = [], []
        for position, row in enumerate(rows):
            for offset, index in self.found.columns.items():
                if head := _dated(row.cell(index))[0]:
                    places.append((position, offset))
                    texts.append(head)
        counts: dict[int, int] = {}
        for position, _ in places:
            counts[position] = counts.get(position, 0) + 1
        if not texts or not self._plausible(texts, counts):
            return {}
        start = self.found.start
        hints = replace(
            self._hints(),
            weekdays=[None if start is None else (start + offset) % 7 for _, offset in places],
        )
        dates = read_dates(texts, hints)
        if trouble := dates.trouble(texts[0]):
            line = rows[places[0][0]].line
            self.notes.fault(line, 1, "", trouble, "order")
            self.notes.end()
        found: dict[int, dict[int, date]] = {}
        for (position, offset), day, text in zip(places, dates.days, texts, strict=True):
            if day is not None:
                found.setdefault(position, {})[offset] = day
                continue
            line = rows[position].line
            column = self.grid.column(line, self.found.columns[offset])
            message = NO_SUCH.format(text)
            self.notes.fault(line, column, "", message, "date")
        return found

    def _plausible(self, texts: Sequence[str], counts: dict[int, int]) -> bool:
        """Return whether what looks like dates in cells is so: whole, or more than one a row."""
        whole = any(re.match(r"\d{4}-\d", text) for text in texts)
        return whole or any(count >= FEWEST_DATES for count in counts.values())

    def _only_dates(self, cells: dict[int, str], dates: dict[int, date]) -> bool:
        return all(not _dated(cell)[1] for cell in cells.values() if cell) and len(dates) > 1

    # --- entries ---

    def _entries(self, row: Row, cells: dict[int, str], dates: dict[int, date]) -> dict[int, Entry]:
        """Return the entry of each day of a row; a day without a date lies beside one with."""
        first = min(self.found.columns.values())
        labels = [meaning(row.cell(index)) for index in range(first)]
        unit = next((unit for name, unit in labels if name in {"distance", "duration"}), "")
        found = {}
        for offset, cell in cells.items():
            head, title = _dated(cell) if dates else ("", cell)
            if head and offset not in dates:
                continue
            title = title.strip()
            if not title or is_nothing(title):
                continue
            if unit and NUMBER.fullmatch(title):
                title = f"{title} {unit}"
            day = NO_DATE
            if dates:
                near = min(dates, key=lambda known: (abs(known - offset), known))
                day = dates[near] + timedelta(days=offset - near)
            found[offset] = Entry(day, read_title(title), row.line, unit=self.unit)
        return found

    def _add(self, week: Week, entries: dict[int, Entry]) -> None:
        for offset, entry in entries.items():
            week.days.setdefault(offset, []).append(entry)

    def _go_on(self, week: Week, entries: dict[int, Entry], row: Row, *, together: bool) -> None:
        """Add a row to the week above: to its runs, or as more runs of the same days."""
        for offset, entry in entries.items():
            of_day = week.days.setdefault(offset, [])
            if of_day and together:
                title = f"{of_day[-1].title}, {entry.title}"
                of_day[-1] = replace(of_day[-1], title=title)
            else:
                of_day.append(entry)

    def _tell(self, skipped: Sequence[Row]) -> None:
        for row in skipped:
            words = " ".join(cell for cell in row.cells if cell)[:40]
            self.notes.warn("rows that are no week left out", f"{shown(words)} in line {row.line}")


def _is_legend(cells: Sequence[str]) -> bool:
    """Return whether a row explains words of the plan."""
    equal = sum("=" in cell for cell in cells)
    return bool(cells) and (2 * equal >= len(cells) or cells[0].endswith(":"))


def _dated(cell: str) -> tuple[str, str]:
    """Split a cell into the date that it begins with and the rest; no date: an empty one."""
    found = DATED.match(cell)
    if not found:
        return "", cell
    head = found["date"].strip()
    read = written(head)
    if read is None or (read.orders == {} and not re.match(r"\d{4}-", head)):
        return "", cell
    if not found["end"] and not _sure(head):
        return "", cell
    return head, cell[found.end() :]


def _sure(head: str) -> bool:
    """Return whether a cell that is nothing but a date can be nothing else."""
    return len(re.findall(r"\d+", head)) == 3 or any(char.isalpha() for char in head)


def _first(dates: dict[int, date]) -> date | None:
    """Return the first day of a week by any of its dates."""
    return next((day - timedelta(days=offset) for offset, day in dates.items()), None)
