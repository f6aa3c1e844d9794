"""Tables in which only some days have a date: the others are counted from those."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

RACE = date(2027, 4, 25)
FIRST = date(2027, 4, 12)
RUNS = ("Rest", "Easy 8 km", "Intervals 6x800", "Easy 8 km", "Rest", "Easy 6 km", "Long run 20 km")
PLAN = [*RUNS, *RUNS[:6], "Marathon"]
KINDS = ["rest", "easy", "workout", "easy", "rest", "easy", "long"]
Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str, **how: object) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, **how)  # type: ignore[arg-type]

    return loading


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
