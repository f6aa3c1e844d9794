"""Dates that nobody can have meant as they stand: mistyped, or damaged by a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.importers.complaints import faults_of
from tests.importers.conftest import Load

RACE = date(2027, 4, 25)
RUNS = ("Rest", "Easy 8 km", "Intervals 6x800", "Easy 8 km", "Rest", "Easy 6 km", "Long run 20 km")


def table(cells: Sequence[str]) -> str:
    """Return a table of a plan with such dates, the last one its race."""
    runs = [*(RUNS[at % 7] for at in range(len(cells) - 1)), "Marathon"]
    return "\n".join(["Date,Workout", *map(",".join, zip(cells, runs, strict=True))])


def days_to(race: date, count: int) -> list[date]:
    return [race - timedelta(at) for at in reversed(range(count))]


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ("%d/%m/%y", "31/04/27"),
        ("%d.%m.%y", "31.04.27"),
        ("%d/%m/%Y", "31/04/2027"),
        ("%-d.%-m.%Y", "31.4.2027"),
        ("%m/%d/%y", "04/31/27"),
        ("%Y-%m-%d", "2027-04-31"),
        ("%d %b %Y", "31 Apr 2027"),
        ("%Y-%m-%d", "2027-04-2O"),
        ("%d/%m/%y", "2O/04/27"),
        ("%d/%m/%Y", "l9/04/2027"),
    ],
)
@pytest.mark.parametrize("count", [7, 14, 28])
def test_a_day_that_no_calendar_has_is_asked_for(
    load: Load, form: str, wrong: str, count: int
) -> None:
    cells = [f"{day:{form}}" for day in days_to(RACE, count)]
    cells[-5] = wrong
    (fault,) = faults_of(lambda: load(table(cells)))
    assert (fault.line, wrong in fault.message) == (count - 3, True)
    assert "is not in the calendar" in fault.message


def test_the_first_of_a_month_may_be_an_ordinal(load: Load) -> None:
    cells = ["1º/04/2027", *(f"{day:%d/%m/%Y}" for day in days_to(RACE, 24))]
    assert next(one.date for one in load(table(cells)).runs) == date(2027, 4, 1)


def test_a_week_that_no_calendar_has_is_asked_for(load: Load) -> None:
    weeks = [f"{day:%d/%m/%y},Rest,8 km,6x800,8 km,Rest,5 km,20 km" for day in
             (RACE - timedelta(27), RACE - timedelta(20), RACE - timedelta(13))]  # fmt: skip
    weeks[1] = "31/04/27" + weeks[1][8:]
    text = "\n".join(["Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun", *weeks])
    (fault,) = faults_of(lambda: load(text))
    assert fault.line == 3
    assert "31/04/27 is not in the calendar" in fault.message


def damaged(days: Sequence[date], *, month_first: bool) -> list[str]:
    """Return dates as a spreadsheet of another country keeps them: real ones, but swapped."""
    text = "%m/%d/%Y" if month_first else "%d/%m/%Y"
    return [f"{day:%Y-%d-%m}" if day.day <= 12 else f"{day:{text}}" for day in days]


@pytest.mark.parametrize("month_first", [False, True])
@pytest.mark.parametrize("count", [30, 70, 100])
@pytest.mark.parametrize("newest_first", [False, True])
def test_days_and_months_that_a_spreadsheet_swapped(
    load: Load, count: int, *, month_first: bool, newest_first: bool
) -> None:
    days = days_to(RACE, count)
    text = table(damaged(days, month_first=month_first)).splitlines()
    found = load("\n".join([text[0], *(text[:0:-1] if newest_first else text[1:])]))
    assert [one.date for one in found.runs] == days
    assert any("another day and month, as only so all rows run in order" in told
               for told in found.warnings)  # fmt: skip


def test_two_orders_of_day_and_month(load: Load) -> None:
    days = days_to(RACE, 70)
    cells = [f"{day:%d/%m/%Y}" if at < 35 else f"{day:%m/%d/%Y}" for at, day in enumerate(days)]
    assert [one.date for one in load(table(cells)).runs] == days


def test_what_no_order_explains_is_asked_for(load: Load) -> None:
    cells = damaged(days_to(RACE, 70), month_first=False)
    cells[3:3], cells[40:42] = cells[40:42], []
    (fault,) = faults_of(lambda: load(table(cells)))
    assert "write year-month-day in all rows" in fault.message


@pytest.mark.parametrize("old", [range(25, 31), range(25, 26), range(28, 40)])
def test_the_old_year_after_new_year(load: Load, old: range) -> None:
    days = [date(2026, 12, 7) + timedelta(at) for at in range(84)]
    cells = [f"{day.replace(year=2026) if at in old else day}" for at, day in enumerate(days)]
    found = load(table(cells), race_date=days[-1])
    assert [one.date for one in found.runs] == days
    assert any(f"{len(old)}, such as" in told and "another year" in told for told in found.warnings)


@pytest.mark.parametrize("year", [2026, 2028])
def test_another_year_of_one_row(load: Load, year: int) -> None:
    days = days_to(RACE, 28)
    cells = [f"{day.replace(year=year) if at == 12 else day}" for at, day in enumerate(days)]
    assert [one.date for one in load(table(cells)).runs] == days


def test_rows_in_no_order_stay_as_they_are(load: Load) -> None:
    days = days_to(RACE, 28)
    text = table([f"{day}" for day in days]).splitlines()
    found = load("\n".join([text[0], *text[15:-1], *text[1:15], text[-1]]))
    assert [one.date for one in found.runs] == days
    assert not found.warnings
