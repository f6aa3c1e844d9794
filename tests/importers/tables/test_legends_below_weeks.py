"""What stands below the weeks of a table: its legend, and sums of blocks, are no runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import Context
from runtall.importers.legend import explained
from runtall.importers.load import read_delimited
from runtall.importers.tables.marks.unpivot import read_marks

RACE = date(2027, 6, 27)
HEADER = "Wk,Mon,Tue,Wed,Thu,Fri,Sat,Sun,km"
WEEKS = [f"{n},Off,E {n + 6} km,G,T 3x10'; 11 km in all,Off,E 7 km + acc.,LR {15 + n} km,{40 + n}"
         for n in range(1, 6)]  # fmt: skip
SUM, LAST = ",,,,,,,Subtotal,195", "6,Off,E 5 km,Off,E 4 km,Off,Off,MARATHON,52"
LEGEND = ["KEY,,,,,,,,", "E,easy run 6:10-6:30,,,,,,,", "LR,long run at 6:15,,,,,,,",
          "T,threshold 5:00,,,,,,,", "G,gym,,,,,,,", "acc.,accelerations of 80 m"]  # fmt: skip
PLAN = "\n".join([HEADER, *WEEKS, SUM, LAST, SUM, ",,,,,,,,", *LEGEND, ""])


def test_a_legend_below_is_of_no_week_and_a_sum_no_word_of_a_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN)
    runs = {one.date: one.run for one in load_runs(path, race_date=RACE).runs}
    assert runs[date(2027, 6, 21)].kind == "rest"
    assert runs[RACE].title == "MARATHON"
    assert {runs[date(2027, 5, 29)].kind, runs[date(2027, 6, 5)].kind} == {"easy"}


def test_so_it_is_where_cells_alone_name_the_days() -> None:
    found = read_marks([read_delimited(PLAN)], Context(race_date=RACE))
    last = [one.title for one in found.entries if one.date > date(2027, 6, 20)]
    assert last == ["Off", "E 5 km", "Off", "E 4 km", "Off", "Off", "MARATHON"]


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("prog. = progresivos de 80 m", "progresivos de 80 m"),
        ("acc. = accelerations of 100 m", "accelerations of 100 m"),
        ("T = threshold 5:00", "threshold"),
    ],
)
def test_what_is_explained_ends_before_a_pace_and_not_before_metres(
    line: str, meaning: str
) -> None:
    assert [*explained([line]).values()] == [meaning]


def test_a_run_with_its_sum_stays_a_run(tmp_path: Path) -> None:
    """Beside a title that only the cells' own reader makes sense of."""
    path = tmp_path / "plan.csv"
    path.write_text(
        "Week,Date,Planned,Actual\n"
        "1,Tue May 4 2027,Run 40 min (90/30),\n"
        "2,Sat May 15 2027,Cruise intervals (7 mi total),\n"
        "8,Sun Jun 27 2027,Race! Marathon,\n"
    )
    runs = {one.date: one.run for one in load_runs(path).runs}
    assert runs[date(2027, 5, 15)].kind == "workout"
