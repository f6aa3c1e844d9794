"""Which row of a table is its header, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runtall.documents.values import BadValue
from runtall.domain.run_plan import EASY_KINDS, STRENGTH, RunKind
from runtall.importers.days.dates import WORD, written
from runtall.importers.days.names import languages, may_be_weekday, meaning, weekdays_of
from runtall.importers.grid import Grid, Row
from runtall.importers.kinds.classify import classify
from runtall.importers.tables.cells import is_nothing, read_at
from runtall.importers.words.languages import spoken
from runtall.importers.words.lengths import distance
from runtall.importers.words.titles import spelling

# Rows in which a header is looked for.
FIRST_ROWS = 60
# Cells that tell what a column holds.
SAMPLE = 500
# Columns that a header names for sure.
FEWEST_NAMES = 3
# Days of a week, and different weekdays that make a column without a header one of weekdays.
A_WEEK, MOST_WEEKDAYS = 7, 5
# Kinds of runs that columns are called by beside one that may be.
KINDS_BESIDE = 2
# Characters of a column's name; a sentence has more.
LONGEST_NAME = 60
# Columns that tell what is done on a day.
CONTENT = {"kind", "title", "type", "description", "distance", "duration", "am", "pm"}
# Columns that tell which day is meant.
WHEN = {"date", "day", "weekday", "week", "to_go", "week_end"}
# The hour before which nobody starts to run.
EARLIEST = 4
# A pace, or one to another; the fastest and the slowest that such a column has, and as minutes a
# kilometre what nobody takes who runs.
PACE = re.compile(r"(\d{1,2}):([0-5]\d)(?!:)")
FASTEST, SLOWEST, CRAWL = 165, 599, 15
# One of so many starts at most is to the minute, and no multiple of five.
OFTEN_ODD = 5
# Columns that say how hard a run is.
SAYS = {"title", "type", "kind"}
# A second column for the same.
AGAIN = "again"
# Names of columns that are one of several: "Plan A (sub 3)".
NUMBERED = re.compile(r"(.*?[^\W\d_] )(?:[a-z]|\d)\b")
# What is run, as in "10' Z2, 3x8' Z3" or "{reps: 6, on: 2min}"; a place or a pace is shorter.
DETAILS = re.compile(r"(?=.*[^\W\d])(?=.*\d).{6,}")
# One of so many rows has what each run has; a sum of weeks has fewer.
OFTEN = 3
# Of so many cells at least this share must be dates to make a column one of dates.
MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    name
        What it holds; empty: nobody knows.
    unit
        Of its numbers, where the header says it.
    header
        What the table calls it.
    """

    index: int
    name: str
    unit: str = ""
    header: str = ""


def kind_of(header: str) -> str:
    """Return the kind of run that a column is for, as ``Long``; empty where it is for any."""
    found = classify(header)
    return "" if found.weak or meaning(header)[0] else found.kind


def with_kinds_named(grid: Grid) -> Grid:
    """Return a table whose column ``Tempo``, beside those of other kinds, is called as one.

    Elsewhere it is that of a pace, and in some languages of times.
    """
    for at, row in enumerate(grid.rows[:FIRST_ROWS]):
        short = [cell for cell in row.cells if len(cell) <= LONGEST_NAME]
        if re.search(r"\d", "".join(row.cells)):  # "Week 3, easy 5, tempo": a row of runs
            continue
        if WHEN.isdisjoint(meaning(cell)[0] for cell in short):
            continue
        times = [cell for cell in short if meaning(cell) == ("time", "")
                 and not any(map(may_be_weekday, WORD.findall(cell)))]  # fmt: skip
        tempos = {cell for cell in times if classify(cell).kind}
        if tempos and len({*filter(None, map(kind_of, short))}) >= KINDS_BESIDE:
            cells = tuple(f"{cell}s" if cell in tempos else cell for cell in row.cells)
            return grid.with_rows(at, at + 1, replace(row, cells=cells))
    return grid


def find_header(grid: Grid) -> tuple[int, tuple[Column, ...]] | None:
    """Find the row that names a day and what is done on it; the columns by their meaning."""
    best: tuple[int, tuple[Column, ...]] | None = None
    most = 0
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        if sum(bool(cell) for cell in row.cells) < 2:
            continue
        columns = tuple(
            Column(index, *(meaning(cell) if len(cell) <= LONGEST_NAME else ("", "")), cell)
            for index, cell in enumerate(row.cells)
        )
        names = {column.name for column in columns}
        score = len(names & (CONTENT | WHEN)) * bool(names & WHEN) * bool(names & CONTENT)
        if score > most:
            best, most = (position, columns), score
    return best


