"""Months side by side or below each other, with the days of each; all are made up."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs

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
