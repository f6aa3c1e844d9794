"""Rows without a date that are days of their own, between those of the dates around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runtall.domain.run_plan import RunKind
from runtall.importers.days.date_columns import NO_DAY
from runtall.importers.days.names import meaning
from runtall.importers.grid import Row
from runtall.importers.kinds.classify import NO_RUNNING, classify
from runtall.importers.tables.header import Column
from runtall.importers.tables.runs_table import RunsTable
from runtall.importers.tables.values import is_aside

A_WEEK = 7


def with_days_between(
    table: RunsTable, column: Column, cells: Sequence[str], days: Sequence[date | None]
) -> list[date | None]:
    """Return the days with those of rows without a date that are as many as days in between.

    Below the last date they are days if they fill its week, or those of other dates are. Where
    they are neither days nor more words for the row above, that is noted as a fault.
    """
    found, filled = [*days], False
    of_weeks = meaning(column.header)[0] in {"week", "week_end"}
    for at, below, until in _groups(table.rows, cells, days):
        rows = [table.rows[place] for place in below]
        above, *kinds = (_kind(row.with_cell(column.index, "")) for row in (table.rows[at], *rows))
        *steps, end = _steps(table.rows, days, [at, *below], until)
        many = 2 * sum(map(bool, kinds)) > len(kinds) and (filled or until is not None)
        if steps and (end == A_WEEK or (end < A_WEEK and many)):
            filled = True
            told = "rows without a date are read as the days that follow the one above"
            table.notes.warn(told, rows[0].example)
            for place, step in zip(below, steps, strict=True):
                found[place] = (days[at] or date.min) + timedelta(step)
        elif any(kinds) and (of_weeks or _are_days([above, *kinds])):
            place = table.grid.column(rows[0].line, column.index)
            message = NO_DAY.format(rows[0].example)
            table.notes.fault(rows[0].line, place, table.called(column), message, "no day")
    return found


def _groups(
    rows: Sequence[Row], cells: Sequence[str], days: Sequence[date | None]
) -> Iterator[tuple[int, list[int], int | None]]:
    """Yield the place of each date with rows below it that have none, theirs, and the next's."""
    dated = [at for at, day in enumerate(days) if day]
    for at, until in zip(dated, [*dated[1:], None], strict=False):
        places = range(at + 1, len(rows) if until is None else until)
        below = [one for one in places if not cells[one] and not is_aside(rows[one])]
        if below:
            yield at, below, until


def _steps(
    rows: Sequence[Row], days: Sequence[date | None], places: Sequence[int], until: int | None
) -> list[int]:
    """Return how many days rows, and the next date, lie behind the first; 0 where they are none.

    Rows that are empty are days, too.
    """
    first, *below = places
    lines = [rows[at].line - rows[first].line for at in below]
    counts = [*range(1, len(places))]
    ways = [lines] if any(rows[at].gap for at in below) else [counts, lines]
    if until is None:
        return [*ways[0], ways[0][-1] + 1]
    gap = ((days[until] or date.max) - (days[first] or date.max)).days
    ends = {len(places): counts, rows[until].line - rows[first].line: lines}
    return [*ends[gap], gap] if gap in ends and ends[gap] in ways else [0]


def _kind(row: Row) -> str:
    """Return the kind that the words of a row surely mean; empty where they mean none."""
    kinds = (one.kind for one in map(classify, filter(None, row.cells)) if not one.weak)
    return next(filter(None, kinds), "")


def _are_days(kinds: Sequence[str]) -> bool:
    """Return whether rows are several days, as one of them is rest and another a run."""
    return RunKind.REST in kinds and not NO_RUNNING.issuperset(filter(None, kinds))
