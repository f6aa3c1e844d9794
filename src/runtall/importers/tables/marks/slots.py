"""What is run on each day of a block, by what its rows and columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from runtall.documents.values import NAMES
from runtall.domain.run_plan import EASY_KINDS, STRENGTH, RunKind
from runtall.importers.days.dates import written
from runtall.importers.days.day_lines import day_lines
from runtall.importers.days.names import meaning
from runtall.importers.days.week_names import start_of_week
from runtall.importers.days.week_numbers import week_number
from runtall.importers.grid import Row
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.cells import NUMBER, is_nothing
from runtall.importers.tables.day_dates import split_dated
from runtall.importers.tables.header import kind_of
from runtall.importers.tables.marks.blocks import SHORT, Block, Sheet
from runtall.importers.tables.marks.cells import NO_MARK, Mark
from runtall.importers.tables.values import is_aside
from runtall.importers.words.titles import spelling

HALVES = {"am", "pm"}
# Columns and rows that say nothing of what is run.
ASIDE = {"other", "total", "end_date", "week", "week_end", "to_go", "optional"}
# Rows of a week that say more about its runs.
MORE = {"distance", "duration", "time", "description", "type"}
# What marks a day in the column of a kind: "x" below "Long".
TICKS = {"x", "y", "yes", "\u2713", "\u2714", "\u2705"}
# What stands in the column of a day that no header names.
TITLE = "Workout"
# "Workout" is above all that is done, "Long run" is not.
WORK = ("title", RunKind.WORKOUT)
# What a row beside that of the runs is for.
BESIDE = {RunKind.CROSS, STRENGTH}
# Rows that explain words, and are no chance.
FEWEST_TERMS = 3
# What parts the first run of a cell from another.
AND_MORE = re.compile(r"[,+&/]|\d\D+\d")


@dataclass(slots=True)
class Slot:
    """What is run on a day, by what its columns are called.

    Parameters
    ----------
    place
        Where its week stands, so that weeks come in turn.
    """

    line: int
    week: str
    day: str
    weekday: int | None
    place: tuple[int, ...]
    words: dict[str, list[str]] = field(default_factory=dict)

    def cell(self, name: str) -> str:
        """Return what is said under a name; descriptions stay lines.

        Rest beside a run is another row's: a shift that is off.
        """
        sign = "\n" if meaning(name)[0] == "description" else ", "
        said = self.words.get(name, ())
        return sign.join([one for one in said if classify(one).kind != RunKind.REST] or said)

    @property
    def called(self) -> str:
        """The name of its weekday, if anybody knows it."""
        return "" if self.weekday is None else NAMES[self.weekday].capitalize()


def slots_of(sheet: Sheet, block: Block) -> Iterator[Slot]:
    """Yield what is run on each day of a block."""
    return _Reading(sheet, block, sheet.headers(block)).slots()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A block on its way in.

    Parameters
    ----------
    headers
        What its columns are called, by the rows that say so.
    """

    sheet: Sheet
    block: Block
    headers: dict[int, dict[int, str]]

    def slots(self) -> Iterator[Slot]:
        """Yield what is run on each day."""
        block, rows, found = self.block, self.sheet.grid.rows, dict[object, Slot]()
        kept = [at for at in self._rows() if at not in self.headers and not self._is_sum(at)]
        labels = {at: self._label(at) for at in kept}
        told = any(self._week(at, block.columns.start)[0] for at in kept)
        covered = self._below_weeks()
        week, seen = 0, set[str]()
        for at in kept:
            label = labels[at]
            if meaning(label)[0] in ASIDE:
                continue
            if not label or label in seen:
                week, seen = week + 1, set()
            seen.add(label)
            for index in covered:
                cell, mark = rows[at].cell(index), self.sheet.marks[at][index]
                header = self._header(at, index)
                if spelling(cell) in TICKS and kind_of(header):
                    cell = header
                taken = mark.week or (mark.is_day and not mark.words and bool(block.head))
                # "Subtotal", with its number beside it; "tempo (6 mi total)" is a run.
                taken = taken or (meaning(cell)[0] == "total" and not NUMBER.search(cell))
                if is_nothing(cell) or taken or cell == label or meaning(header)[0] in ASIDE:
                    continue
                when, place = self._week(at, index)
                if not told and block.across:
                    when, place = f"Week {week}", (block.head[0], block.left, at)
                for anchor, day, words in self._days(at, index, cell):
                    named = [*labels.values()].count(label) > 1 or classify(label).kind in BESIDE
                    several = label if named else ""
                    name, said, apart = _called(words, header, several)
                    key = (when, day.days, day.day, anchor, apart and (index, several))
                    slot = Slot(rows[at].line, when, day.day, next(iter(day.days), None), place)
                    of_day = found.setdefault(key, slot).words.setdefault(name, [])
                    of_day += [said] if said not in of_day else []
        yield from found.values()

    def _rows(self) -> range:
        """Return the rows of the block, below dates without the notes behind a gap."""
        block, rows = self.block, self.sheet.grid.rows
        dated = block.across and any(one.day for one in self.sheet.marks[block.head[0]])
        notes = (at for at in block.rows[1:] if rows[at].gap
                 and 2 * sum(map(bool, rows[at].cells)) <= len(block.columns))  # fmt: skip
        stop = next(notes, block.rows.stop) if dated else block.rows.stop
        return range(block.rows.start, min(stop, self._legend()))

    def _legend(self) -> int:
        """Return where rows of a word and its meaning begin below the runs, or where all end."""
        block, sheet = self.block, self.sheet
        start = block.rows.stop
        names = [row[block.left] for row in sheet.marks]
        while start > block.rows.start and names[start - 1] is NO_MARK:
            if not _has_two(sheet.grid.rows[start - 1], block.left):
                break
            start -= 1
        terms = [sheet.cell(at, block.left) for at in range(start, block.rows.stop)]
        words = {word for at in range(block.rows.start, start) for to in block.columns
                 for word in sheet.cell(at, to).split()}  # fmt: skip
        used = sum(term in words for term in terms)
        legend = len(terms) >= FEWEST_TERMS and 2 * used > len(terms)
        return start if legend else block.rows.stop

    def _days(self, at: int, index: int, cell: str) -> Iterator[tuple[int, Mark, str]]:
        """Yield the days of a cell, its own or those that its row and column name, and its runs."""
        if self.block.across:
            head, columns = self.block.head[0], range(index, self.block.columns.start - 1, -1)
            mark = next((one for to in columns if (one := self.sheet.marks[head][to]).is_day), None)
            own, words = split_dated(cell)
            anchor, found = 0, mark
            if own and words.strip():
                found, cell = Mark(mark.days if mark else (), own), words.strip()
        elif self.block.head:
            anchor, found = self._day_beside(at)
        else:
            anchor, found = 0, self._day_above(index)
        named = day_lines([cell])[0] if len(cell) > SHORT else []
        weekdays = [one for one in named
                    if one.weekday is not None and (one.sure or not self.block.head)]  # fmt: skip
        if not self.block.head and (days := self.sheet.marks[at][index].days):
            for day in days:  # "Rest: Mon, Fri"
                yield anchor, Mark((day,)), self._header(at, index)
        elif len(weekdays) > 1 or (weekdays and not (found and found.is_day)):
            for line in weekdays:
                yield anchor, Mark((line.weekday or 0,)), line.title
        elif not found:
            return
        elif found.day:
            yield anchor, Mark(found.days[:1], found.day), cell
        else:
            for day in found.days:
                yield anchor, Mark((day,)), cell

    def _day_beside(self, at: int) -> tuple[int, Mark | None]:
        """Return the day of a row by its columns of days, or that of the row it goes on with."""
        for row in range(at, -1, -1):
            marks = [self.sheet.marks[row][index] for index in self.block.head]
            if any(one.is_day for one in marks):
                days = next((one.days for one in marks if one.days), ())
                return row, Mark(days, next((one.day for one in marks if one.day), ""))
            cells = [self.sheet.cell(row, index) for index in self.block.head]
            if any(cells) or self.sheet.grid.rows[row].gap or row in self.headers:
                return row, None
        return at, None

    def _day_above(self, index: int) -> Mark | None:
        """Return the day that the header of a column names: ``Speed (Wed)``."""
        above = (self.sheet.marks[at][index] for at in range(self.block.rows.start))
        return next((mark for mark in above if mark.is_day), None)

    def _week(self, at: int, index: int) -> tuple[str, tuple[int, ...]]:
        """Return the week of a cell, named in its row, or nearest above, and where it is named."""
        block = self.block
        for row in range(at, -1, -1):
            marks, cells = self.sheet.marks[row], self.sheet.grid.rows[row].cells
            beside = [to for to in range(block.left, block.columns.start) if marks[to].week]
            over = [to for to in range(block.columns.start, index + 1) if marks[to].week]
            behind = [to for to in range(index + 1, len(marks)) if marks[to].week and row == at]
            starts = [to for to, mark in enumerate(marks) if mark.week]
            width = min((b - a for a, b in pairwise(starts)), default=len(marks))
            near = over[-1:] if over and index - over[-1] < width else []
            if near or (beside and not (over and len(starts) > 2)):
                named = near or beside
                if len(starts) > 1 and beside and not over and index - beside[-1] >= width > 2:
                    continue
                text = _name([marks[to].week for to in named])
                if near and row > 0 and (above := self.sheet.marks[row - 1][near[0]].week):
                    text = _name([above, text])
                down = (row,) if len(named) == len(starts) and row <= at else ()
                return text, (*((row, named[0]) if near else (0, named[0], row)), *down)
            if behind and cells and not block.across and len(starts) == 1:
                return marks[behind[0]].week, (0, behind[0], row)
            if behind and block.across and len(starts) == 1:
                return marks[behind[0]].week, (0, behind[0], row)
        return "", (0, *block.head[:1], at if not block.across else 0)

    def _below_weeks(self) -> list[int]:
        """Return the columns of runs: where weeks stand side by side, those below their names."""
        block, marks = self.block, self.sheet.marks
        rows = [[to for to in block.columns if marks[at][to].week] for at in range(block.rows.stop)]
        starts = [] if block.across else max(rows, key=len, default=[])
        if len(starts) < 2:
            return [*block.columns]
        width = min(b - a for a, b in pairwise(starts))
        return [to for to in block.columns if any(0 <= to - start < width for start in starts)]

    def _is_sum(self, at: int) -> bool:
        """Return whether a row adds something up."""
        row, block = self.sheet.grid.rows[at], self.block
        beside = row.cells[block.left : block.columns.start]
        free = not any(row.cell(to) for to in block.head)
        if block.across or not free:
            return any(meaning(cell)[0] == "total" for cell in beside)
        named = self._below_weeks() == [*block.columns] and any(
            self.sheet.marks[at][to].week for to in block.columns if row.cell(to)
        )  # "Week 1 | 50 km"
        return (named or is_aside(row)) and not self._label(at)

    def _label(self, at: int) -> str:
        """Return what a row is called beside its days: ``AM``, ``km``, ``notes``."""
        row, marks = self.sheet.grid.rows[at], self.sheet.marks[at]
        columns = range(self.block.left, self.block.columns.start)
        named = [row.cell(to) for to in columns if marks[to] is NO_MARK and row.cell(to)]
        if not self.block.across:
            named = [cell for cell in row.cells[self.block.columns.start :][:1]
                     if meaning(cell)[0] in HALVES or (meaning(cell)[0] == "other"
                     and not (classify(cell).kind or any(map(str.isdigit, cell))))]  # fmt: skip
        return named[-1] if named and not is_nothing(named[-1]) else ""

    def _header(self, at: int, index: int) -> str:
        """Return what the column of a cell is called, nearest above it."""
        named = (self.headers[row].get(index, "") for row in sorted(self.headers, reverse=True)
                 if row < at)  # fmt: skip
        found = next(filter(None, named), "")
        if self.block.across and found == self.sheet.cell(self.block.head[0], index):
            return self.sheet.marks[self.block.head[0]][index].words
        return found


