"""Tables in which only some days have a date: the others are counted from those."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.importers.complaints import faults_of
from tests.importers.conftest import Load

RACE = date(2027, 4, 25)
FIRST = date(2027, 4, 12)
RUNS = ("Rest", "Easy 8 km", "Intervals 6x800", "Easy 8 km", "Rest", "Easy 6 km", "Long run 20 km")
PLAN = [*RUNS, *RUNS[:6], "Marathon"]
KINDS = ["rest", "easy", "workout", "easy", "rest", "easy", "long"]


def rows(cells: list[str], runs: list[str], head: str = "Date") -> str:
    return "\n".join([f"{head};Workout", *map(";".join, zip(cells, runs, strict=True))])


@pytest.mark.parametrize("form", ["%A %-d %B %Y", "%a %d/%m/%Y", "%A, %d.%m.%Y", "%a %-d %b"])
@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("begins", [0, 2, 6])
@pytest.mark.parametrize("dated", ["first", "each", "last"])
def test_weekdays_below_one_with_its_date(
    load: Load, form: str, begins: int, dated: str, *, short: bool
) -> None:
    days = [FIRST + timedelta(at) for at in range(begins, 14)]
    with_date = {"first": {days[0]}, "each": {*days[::7]}, "last": {days[-1]}}[dated]
    named = "%a" if short else "%A"
    cells = [f"{day:{form if day in with_date else named}}" for day in days]
    found = load(rows(cells, PLAN[begins:]), race_date=RACE)
    assert [one.date for one in found.runs] == days
    assert [one.run.kind.value for one in found.runs] == [*KINDS, *KINDS[:6], "race"][begins:]


def by(named: set[int]) -> list[str]:
    return [f"{FIRST + timedelta(at)}" if at in named else "" for at in range(14)]


@pytest.mark.parametrize("named", [{0, 7}, {0, 7, 13}, {0, 2, 7, 9}, {*range(14)} - {2, 9}])
@pytest.mark.parametrize("head", ["Date", "Week starting", "Datum"])
def test_rows_below_a_date_are_the_days_up_to_the_next(
    load: Load, named: set[int], head: str
) -> None:
    found = load(rows(by(named), PLAN, head), race_date=RACE)
    assert [one.date for one in found.runs] == [FIRST + timedelta(at) for at in range(14)]
    assert [one.run.kind.value for one in found.runs] == [*KINDS, *KINDS[:6], "race"]
    assert any("read as the days that follow the one above" in told for told in found.warnings)


def test_empty_rows_are_days_without_a_run(load: Load) -> None:
    runs = ["" if run == "Rest" and at % 7 else run for at, run in enumerate(PLAN)]
    found = load(rows(by({0, 7}), runs), race_date=RACE)
    kinds = {one.date: one.run.kind.value for one in found.runs}
    assert [kinds.get(FIRST + timedelta(at), "rest") for at in range(14)] == [
        *KINDS, *KINDS[:6], "race",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [2, 4, 6])
def test_days_that_nobody_can_tell_are_asked_for(load: Load, count: int) -> None:
    cells = [f"{FIRST}", *[""] * (count - 1), f"{FIRST + timedelta(7)}", *[""] * (count - 1)]
    (fault,) = faults_of(
        lambda: load(rows(cells, [*RUNS[:count], *RUNS[: count - 1], "Marathon"]), race_date=RACE)
    )
    assert fault.line == 3
    assert "it is not clear which day it is on; write its date" in fault.message


def test_runs_of_a_week_without_days_are_asked_for(load: Load) -> None:
    runs = ["Easy 8 km", "6x800", "Long run 20 km", "4x400", "Marathon"]
    text = rows([f"{FIRST}", "", "", f"{RACE - timedelta(6)}", ""], runs, "Week starting")
    (fault,) = faults_of(lambda: load(text, race_date=RACE))
    assert "write its date" in fault.message


def test_parts_of_a_workout_are_no_days(load: Load) -> None:
    text = rows([f"{FIRST}", "", "", f"{FIRST + timedelta(3)}", f"{RACE}"],
                ["2 km warm-up", "6x800", "2 km cool-down", "Easy 8 km", "Marathon"])  # fmt: skip
    assert [one.run.title for one in load(text, race_date=RACE).runs] == [
        "2 km warm-up, 6x800, 2 km cool-down", "Easy 8 km", "Marathon",
    ]  # fmt: skip
