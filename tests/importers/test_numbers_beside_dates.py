"""Weeks that are named by their number and their date in one cell."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.days.dates import written
from runtall.importers.days.week_names import start_of_week

FIRST = date(2027, 1, 4)
RUNS = "Rest,6 x 800,Easy 8 km,Tempo 20 min,Rest,Easy 6 km,Long run 24 km"
HEADER = "Week,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"


@pytest.mark.parametrize(
    ("cell", "first"),
    [
        ("1\n04 Jan", "04 Jan"),
        ("16\nApr 19", "Apr 19"),
        ("2 11 Jan", "11 Jan"),
        ("3, 18 January", "18 January"),
        ("3 18.01.", "18.01."),
        ("2\n11-17 Jan", "11 Jan"),
        ("12 2027-03-22", "2027-03-22"),
    ],
)
def test_the_number_in_front_is_that_of_the_week(cell: str, first: str) -> None:
    assert start_of_week(cell) == first
    assert written(cell) is None


@pytest.mark.parametrize("cell", ["4 1 2027", "4. 1. 27", "4 Jan 27", "04\nJan 2027"])
def test_a_date_with_blanks_stays_one(cell: str) -> None:
    assert written(cell) is not None
    assert start_of_week(cell) == cell


@pytest.mark.parametrize("form", ['"{}\n{:%d %b}"', "{} {:%d %b}", "{}. {:%d %B}"])
@pytest.mark.parametrize("race", [None, date(2027, 4, 25)])
def test_weeks_lie_where_their_dates_say(tmp_path: Path, form: str, race: date | None) -> None:
    weeks = [form.format(n + 1, FIRST + timedelta(7 * n)) for n in range(16)]
    rows = [f"{week},{RUNS}" for week in weeks]
    rows[-1] = rows[-1].replace("Long run 24 km", "Marathon")
    plan = tmp_path / "plan.csv"
    plan.write_text("\n".join(["Race: 2027-04-25", HEADER, *rows]), encoding="utf-8")

    runs = load_runs(plan, race_date=race).runs

    assert [one.date for one in runs] == [FIRST + timedelta(n) for n in range(112)]


def test_rows_of_lengths_below_weeks_are_no_weeks(tmp_path: Path) -> None:
    rows = [f"{FIRST + timedelta(7 * n):%d %b},{RUNS}\nkm,,10,8,11,,6,24" for n in range(16)]
    plan = tmp_path / "plan.csv"
    plan.write_text("\n".join([HEADER, *rows]), encoding="utf-8")

    runs = load_runs(plan, race_date=date(2027, 4, 25)).runs

    assert (runs[0].date, runs[-1].date) == (FIRST, FIRST + timedelta(111))
    assert {one.run.title for one in runs if one.date.weekday() == 1} == {"6 x 800, 10 km"}


def test_a_column_of_a_weekday_with_runs_is_not_dropped(tmp_path: Path) -> None:
    days = ["Day,Run,Wednesday", *["Tue,Easy 8 km,6 x 800", "Sun,Long 20 km,6 x 800"] * 8]
    plan = tmp_path / "plan.csv"
    plan.write_text("\n".join(days), encoding="utf-8")

    with pytest.raises(Exception, match='the column "Wednesday" has runs of its own day'):
        load_runs(plan, race_date=date(2027, 4, 25))


@pytest.mark.parametrize(("header", "km"), [("Planned (mi)", 8), ("Planned km", 5), ("mi", 8)])
def test_a_column_of_what_is_planned_has_the_distances(
    tmp_path: Path, header: str, km: int
) -> None:
    plan = tmp_path / "plan.csv"
    rows = [f"{FIRST + timedelta(n)},Easy + strides,5,," for n in range(6)]
    plan.write_text("\n".join([f"Date,Session,{header},Actual (mi),HR", *rows]), encoding="utf-8")

    assert {round((one.run.distance_m or 0) / 1000) for one in load_runs(plan).runs} == {km}


def test_numbers_have_the_unit_of_most_runs(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    lines = ["8k easy", "tempo 5 miles", "24k long", "10k e", "7k easy", "Long 28"]
    said = [f"{FIRST + timedelta(n):%a %d %b %Y}: {line}" for n, line in enumerate(lines)]
    plan.write_text("\n".join(said), encoding="utf-8")

    assert load_runs(plan).runs[-1].run.distance_m == 28_000


def test_miles_with_a_point_are_no_day_of_may(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    rows = [f"{week},off,30 min,off,30 min,off,off,{week}.5 mi" for week in range(6, 10)]
    rows = [HEADER, *rows, "10,off,30 min,off,20 min,off,off,MARATHON", ""]
    path.write_text("\n".join(rows), encoding="utf-8")
    titles = {one.run.title for one in load_runs(path, race_date=date(2027, 4, 25)).runs}
    assert {f"{week}.5 mi" for week in range(6, 10)} <= titles
