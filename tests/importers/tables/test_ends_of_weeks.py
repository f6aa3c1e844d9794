"""Weeks that a table names by their last day; the days lie before it. All are made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs

RACE = date(2027, 11, 14)
WEEKS = 5
WEEK = ("rest", "5 km", "6x400", "7 km", "rest", "4 km", "14 km long")
LAST = ("rest", "4 km", "3x400", "rest", "rest", "3 km", "MARATHON")
LETTERS = ("M", "T", "W", "Th", "F", "Sa", "Su")
ENGLISH = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
GERMAN = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
FRENCH = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
ENDS = [RACE - timedelta(7 * left) for left in range(WEEKS)][::-1]
RUNS = [*[WEEK] * (WEEKS - 1), LAST]
Written = Callable[[date], str]


def iso(day: date) -> str:
    return day.isoformat()


def at_both_ends(day: date) -> str:
    return f"{day:%b} {day.day}" + (f" {day.year}" if day in {ENDS[0], RACE} else "")


def at_first(day: date) -> str:
    return f"{day:%b} {day.day}" + (f" {day.year}" if day == ENDS[0] else "")


def german(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def assert_read(tmp_path: Path, text: str, race: date | None = None) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(text, "utf-8")
    read = {one.date: one.run.title for one in load_runs(path, race_date=race).runs}
    want = {end - timedelta(6 - at): run for end, week in zip(ENDS, RUNS, strict=True)
            for at, run in enumerate(week)}  # fmt: skip
    assert {day: read.get(day, "rest") for day in {*want, *read}} == want


def rows(label: str, wrote: Written, days: tuple[str, ...]) -> list[list[str]]:
    return [
        ["", label, *days],
        *([f"{WEEKS - at - 1}", wrote(end), *RUNS[at]] for at, end in enumerate(ENDS)),
    ]


NAMED = [
    ("Sunday is", at_both_ends, LETTERS),
    ("Sunday is", at_first, ENGLISH),
    ("Week ending", at_both_ends, LETTERS),
    ("w/e", iso, LETTERS),
    ("race day (Sunday)", at_both_ends, ENGLISH),
    ("until", at_first, ENGLISH),
    ("So am", german, GERMAN),
    ("bis", german, GERMAN),
    ("dimanche le", iso, FRENCH),
]


@pytest.mark.parametrize(("label", "wrote", "days"), NAMED)
@pytest.mark.parametrize("across", [False, True])
def test_the_days_lie_before_the_last_one(
    tmp_path: Path, label: str, wrote: Written, days: tuple[str, ...], across: bool
) -> None:
    table = rows(label, wrote, days)
    table[0][0] = "Wochen bis" if days is GERMAN else "weeks to go"
    table = [[*row] for row in zip(*table, strict=True)] if across else table
    assert_read(tmp_path, "\n".join(map(",".join, table)))


@pytest.mark.parametrize(
    ("label", "wrote", "days"),
    [
        ("Week ending", iso, ENGLISH),
        ("Week (Sunday)", iso, ENGLISH),
        ("Week to", at_first, ENGLISH),
        ("Woche (So)", german, GERMAN),
    ],
)
@pytest.mark.parametrize("once", [False, True])
def test_so_they_do_with_a_row_for_each(
    tmp_path: Path, label: str, wrote: Written, days: tuple[str, ...], once: bool
) -> None:
    lines = [f"{label},{'Tag,Lauf' if days is GERMAN else 'Day,Run'}"]
    for end, week in zip(ENDS, RUNS, strict=True):
        named = [wrote(end), *["" if once else wrote(end)] * 6]
        lines += map(",".join, zip(named, days, week, strict=True))
    assert_read(tmp_path, "\n".join(lines))


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Week ending Sunday {0:%d} {0:%b} {0:%Y}", ENGLISH),
        ("Week ending {0:%d} {0:%b} {0:%Y}", ENGLISH),
        ("Woche bis So {0:%d}.{0:%m}.{0:%Y}", GERMAN),
        ("Semaine au dimanche {0:%d}/{0:%m}/{0:%Y}", FRENCH),
    ],
)
def test_so_they_do_below_a_heading(tmp_path: Path, name: str, days: tuple[str, ...]) -> None:
    weeks = (
        "\n".join([name.format(end), *map(": ".join, zip(days, week, strict=True)), ""])
        for end, week in zip(ENDS, RUNS, strict=True)
    )
    assert_read(tmp_path, "\n".join(weeks))


def test_years_beside_some_dates_hold_for_the_others(tmp_path: Path) -> None:
    lines = ["Date,Run", "27 Dec,8 km", "29 Dec 2026,6x400", "2 Jan,5 km", "3 Jan,14 km long"]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(lines), "utf-8")
    days = [one.date.isoformat() for one in load_runs(path).runs]
    assert days == ["2026-12-27", "2026-12-29", "2027-01-02", "2027-01-03"]


@pytest.mark.parametrize(
    ("head", "days"),
    [
        ("Sat of that week,Key Tue,Key Thu,Long Sat,XT Mon,XT Wed", 5),
        ("Sunday of week,Tue run,Thu run,Sun long,Mon bike,Wed swim", 6),
        ("Samstag der Woche,Di Lauf,Do Lauf,Sa lang,Mo Rad,Mi Rad", 5),
    ],
)
def test_a_day_of_a_week_is_not_what_it_begins_with(tmp_path: Path, head: str, days: int) -> None:
    last = RACE - timedelta(6 - days)
    rows = [
        f"{last - timedelta(7 * left)},6x400,tempo,{14 + left} km,bike,swim" for left in (2, 1, 0)
    ]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join([head, *rows]), "utf-8")
    read = {one.run.title: one.date for one in load_runs(path, race_date=last).runs}
    assert (last - read["6x400"]).days == days - 1
    assert (last - read["bike"]).days == days
