"""Months side by side or below each other, with the days of each; all are made up."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunPlanFaults, load_runs

LAST = {2027: date(2027, 4, 25), 2028: date(2028, 1, 30)}
GERMAN = {10: "Oktober", 11: "November", 12: "Dezember", 1: "Januar", 2: "Februar",
          3: "März", 4: "April"}  # fmt: skip
DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
RUNS = ("", "6x1000 m", "8 km locker", "10 km GA1", "", "6 km reg", "LDL 28 km")
RACES = {date(2027, 3, 21): "HM Wettkampf", **dict.fromkeys(LAST.values(), "Marathon")}
Months = Sequence[tuple[int, int]]


def run(day: date) -> str:
    """What a planner has on a day; nothing behind the race."""
    race = next((one for one in LAST.values() if abs(one - day) < timedelta(200)), day)
    return RACES.get(day, RUNS[day.weekday()] if day < race else "")


def days(year: int, month: int) -> list[date]:
    return [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]


def expected(months: Months) -> dict[date, str]:
    return {day: run(day) for one in months for day in days(*one) if run(day)}


def wall(months: Months, *, dot: str = "") -> list[list[str]]:
    """A row for each number; each month has its numbers, weekdays and runs."""
    head = [cell for _, month in months for cell in (GERMAN[month], "", "Training")]
    rows = []
    for at in range(31):
        row = []
        for one in months:
            day = days(*one)[at] if at < len(days(*one)) else None
            row += [f"{day.day}{dot}", DAYS[day.weekday()], run(day)] if day else ["", "", ""]
        rows.append(row)
    return [head, *rows]


def read(path: Path, rows: Sequence[Sequence[str]], race: date | None = None) -> dict[date, str]:
    path.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    found = load_runs(path, race_date=race)
    assert len(found.runs) == len({one.date for one in found.runs})
    return {one.date: one.run.title for one in found.runs}


SPRING: Months = [(2027, 1), (2027, 2), (2027, 3), (2027, 4)]
WINTER: Months = [(2026, 12), (2027, 1), (2027, 2), (2027, 3), (2027, 4)]
TURN: Months = [(2027, 10), (2027, 11), (2027, 12), (2028, 1)]


@pytest.mark.parametrize("given", [False, True])
@pytest.mark.parametrize(("title", "months"), [("Kalender 2027", SPRING), ("Laufjahr 2027", TURN)])
def test_a_race_date_that_agrees_changes_nothing(
    tmp_path: Path, title: str, months: Months, *, given: bool
) -> None:
    rows = [[title], *wall(months), ["", "", "320 km"] * len(months)]
    race = max(expected(months)) if given else None
    assert read(tmp_path / "kal.csv", rows, race) == expected(months)


def in_rows(
    months: Months, *, weekdays: str = "above", names: dict[int, str] = GERMAN, years: bool = False
) -> list[list[str]]:
    """A row for each month, below the numbers of days, perhaps with a row of weekdays."""
    rows = [["Monat", *(str(at + 1) for at in range(31)), "km gesamt"]]
    for one in months:
        named = ["", *(DAYS[day.weekday()] for day in days(*one))]
        label = f"{names[one[1]]} {one[0]}" if years else names[one[1]]
        runs = [label, *map(run, days(*one)), *[""] * (31 - len(days(*one))), "240"]
        rows += {"above": [named, runs], "below": [runs, named]}.get(weekdays, [runs])
    return rows


def in_columns(months: Months) -> list[list[str]]:
    """A row for each number of a day, and a column for each month."""
    turned = [*zip(*(row[:32] for row in in_rows(months, weekdays="")), strict=True)]
    return [["Tag", *turned[0][1:]], *([f"{at}.", *row[1:]] for at, row in enumerate(turned) if at)]


def with_own_numbers(months: Months, *, named: bool) -> list[list[str]]:
    """A row of numbers, perhaps with weekdays, for each month, and its runs below."""
    rows = []
    for one in months:
        weekdays = [f"{DAYS[day.weekday()]} " if named else "" for day in days(*one)]
        numbers = [f"{name}{at}" for at, name in enumerate(weekdays, 1)]
        rows += [[GERMAN[one[1]], *numbers], ["", *map(run, days(*one))]]
    return rows


FRENCH = {12: "décembre", 1: "janvier", 2: "février", 3: "mars", 4: "avril"}
ENGLISH = {12: "Dec", 1: "Jan", 2: "Feb", 3: "Mar", 4: "Apr"}
RACE = [["Trainingsplan Hamburg-Marathon 25.04.2027"]]
PLANNERS: dict[str, tuple[list[list[str]], Months]] = {
    "weekdays above": (in_rows(SPRING), SPRING),
    "weekdays below": (in_rows(WINTER, weekdays="below"), WINTER),
    "no weekdays": (in_rows(SPRING, weekdays=""), SPRING),
    "from one year to the next": (in_rows(WINTER, weekdays=""), WINTER),
    "months with years": (in_rows(WINTER, weekdays="", years=True), WINTER),
    "behind a column": ([["", *row] for row in in_rows(SPRING)], SPRING),
    "weekdays of the first month only": (
        [row for at, row in enumerate(in_rows(SPRING)) if row[0] or at < 2], SPRING,
    ),
    "one month": (in_rows([(2027, 4)]), [(2027, 4)]),
    "numbers of its own": (with_own_numbers(SPRING, named=False), SPRING),
    "numbers with weekdays": (with_own_numbers(WINTER, named=True), WINTER),
    "in French": (in_rows(WINTER, weekdays="", names=FRENCH), WINTER),
    "in English, short": (in_rows(WINTER, weekdays="", names=ENGLISH), WINTER),
    "months as columns": (in_columns(SPRING), SPRING),
    "months as columns, from one year to the next": (in_columns(WINTER), WINTER),
    "beside each other, numbers with a dot": (wall(WINTER, dot="."), WINTER),
}  # fmt: skip


@pytest.mark.parametrize("told", ["above", "given", "both"])
@pytest.mark.parametrize("planner", PLANNERS)
def test_months_and_numbers_are_dates(tmp_path: Path, planner: str, told: str) -> None:
    rows, months = PLANNERS[planner]
    above = RACE if told != "given" else []
    race = LAST[2027] if told != "above" else None
    assert read(tmp_path / "monate.csv", [*above, *rows], race) == expected(months)


def test_weekdays_tell_the_year_where_nobody_does(tmp_path: Path) -> None:
    assert read(tmp_path / "monate.csv", in_rows(SPRING)) == expected(SPRING)


@pytest.mark.parametrize("rows", [in_rows(SPRING, weekdays=""), in_columns(SPRING)])
def test_a_planner_without_a_year_asks_for_the_race(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(RunPlanFaults, match="no year; give the day of the race"):
        read(tmp_path / "monate.csv", rows)


def test_a_remark_below_months_is_on_no_day(tmp_path: Path) -> None:
    rows = [*RACE, *in_rows(SPRING), ["Alle Läufe nach Gefühl"]]
    assert read(tmp_path / "monate.csv", rows) == expected(SPRING)


def test_a_header_that_comes_again_is_no_run(tmp_path: Path) -> None:
    head, *rows = in_rows(SPRING)
    again = [row for at in range(0, len(rows), 2) for row in (head, *rows[at : at + 2])]
    assert read(tmp_path / "monate.csv", [*RACE, *again]) == expected(SPRING)


def test_a_column_tells_the_years(tmp_path: Path) -> None:
    head, *rows = in_rows(WINTER, weekdays="")
    years = [[row[0], str(year), *row[1:]] for row, (year, _) in zip(rows, WINTER, strict=True)]
    rows = [[head[0], "Jahr", *head[1:]], *years]
    assert read(tmp_path / "monate.csv", rows) == expected(WINTER)


@pytest.mark.parametrize("title", ["Saison 2026/27", "Marathon 2027"])
def test_a_title_tells_the_year_of_the_turn(tmp_path: Path, title: str) -> None:
    rows = [[title], *in_rows(WINTER, weekdays="")]
    assert read(tmp_path / "monate.csv", rows) == expected(WINTER)


def test_weekdays_of_another_year_are_told(tmp_path: Path) -> None:
    with pytest.raises(RunPlanFaults, match="weekdays of the months fit no year"):
        read(tmp_path / "monate.csv", in_rows(SPRING), date(2028, 4, 23))


def test_columns_without_a_name_are_told_by_what_they_hold(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    rows = [f"{day};easy {at} km;easy {at + 3} km;easy {at + 6} km;easy {at + 9} km"
            for at, day in enumerate(days, 4)]  # fmt: skip
    path.write_text("\n".join(["Day;Training;;;", *rows]))
    warnings = load_runs(path, race_date=LAST[2027], form="csv").warnings
    told = next(one for one in warnings if "columns look like runs of other days" in one)
    assert '"easy 7 km"' in told
    assert '""' not in told
