"""Tables of any cells: a plan or faults, never a traceback; and nothing is invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from runtall.errors import Fault, FileFaults
from runtall.importers import load_runs
from runtall.importers.base import Context
from runtall.importers.grid import Grid, Row
from runtall.importers.tables.marks.unpivot import read_marks
from runtall.importers.tables.read import read_grid
from tests.importers.workbooks import xlsx

T = TypeVar("T")
PIECES = (
    "", "", "-", "x", "Date", "Day", "Week", "Workout", "km", "Distance", "Time", "Duration",
    "kind", "Start", "All Day Event", "End Date", "Weeks to go", "Week of", "Mon", "Tue", "Wed",
    "Thu", "Fri", "Sat", "Sun", "M", "T", "W", "F", "S", "1", "2", "3", "7", "0", "Week 1",
    "Week 2", "W 3", "2027-03-02", "2027-03-04", "3/4/2027", "31.02.2027", "2 Mar", "Sun 7 March",
    "12 Apr - 18 Apr", "Easy 8 km", "Tempo", "6 x 800 m", "Marathon", "Half marathon", "Total",
    "E = easy", "42.2", "8,5", "1:05", "45", "easy", "rest", "race?", "2027-04-12: Rest", "Day 1",
    "Day 2", "Day 3", "Day 4", "Day 5", "true", "06:30", "9999-99-99", "\u00b2", "\u0663",
)  # fmt: skip
tables = st.lists(st.lists(st.sampled_from(PIECES), max_size=9), max_size=9)
RACES = st.sampled_from([None, date(2027, 4, 25), date(1970, 1, 2), date(2199, 12, 31)])


def attempt(read: Callable[[], T]) -> tuple[T | None, tuple[Fault, ...]]:
    """What is read, or the faults."""
    try:
        return read(), ()
    except FileFaults as error:
        return None, error.faults


@settings(max_examples=300, deadline=None)
@given(tables, RACES, st.sampled_from(["", "csv", "wide_csv"]), st.sampled_from(["", "dmy", "mdy"]))
def test_any_cells(rows, race, form, order):
    filled = tuple(Row(line, tuple(row)) for line, row in enumerate(rows, 1) if any(row))
    if not filled:
        return
    lines = {row.line for row in filled}
    context = Context(race_date=race, date_order=order)
    found, faults = attempt(lambda: read_grid(Grid(filled), context, form))
    assert all(fault.message and fault.line >= 0 for fault in faults)
    if found is None:
        assert faults
        return
    assert found.entries
    assert all(1960 <= entry.date.year <= 2200 for entry in found.entries)
    assert form or "week" in found.format or {entry.line for entry in found.entries} <= lines


@settings(max_examples=300, deadline=None)
@given(st.lists(tables, min_size=1, max_size=2), RACES)
def test_any_cells_by_what_they_name(sheets, race):
    grids = [
        Grid(tuple(Row(line, tuple(row)) for line, row in enumerate(rows, 1) if any(row)))
        for rows in sheets
    ]
    found, faults = attempt(lambda: read_marks(grids, Context(race_date=race)))
    assert (found and found.entries) or faults
    assert all(1960 <= entry.date.year <= 2200 for entry in (found.entries if found else ()))


@settings(max_examples=150, deadline=None)
@given(tables, st.sampled_from(",;\t|"), RACES)
def test_any_file(tmp_path_factory, rows, delimiter, race):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    for raw in (text.getvalue().encode(), text.getvalue().encode("utf-16"), xlsx({"A": rows})):
        path.write_bytes(raw)
        found, faults = attempt(lambda: load_runs(path, race_date=race))
        assert faults or (found and found.runs)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 3000), st.integers(0, 40))
def test_broken_workbooks(tmp_path_factory, noise, at, length):
    path = tmp_path_factory.getbasetemp() / "broken.xlsx"
    raw = xlsx({"A": [["Date", "Run"], [date(2027, 3, 2), "Easy"]]})
    for content in (raw[:at] + noise + raw[at + length :], raw[:at], b"PK\x03\x04" + noise):
        path.write_bytes(content)
        found, faults = attempt(lambda: load_runs(path))
        assert faults or (found and found.runs)


def test_words_across_the_columns_of_a_text_stay_on_their_day(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(
        "Week       Mon    Tue        Wed     Sat      Sun\n"
        "5/4/27     rest   6 x 800 m  easy 6  rest     long 20\n"
        "12/4/27    rest   easy 8     8 x 1000 hard    long 22\n"
        "19/4/27    rest   easy 8     easy 6  rest     long 12\n"
    )
    runs = load_runs(path, date_order="dmy").runs
    titles = {str(dated.date): dated.run.title for dated in runs}
    assert titles["2027-04-14"] == "8 x 1000 hard"
    assert titles["2027-04-18"] == "long 22"
