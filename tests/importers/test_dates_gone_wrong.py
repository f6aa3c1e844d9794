"""Dates that nobody can have meant as they stand: mistyped, or damaged by a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs
from tests.importers.complaints import faults_of

RACE = date(2027, 4, 25)
RUNS = ("Rest", "Easy 8 km", "Intervals 6x800", "Easy 8 km", "Rest", "Easy 6 km", "Long run 20 km")
Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str, **how: object) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, **how)  # type: ignore[arg-type]

    return loading


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