def _has_two(row: Row, left: int) -> bool:
    """Return whether a row has nothing but a cell in a column and in the next."""
    return [at for at, cell in enumerate(row.cells) if cell] == [left, left + 1]


def _name(weeks: list[str]) -> str:
    """Return one name of a week that is named by its number and its first day."""
    dated = next((one for one in weeks if written(start_of_week(one))), "")
    numbered = next((one for one in weeks if one != dated and week_number(one) is not None), "")
    return f"{numbered} ({start_of_week(dated)})" if dated and numbered else dated or weeks[-1]


def _called(cell: str, header: str, label: str) -> tuple[str, str, bool]:
    """Return what a cell is called, its words, and whether it is a run of its own.

    A column for one kind of run says so: ``Long (km)``, and so does a row.
    """
    if meaning(label)[0] in {*HALVES, *MORE}:
        return label, cell, False
    said = classify(cell)
    own = said.kind in {RunKind.RACE, RunKind.REST}
    # "2 miles easy" is no tempo in the week of a race, "2 easy, 2 MT" may be one.
    easy = said.kind in EASY_KINDS and not said.weak and not AND_MORE.search(cell)
    for words in (header, label):
        kind = classify(words) if words else None
        name, unit = meaning(words)
        named = name and (len(words.split()) == 1 or (name, kind and kind.kind) == WORK)
        if kind and kind.kind and not kind.weak and not named:
            head, _, counted = words.partition("(")
            if own or cell == header or (easy and kind.kind is RunKind.WORKOUT):
                return TITLE, cell, True
            if NUMBER.fullmatch(cell):  # "Long 20", as runners write it
                unit = unit or meaning(counted.strip(" )"))[1]
                return TITLE, f"{head.strip()} {cell} {unit}".strip(), True
            return TITLE, f"{head.strip()}: {cell}", True
    return header or TITLE, cell, False
