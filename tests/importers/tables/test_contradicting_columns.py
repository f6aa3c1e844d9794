"""Columns that another one contradicts: paces called times, and weekdays beside other dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import RunFile

MONDAY = date(2027, 3, 1)
TITLES = ("easy", "tempo", "easy", "long run")


def load(path: Path, text: str, race: date | None = None) -> RunFile:
    """Read a plan as a runner saves it."""
    file = path / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return load_runs(file, race_date=race)


def with_column(path: Path, header: str, cells: Sequence[str], far: Sequence[str]) -> RunFile:
    """Read a table with dates, titles, distances and one more column."""
    head, name = header.split(",")
    rows = [f"Date,Run,{head},{name}"]
    for number, (title, km, cell) in enumerate(zip(TITLES, far, cells, strict=False)):
        rows.append(f"{MONDAY + timedelta(2 * number)},{title},{km},{cell}")
    return load(path, "\n".join(rows))


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("km,Tempo", ("6:00", "4:30", "5:45", "6:00")),
        ("km,Tempo", ("6:00-6:30", "4:30", "-", "6:15")),
        ("km,Tempo", ("6:05", "3:50", "6:05", "5:50")),
        ("km,Time", ("6:05", "4:10", "4:58", "6:05")),
        ("km,Zeit", ("5:42", "4:31", "5:42", "5:55")),
        ("miles,Time", ("8:47", "7:12", "8:47", "9:03")),
        ("km,min/km", ("6:00", "4:30", "6:00", "6:00")),
        ("km,min per km", ("6:00", "4:30", "6:00", "6:00")),
        ("miles,min/mi", ("8:30", "7:00", "8:30", "9:00")),
        ("km,Tempo (min/km)", ("6:00", "4:30", "6:00", "6:00")),
        ("km,/km", ("6:00", "4:30", "6:00", "6:00")),
    ],
)
def test_paces_are_no_times(tmp_path: Path, header: str, cells: Sequence[str]) -> None:
    found = with_column(tmp_path, header, cells, ("8", "10", "8", "30"))
    assert [(one.run.at, one.run.minutes) for one in found.runs] == [(None, None)] * 4
    assert all(one.run.distance_m for one in found.runs)
    assert found.warnings == ()


@pytest.mark.parametrize(("header", "far"), [("Umfang", ("12 km", "10 km")), ("Remark", ("", ""))])
def test_paces_beside_distances_anywhere(tmp_path: Path, header: str, far: tuple[str, str]) -> None:
    text = f"""Datum;Einheit;{header};Tempo
01.03.2027;12 km locker;{far[0]};5:45
03.03.2027;10 km zügig;{far[1]};4:30"""
    found = load(tmp_path, text)
    assert [(one.run.at, one.run.minutes) for one in found.runs] == [(None, None)] * 2


@pytest.mark.parametrize("header", ["Time", "Tempo", "Zeit"])
@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("06:30", "18:00", "18:30", "8:00"), (time(6, 30), time(18), time(18, 30), time(8))),
        (("0:50", "1:20", "0:48", "3:05"), (50, 80, 48, 185)),
    ],
)
def test_times_stay(
    tmp_path: Path, header: str, cells: Sequence[str], read: Sequence[object]
) -> None:
    found = with_column(tmp_path, f"km,{header}", cells, ("8", "14", "8", "30"))
    assert [one.run.at or one.run.minutes for one in found.runs] == [*read]


@pytest.mark.parametrize("header", ["Time", "Zeit", "Start"])
def test_early_starts_stay(tmp_path: Path, header: str) -> None:
    found = with_column(tmp_path, f"km,{header}", ("5:30", "6:15", "5:30", "7:00"), ("8",) * 4)
    assert [one.run.at for one in found.runs] == [time(5, 30), time(6, 15), time(5, 30), time(7)]


@pytest.mark.parametrize(
    ("names", "off"),
    [
        (("Sun", "Tue", "Thu", "Sat"), 4),
        (("So", "Di", "Do", "Sa"), 4),
        (("Mon", "Wed", "Thu", "Sun"), 1),
        (("Mon", "Wed", "Fri", "Sun"), 0),
        (("M", "W", "F", "S"), 0),
        (("Mon", "", "Fri", "Sun"), 0),
    ],
)
def test_weekdays_that_contradict_the_dates_are_told(
    tmp_path: Path, names: Sequence[str], off: int
) -> None:
    days = [MONDAY + timedelta(2 * number) for number in range(4)]
    rows = [f"{day},{name},{title},8" for day, name, title in zip(days, names, TITLES, strict=True)]
    found = load(tmp_path, "\n".join(["Date,Day,Run,km", *rows]))
    assert [one.date for one in found.runs] == days
    told = [one for one in found.warnings if "weekday" in one]
    assert len(told) == bool(off)
    assert all(f"({off}, such as 2027-03-0" in one for one in told)


@pytest.mark.parametrize(
    ("header", "first", "count"),
    [
        ("Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun", date(2027, 3, 2), 3),
        ("Week starting,Mon,Tue,Wed,Thu,Fri,Sat,Sun", date(2027, 3, 7), 3),
        ("Week of,Sun,Mon,Tue,Wed,Thu,Fri,Sat", date(2027, 3, 1), 3),
        ("Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun", MONDAY, 0),
        ("Week of,Sun,Mon,Tue,Wed,Thu,Fri,Sat", date(2027, 2, 28), 0),
        ("Week ending,Mon,Tue,Wed,Thu,Fri,Sat,Sun", date(2027, 3, 7), 0),
        # The column of the date is left out, as nobody runs that day.
        ("Week of,Tue,Wed,Thu,Fri,Sat,Sun", MONDAY, 0),
    ],
)
def test_dates_of_weeks_on_another_weekday_are_told(
    tmp_path: Path, header: str, first: date, count: int
) -> None:
    cells = ",".join(
        ("5 km", "8 km", "rest", "6 x 800 m", "rest", "18 km", "rest")[: header.count(",")]
    )
    days = [first + timedelta(7 * week) for week in range(3)]
    rows = [f"{day.month}/{day.day}/{day.year},{cells}" for day in days]
    found = load(tmp_path, "\n".join([header, *rows]))
    told = [one for one in found.warnings if "first weekday" in one]
    assert len(told) == bool(count)
    assert all(f"({count}, such as {first:%a} {first}" in one for one in told)
