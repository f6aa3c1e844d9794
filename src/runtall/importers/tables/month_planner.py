"""A planner for a wall: months side by side or below each other, and the numbers of their days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise

from runtall.importers.base import Context
from runtall.importers.days.dates import written, years_in
from runtall.importers.days.names import may_be_weekday, weekdays_of
from runtall.importers.days.own_race import race_named
from runtall.importers.grid import Grid, Row

# Rows in which the months of a planner are looked for, and days that each of them has.
FIRST_ROWS, FEWEST_DAYS, SHORTEST_MONTH = 20, 15, 28
# No calendar on the wall has more rows.
MOST_ROWS = 1_000
# What stands behind a weekday beside the number of its day.
NUMBER = "0123456789. "
# A year and the next one.
SEASON = re.compile(r"20\d\d ?[/-] ?\d\d(?!\d)")


def with_months_below(grid: Grid, context: Context) -> Grid | None:
    """Return a planner as rows of a date and what stands beside it; None of anything else."""
    for position, row in enumerate(grid.rows[:FIRST_ROWS]):
        months = _named(row.cells)
        if len(months) > 1 and (found := _dated(grid, position, months, context)):
            return found
    return _of_months_as_rows(grid, context)


def months_as_rows(grid: Grid) -> tuple[Grid, dict[int, int], list[int]] | None:
    """Return a planner with a row for each month from the column of their names on.

    Returns
    -------
    grid, months, numbered
        Months by their rows, and the rows that number days; None where there are none.
    """
    small = grid.width > SHORTEST_MONTH and len(grid.rows) <= MOST_ROWS
    numbered = [at for at, row in enumerate(grid.rows if small else ()) if _counts_days(row.cells)]
    if not numbered:
        return None
    ones = [_bare(cell) for cell in grid.rows[numbered[0]].cells].index("1")
    named = ((index, _named([row.cell(index) for row in grid.rows])) for index in range(ones))
    column, months = max(named, key=lambda one: len(one[1]), default=(0, {}))
    rows = (replace(row, cells=row.cells[column:]) for row in grid.rows)
    return (replace(grid, rows=tuple(rows)), months, numbered) if months else None


def _of_months_as_rows(whole: Grid, context: Context) -> Grid | None:
    """Return the same of a planner with a row for each month, and a column for each number."""
    if not (found := months_as_rows(whole)):
        return None
    grid, months, numbered = found
    first = min(numbered[0], *months)
    again = numbered[1:] if numbered[0] < min(months) else []
    rows, remarks = list[Row](), list[Row]()
    for at, row in enumerate(grid.rows[first:], first):
        alone = bool(row.cell(0)) and row.only_cell == row.cell(0) and at not in months
        remarks += [row] if alone else []
        rows.append(replace(row, cells=()) if alone or at in again else row)
    above = (*whole.rows[:first], *remarks)
    turned = replace(grid, rows=tuple(rows)).turned()
    lines = {at - first: grid.rows[at].line for at in months}
    ones = [_bare(cell) for cell in grid.rows[numbered[0]].cells].index("1")
    beside = [cell for at in months for cell in grid.rows[at].cells[:ones]]
    context = replace(context, heading=(*context.heading, *beside))
    months = {at - first: month for at, month in months.items()}
    return _dated(replace(turned, rows=(*above, *turned.rows)), len(above), months, context, lines)


def _named(cells: Sequence[str]) -> dict[int, int]:
    """Return the months that cells name, by their places."""
    return {at: month for at, cell in enumerate(cells) if (month := month_named(cell))}


def _counts_days(cells: Sequence[str]) -> bool:
    """Return whether cells number the days of a month."""
    numbers = [int(cell) for cell in map(_bare, cells) if cell.isdecimal()]
    first = numbers.index(1) if 1 in numbers else 0
    return numbers[first : first + SHORTEST_MONTH] == [*range(1, SHORTEST_MONTH + 1)]


def _bare(cell: str) -> str:
    """Return the number of a day without its weekday and the dot behind it: ``Fr 1.``."""
    weekday, _, number = cell.removesuffix(".").rpartition(" ")
    return number if not weekday or may_be_weekday(weekday) else cell


def _dated(
    grid: Grid,
    position: int,
    months: Mapping[int, int],
    context: Context,
    lines: Mapping[int, int] | None = None,
) -> Grid | None:
    """Return a planner below the row that names its months as rows of a date and words.

    Parameters
    ----------
    lines
        Of the file, for each month that is a row of it.
    """
    row, below = grid.rows[position], grid.rows[position + 1 :]
    above = [cell for one in grid.rows[: position + 1] for cell in one.cells if cell]
    years, sure = _years([*above, *context.heading], [*months.values()], context)
    fits = [days for year in years if len(days := _days(below, months, lines or {}, year))
            >= FEWEST_DAYS * len(months)]  # fmt: skip
    if not fits:
        return None
    # Where nothing tells the year, the dates have none.
    form = "%Y-%m-%d" if sure or len(fits) == 1 else "%d.%m."
    rows = [Row(line, (f"{day:{form}}", words)) for day, line, words in sorted(fits[0]) if words]
    head = Row(row.line, ("Date", "Title"))
    alone = [] if lines else [one for one in below if one.only_cell]
    remarks = [one for one in alone if not _bare(one.only_cell).isdecimal()]
    return replace(grid, rows=(*grid.rows[:position], *remarks, head, *rows))


def _years(
    words: Sequence[str], months: Sequence[int], context: Context
) -> tuple[Sequence[int], bool]:
    """Return the years that a planner may begin in, the likeliest first, and whether any is known.

    Its race is in one of its months, in a year that its words don't contradict. Without a race
    they mean the year in which it ends, unless they go on as in ``2026/27``.
    """
    turns = [*accumulate((later < one for one, later in pairwise(months)), initial=0)]
    named, race = years_in(words), context.race_date or race_named(words)
    ends = len(named) == 1 and not any(map(SEASON.search, words))
    years = [*dict.fromkeys(year - turns[-1] * ends for year in named), *named]
    for month, turn in zip(months, turns, strict=True):
        begins = race.year - turn if race else 0
        if (
            race
            and race.month == month
            and (not named or {*range(begins, begins + turns[-1] + 1)} & {*named})
        ):
            years = [begins, *years]
        elif race and race.month == month:
            years = [*years, begins]
    last = race.year if race else date.today().year + 1
    return years or (last, last - 1), bool(years or race)


def _days(
    rows: Sequence[Row], months: Mapping[int, int], lines: Mapping[int, int], year: int
) -> list[tuple[date, int, str]]:
    """Return each day of a planner, its line and its words; none where weekdays contradict."""
    found = []
    firsts = [*months]
    if firsts[0] > 0 and all(
        _weekdays([[row.cell(at - 1)] for row in rows])[0] == 0 for at in firsts
    ):
        firsts = [at - 1 for at in firsts]  # the weekdays of a month stand before its name
    starts = [*firsts, max(len(row.cells) for row in rows) if rows else 0]
    before = 0
    for (start, end), (named, month) in zip(pairwise(starts), months.items(), strict=True):
        year += month < before
        before = month
        cells = [[row.cell(index) for index in range(start, max(end, start + 1))] for row in rows]
        column, weekdays = _weekdays(cells)
        for at, (row, words) in enumerate(zip(rows, cells, strict=True)):
            words = [cell for index, cell in enumerate(words)
                     if cell and (index != column or _bare(cell).isdecimal())]  # fmt: skip
            number = _bare(next((cell for cell in row.cells[: starts[0]] if cell), ""))
            if not number.isdecimal():  # each month has its own
                number, *words = words or [""]
                number = _bare(number)
            if not number.isdecimal() or not 0 < int(number) <= monthrange(year, month)[1]:
                continue
            day = date(year, month, int(number))
            if weekdays[at] not in {None, day.weekday()}:
                return []
            found.append((day, lines.get(named, row.line), ", ".join(words)))
    return found


def _weekdays(rows: Sequence[Sequence[str]]) -> tuple[int, list[int | None]]:
    """Return the column of a month that has weekdays, and those; -1 where there is none."""
    for column in range(len(rows[0]) if rows else 0):
        days = weekdays_of([row[column].rstrip(NUMBER) for row in rows])
        follow = sum(a is not None and b == (a + 1) % 7 for a, b in pairwise(days))
        if follow >= FEWEST_DAYS:
            return column, days
    return -1, [None] * len(rows)


def month_named(cell: str) -> int:
    """Return the number of the month that a cell names; 0 of any other."""
    read = written(f"1 {cell}") if cell[:1].isalpha() else None
    return next((month for _, month, _ in read.orders.values()), 0) if read else 0
