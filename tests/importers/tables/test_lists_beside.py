"""Lists of races beside a plan or below it, and first days of weeks on the eve of their rows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import zip_longest

import pytest

from tests.importers.conftest import Load

RACE = date(2027, 5, 30)
FIRST = RACE - timedelta(27)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK = ("rest", "8 km easy", "6 x 800 m", "6 km easy", "rest", "5 km easy", "20 km long")
KINDS = ("rest", "easy", "workout", "easy", "rest", "easy", "long")
RUNS = [*WEEK * 3, *WEEK[:6], "Marathon"]
EXPECTED = {FIRST + timedelta(at): kind for at, kind in enumerate([*KINDS * 3, *KINDS[:6], "race"])}
LIST = ["Parkrun,1 May 2027", "10k Town,9 May 2027", "Half,16 May 2027", "Marathon,30 May 2027"]


def beside(rows: list[str], lines: list[str]) -> str:
    return "\n".join(f"{row},,{line}" for row, line in zip_longest(rows, lines, fillvalue=","))


def of_weeks() -> list[str]:
    return [f"{at + 1},{','.join(RUNS[7 * at : 7 * at + 7])}" for at in range(4)]


def of_days() -> list[str]:
    return [f"{at // 7 + 1},{NAMES[at % 7]},{run}" for at, run in enumerate(RUNS)]


HEAD = f"Week,{','.join(NAMES)}"
PLANS = {
    "behind weeks": beside([HEAD, *of_weeks()], ["Races,Date", *LIST]),
    "behind weeks, without a name": beside([HEAD, *of_weeks()], [",", *LIST]),
    "with aims": beside([HEAD, *of_weeks()], ["Race,When,Aim", *(f"{one},sub 2" for one in LIST)]),
    "below": "\n".join([HEAD, *of_weeks(), "", "Tune-ups", *LIST]),
}


@pytest.mark.parametrize("race", [None, RACE])
@pytest.mark.parametrize("plan", PLANS)
def test_a_list_of_races_gives_the_day_of_the_race_and_no_weeks(
    load: Load, plan: str, race: date | None
) -> None:
    found = load(PLANS[plan], race_date=race).runs
    assert {one.date: f"{one.run.kind}" for one in found} == EXPECTED


def test_a_list_beside_weekdays_is_not_their_dates(load: Load) -> None:
    text = beside(["Week,Day,Run", *of_days()], ["Parkruns,", "1 May,25:00", "8 May,24:30"])
    found = load(text, race_date=RACE).runs
    assert {one.date: f"{one.run.kind}" for one in found} == EXPECTED


def eves(header: str, back: int) -> list[str]:
    days = [FIRST + timedelta(at - at % 7 - back) for at in range(28)]
    rows = [f"{day:%d/%m/%Y},{NAMES[at % 7]},{RUNS[at]}" for at, day in enumerate(days)]
    return [f"{header},Day,Session", *rows]


@pytest.mark.parametrize("race", [None, RACE])
@pytest.mark.parametrize("back", [0, 1])
@pytest.mark.parametrize("header", ["Week beginning", "W/C", "Week starting"])
def test_rows_lie_behind_the_day_that_their_week_begins_on(
    load: Load, header: str, back: int, race: date | None
) -> None:
    file = load("\n".join(eves(header, back)), race_date=race)
    assert {one.date: f"{one.run.kind}" for one in file.runs} == EXPECTED
    assert any("first weekday" in one for one in file.warnings) == bool(back)


def test_so_do_weeks_in_a_row(load: Load) -> None:
    rows = [f"{FIRST + timedelta(7 * at - 1):%d/%m/%Y},{','.join(RUNS[7 * at : 7 * at + 7])}"
            for at in range(4)]  # fmt: skip
    found = load("\n".join([f"Week commencing,{','.join(NAMES)}", *rows])).runs
    assert {one.date: f"{one.run.kind}" for one in found} == EXPECTED