def is_named(grid: Grid) -> bool:
    """Return whether a row names so many columns that it can be nothing but a header."""
    found = find_header(grid)
    return found is not None and sum(bool(column.name) for column in found[1]) >= FEWEST_NAMES


def by_content(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns with what their cells say: ``Day`` can be a date, ``Time`` a length.

    Of several columns for the same, the first counts. What is the same in every row, such as the
    name of a board, says nothing of any.
    """
    aside = [
        replace(column, name="other") if _is_pace(column, columns, rows) else column
        for column in columns
    ]
    decided = [_decided(column, [row.cell(column.index) for row in rows]) for column in aside]
    names = [column.name for column in decided]
    if "date" not in names:
        decided = [
            replace(column, name="date", unit="")
            if column.name in {"", "week", "title"}
            and "date" not in [one.name for one in decided[: column.index]]
            and is_dates([row.cell(column.index) for row in rows])
            and not (column.name == "week" and {"weekday", "number"} & {*names})
            and not ("weekday" in names and _is_rare(column, rows))
            else column
            for column in decided
        ]
    if "distance" not in names:
        decided = [
            replace(column, name="distance") if _has_volumes(column, rows) else column
            for column in decided
        ]
    seen: set[tuple[str, str]] = set()
    for index, column in enumerate(decided):
        if (column.name, column.unit) in seen and column.name not in {"", "description"}:
            more = "description" if column.name in {"title", "type"} else AGAIN
            named = (NUMBERED.match(spelling(one.header)) for one in decided[: index + 1])
            *before, last = (one and one[1] for one in named)
            more = AGAIN if last and last in before else more
            words = {row.cell(column.index) for row in rows}
            more = "" if more != AGAIN and len(words) == 1 and len(rows) > 1 else more
            decided[index] = replace(column, name=more)
        seen.add((decided[index].name, column.unit))
    return tuple(decided)


def _is_rare(column: Column, rows: Sequence[Row]) -> bool:
    """Return whether fewer rows than one a week have something: a list beside the plan."""
    return A_WEEK * sum(bool(row.cell(column.index)) for row in rows) < len(rows)


def _has_volumes(column: Column, rows: Sequence[Row]) -> bool:
    """Return whether a column has the volume of each run, such as ``Volume (km)``, and not sums."""
    if column.name != "total" or not column.unit:
        return False
    return OFTEN * sum(bool(row.cell(column.index)) for row in rows) >= len(rows)


def with_details(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns with what nobody knows, but says what is run, as description or type.

    Or what is done in place of a run, where another column says what is run.
    """
    found, described = list(columns), "description" in [one.name for one in columns]
    for place, column in enumerate(columns):
        filled = [cell for row in rows[:SAMPLE] if (cell := row.cell(column.index))]
        if column.name or not filled:
            continue
        kinds = [classify(cell).kind for cell in filled]
        other = sum(kind in {RunKind.CROSS, STRENGTH} for kind in kinds)
        if MOSTLY * len(filled) <= other and {*kinds} <= {RunKind.CROSS, STRENGTH, ""}:
            found[place] = replace(column, name="instead")
        elif described:
            continue
        elif MOSTLY * len(filled) <= sum(map(bool, map(DETAILS.search, filled))):
            found[place] = replace(column, name="description")
        elif "type" not in {one.name for one in found} and _names_kinds(filled):
            found[place] = replace(column, name="type")
    return tuple(found)


def _names_kinds(cells: Sequence[str]) -> bool:
    """Return whether most cells that aren't empty name kinds of runs, and not all the same."""
    spelled, languages = list(map(spelling, cells)), spoken(cells)
    kinds = {cell: classify(cell, languages) for cell in dict.fromkeys(spelled)}
    sure = [kinds[cell].kind for cell in spelled if kinds[cell].kind and not kinds[cell].weak]
    return len({*sure}) > 1 and len(sure) >= MOSTLY * len(cells)


def _decided(column: Column, cells: Sequence[str]) -> Column:
    name = column.name
    filled = [cell for cell in cells if cell]
    if name in {"day", "date", "weekday"} and filled:
        if is_dates(filled):
            name = "date"
        elif _are_weekdays(cells[:SAMPLE]):
            name = "weekday"
        elif name == "day" and all(cell.isdigit() for cell in filled):
            name = "number"
    if name == "time":
        name = "at" if _is_clock(filled) else "duration"
    return replace(column, name=name)


def _are_weekdays(cells: Sequence[str]) -> bool:
    days = weekdays_of(cells)
    return 0 < len(days) - days.count(None) >= MOSTLY * sum(map(bool, cells))


def is_dates(cells: Sequence[str]) -> bool:
    """Return whether most cells that aren't empty are dates."""
    filled = [cell for cell in cells if cell][:SAMPLE]
    return bool(filled) and sum(bool(written(cell)) for cell in filled) >= MOSTLY * len(filled)


def _is_clock(cells: Sequence[str]) -> bool:
    """Return whether cells are times of day rather than how long something takes.

    Of lengths only few are so long that somebody may start then.
    """
    try:
        times = [read_at(cell) for cell in cells[:SAMPLE]]
    except BadValue:
        return False
    return sum(one.hour >= EARLIEST for one in times) > MOSTLY * len(times)


def _is_pace(column: Column, columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Return whether a column of times has a pace for each run.

    As lengths they were too long for their distances. As times of day they were at night, or to
    the minute, or whatever is run hard had the earliest ones; a header that is some language's word
    for a pace, such as ``Tempo``, needs no more.
    """
    if column.name != "time":
        return False
    cells = [(cell, row) for row in rows[:SAMPLE] if (cell := row.cell(column.index))]
    paces = [(60 * int(m[1]) + int(m[2]), row) for cell, row in cells if (m := PACE.match(cell))]
    if not paces or len(paces) < MOSTLY * sum(not is_nothing(cell) for cell, _ in cells):
        return False
    values = [value for value, _ in paces]
    if min(values) < FASTEST or max(values) > SLOWEST:
        return False
    far = [(value, _metres(columns, row)) for value, row in paces]
    crawls = sum(bool(metres) and 1000 * value > CRAWL * metres for value, metres in far)
    if crawls < MOSTLY * len(far):
        return False
    called = any(spelling(column.header) in one.words.get("pace", ()) for one in languages())
    odd = sum(value % 5 > 0 for value in values)
    to_the_minute = min(values) < 60 * EARLIEST or OFTEN_ODD * odd >= len(values)
    return called or to_the_minute or _are_faster_where_hard(paces, columns)


def _are_faster_where_hard(paces: Sequence[tuple[int, Row]], columns: Sequence[Column]) -> bool:
    """Return whether each run that is hard, or the race, has a lower number than any easy one."""
    hard, easy = list[int](), list[int]()
    for value, row in paces:
        said = [classify(row.cell(one.index)).kind for one in columns if one.name in SAYS]
        kind = next(filter(None, said), "")
        if kind in {RunKind.WORKOUT, RunKind.RACE}:
            hard.append(value)
        elif kind in {*EASY_KINDS, RunKind.LONG}:
            easy.append(value)
    return min(len(hard), len(easy)) > 1 and max(hard) < min(easy)


def _metres(columns: Sequence[Column], row: Row) -> int:
    """Return how far a run is by its distance, else by its title; 0 where neither says it."""
    told = [
        distance(f"{cell} {one.unit or 'km'}" if cell[-1].isdigit() else cell)
        for name in ("distance", "title")
        for one in columns
        if one.name == name and (cell := row.cell(one.index))
    ]
    return next(filter(None, told), 0)


def headerless(grid: Grid) -> tuple[int, tuple[Column, ...]]:
    """Name the columns of a table by what they hold, where no header tells it.

    Returns
    -------
    header, columns
        Position of the row above the first date, -1 where there is none or only weekdays are; no
        columns where it isn't clear which they are.
    """
    rows = grid.rows
    for index in range(grid.width):
        dates = [at for at, row in enumerate(rows) if written(row.cell(index))]
        if len(dates) > 1 and is_dates([row.cell(index) for row in rows[dates[0] :]]):
            return dates[0] - 1, _by_length(grid, index, dates[0], "date")
    for index in range(grid.width):
        cells = [row.cell(index) for row in rows]
        if len(set(weekdays_of(cells)) - {None}) >= MOST_WEEKDAYS and _are_weekdays(cells):
            return -1, _by_length(grid, index, 0, "weekday")
    return -1, ()


def _by_length(grid: Grid, date: int, first: int, name: str) -> tuple[Column, ...]:
    """Return the columns beside the one of days: as the row above says, else the most words."""
    above = grid.rows[first - 1].cells if first else ()
    names = [*above, *[""] * grid.width][: grid.width]
    named = {index: Column(index, *meaning(name), name) for index, name in enumerate(names)}
    named[date] = replace(named[date], name=name, unit="")
    if not any(column.name in CONTENT for column in named.values()):
        lengths = {
            index: sum(len(row.cell(index)) for row in grid.rows[first:])
            for index in named
            if index != date
            and any(char.isalpha() for row in grid.rows[first:] for char in row.cell(index))
        }
        if not lengths:
            return ()
        title = max(lengths, key=lambda index: lengths[index])
        named[title] = replace(named[title], name="title", unit="")
    return tuple(named.values())
