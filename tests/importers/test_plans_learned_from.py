"""Conditions that real plans taught, each with a plan of its own that is read wrong without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.texts.dates_ahead import with_dates_ahead

PLAN = """Marathon on 25 April 2027

Week of 12 April 2027
Mon: rest
Tue: 10 km easy
Wed: 4 x 1500
Thu: rest
Fri: 7 km
Sat: 8 km
Sun: 23 km long

Week of 19 April 2027
Mon: rest
Tue: 9 km easy
Wed: 3 x 1000
Thu: rest
Fri: 6 km
Sat: 3 km shakeout
Sun: Marathon
"""
RUNS = ("rest", "9 km easy", "5 x 1000", "rest", "11 km easy", "6 km", "21 km long")
AUF_DEUTSCH = ("Ruhe", "9 km locker", "5 x 1000", "Ruhe", "11 km locker", "6 km", "21 km lang")


def titles(tmp_path: Path, text: str, name: str = "plan.txt") -> dict[str, str]:
    """Return what is run on which day."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return {f"{one.date}": one.run.title for one in load_runs(path).runs}


@pytest.mark.parametrize("week", ["12 April", "the 12th"])
def test_a_change_names_its_week_by_a_date(tmp_path: Path, week: str) -> None:
    read = titles(tmp_path, f"{PLAN}\nIn the week of {week} swap Tuesday and Wednesday.\n")
    assert (read["2027-04-13"], read["2027-04-14"]) == ("4 x 1500", "10 km easy")


def test_a_sentence_about_the_race_leaves_it_as_it_is(tmp_path: Path) -> None:
    read = titles(tmp_path, f"{PLAN}\nOn 25 April you race in Derby.\n")
    assert read["2027-04-25"] == "Marathon"


@pytest.mark.parametrize(
    ("days", "runs"),
    [
        (("m", "t", "w", "t", "f", "s", "s"), RUNS),
        (("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"), AUF_DEUTSCH),
    ],
)
@pytest.mark.parametrize("sign", [" - ", ": "])
def test_letters_behind_the_numbers_of_days_are_no_words(
    tmp_path: Path, days: tuple[str, ...], runs: tuple[str, ...], sign: str
) -> None:
    told = [*runs, *runs, *runs[:-1], "Marathon"]
    lines = (f"{at + 5}. {days[at % 7]}{sign}{run}" for at, run in enumerate(told))
    read = titles(tmp_path, "\n".join(("April 2027", *lines)))
    assert [*read.values()] == told


def test_the_key_of_a_session_says_that_it_is_no_run(tmp_path: Path) -> None:
    plan = {
        "2027-04-05": {"strength": {"duration": "35 min"}, "run": {"distance": "9 km"}},
        "2027-04-06": {"yoga": {"duration": "25 min"}},
        "2027-04-25": {"run": {"title": "Marathon"}},
    }
    assert [*titles(tmp_path, json.dumps(plan), "plan.json")] == ["2027-04-05", "2027-04-25"]


def test_what_a_day_says_itself_counts_before_its_details(tmp_path: Path) -> None:
    plan = [
        {"date": "2027-04-05", "title": "Easy", "distance": "9 km", "more": {"distance": "2 km"}},
        {"date": "2027-04-25", "title": "Marathon"},
    ]
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    assert load_runs(path).runs[0].run.distance_m == 9_000


def test_the_gym_below_rest_is_on_the_same_day(tmp_path: Path) -> None:
    rows = "Date,Session\n2027-04-05,rest\n,gym\n2027-04-08,5 x 1000\n2027-04-25,Marathon\n"
    assert titles(tmp_path, rows, "plan.csv")["2027-04-05"] == "rest, gym"


def test_as_many_cells_as_columns_stand_in_their_order(tmp_path: Path) -> None:
    text = """Marathon 25 April 2027
Wk   Mon    Tue     Wed    Thu    Fri   Sat   Sun
1    rest   9 km easy with neighbours   5 x 1000   rest   6 km   7 km   21 km
2    rest   9 km   4 x 1000   rest   6 km   7 km   19 km
3    rest   6 km   3 x 1000   rest   4 km   3 km   Marathon
"""
    read = titles(tmp_path, text)
    assert (read["2027-04-07"], read["2027-04-11"]) == ("5 x 1000", "21 km")


def test_what_was_run_once_is_no_run_of_the_plan() -> None:
    runs = [f"{run} on {day} April 2027" for day, run in enumerate(RUNS, 5)]
    result = "My best: 3:38:20 (27 April 2026)"
    assert result in with_dates_ahead("\n".join((result, *runs))).splitlines()


def test_numbers_that_count_up_name_the_weeks_of_columns(tmp_path: Path) -> None:
    rows = (
        "Marathon 25 April 2027,,,,",
        ",1,2,3,4",
        "Mon,rest,rest,rest,rest",
        "Tue,9 km,8 km,6 km,5 km",
        "Sun,21 km,19 km,15 km,Marathon",
    )
    read = titles(tmp_path, "\n".join(rows), "plan.csv")
    assert (read["2027-03-30"], read["2027-04-18"]) == ("9 km", "15 km")
