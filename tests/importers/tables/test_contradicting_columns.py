"""Columns that another one contradicts: paces called times, and weekdays beside other dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import RunFile
from runtall.importers.plan.summary import summarise
from tests.importers.complaints import faults_of

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


@pytest.mark.parametrize(
    ("head", "rest", "said"),
    [
        ("Date,Type,Title,km", "Rest,6x400,8", "6x400, 8 km"),
        ("Date,Type,Title,km", "Rest,Rest,8", "8 km"),
        ("Date,Type,Title,km", "Off,tempo 6 km,", "tempo 6 km"),
        ("Date,Type,Title,miles", "Rest,,5", "8.047 km"),
        ("Datum,Art,Einheit,km", "Ruhetag,Tempolauf,10", "Tempolauf, 10 km"),
        ("Fecha,Tipo,Sesión,km", "Descanso,Series 6x400,8", "Series 6x400, 8 km"),
        ("date,kind,title,distance_km", "rest,6x400,8", "6x400, 8 km"),
    ],
)
def test_a_day_of_rest_with_a_run_is_told(tmp_path: Path, head: str, rest: str, said: str) -> None:
    long = {"Datum": "langer Lauf", "Fecha": "tirada larga"}.get(head.split(",")[0], "long run")
    kind = "long" if ",kind," in head else long
    rows = [head, f"2027-03-01,{rest}", f"2027-03-07,{kind},{long},20"]
    found = load(tmp_path, "\n".join(rows))
    assert [str(one.run.kind) for one in found.runs] == ["rest", "long"]
    told = f'days are called rest and have a run; read as rest (1, such as 2027-03-01 "{said}")'
    assert told in found.warnings
    (one,) = (one for one in summarise(found, None, "mon").uncertain if one.kind == "rest")
    assert said in one.words


@pytest.mark.parametrize("rest", ["Rest,Rest day,0", "Rest,,", "Rest,Yoga,", "Rest,rest or jog,"])
def test_a_day_of_rest_without_one_is_not(tmp_path: Path, rest: str) -> None:
    rows = ["Date,Type,Title,km", f"2027-03-01,{rest}", "2027-03-07,Long,long run,20"]
    assert not any("called rest" in one for one in load(tmp_path, "\n".join(rows)).warnings)


def test_who_says_that_it_is_rest_is_not_asked_again(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Date,Type,Title,km\n2027-03-01,Rest,6x400,8\n2027-03-07,Long,long run,20")
    found = load_runs(file, lambda title: ("rest", False) if title == "6x400" else None)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("head", "types"),
    [
        ("Date,Type,Details", {"Rest": "rest", "Easy": "easy", "Cross": "cross", "Long": "long"}),
        (
            "Datum,Art,Beschreibung",
            {"Ruhetag": "rest", "Dauerlauf": "easy", "Rad": "cross", "Langer Lauf": "long"},
        ),
        (
            "Fecha,Tipo,Detalles",
            {"Descanso": "rest", "Rodaje": "easy", "Bici": "cross", "Tirada larga": "long"},
        ),
    ],
)
def test_the_type_is_the_title_where_nothing_else_is(
    tmp_path: Path, head: str, types: dict[str, str]
) -> None:
    rows = [f"{MONDAY + timedelta(at)},{name}," for at, name in enumerate(types)]
    rows.append(f"{MONDAY + timedelta(7)},{[*types][1]},6x800 m")
    found = load(tmp_path, "\n".join([head, *rows]))
    read = {one.run.title: str(one.run.kind) for one in found.runs}
    assert read == {**types, "6x800 m": "workout"}


ROUND = (("easy", "8"), ("tempo", "10"), ("easy", "8"), ("long run", "30"), ("Marathon", "42.2"))
GERMAN = ("locker", "Tempolauf", "locker", "langer Lauf", "Marathon")


@pytest.mark.parametrize("head", ["Date,Run,km,Time", "Datum,Einheit,km,Zeit"])
@pytest.mark.parametrize(
    ("cells", "starts", "long"),
    [
        (("6:00", "5:00", "6:15", "5:45", "5:30"), (None,) * 5, (None,) * 5),
        (("6:00", "5:30", "6:00", "6:00", "5:30"), (None,) * 5, (None,) * 5),
        # Nobody races a marathon at nine minutes a kilometre, after a tempo run at 5:30.
        (("6:00", "5:30", "6:00", "5:45", "9:00"), (6, 5, 6, 5, 9), (None,) * 5),
        (("5:30", "6:15", "5:30", "7:00", "9:00"), (5, 6, 5, 7, 9), (None,) * 5),
        (("6:00", "6:00", "6:00", "8:00", "9:00"), (6, 6, 6, 8, 9), (None,) * 5),
        (("0:50", "1:00", "0:50", "3:20", "4:15"), (None,) * 5, (50, 60, 50, 200, 255)),
        (("0:50", "1:10", "1:20", "4:10", "6:00"), (None,) * 5, (50, 70, 80, 250, 360)),
        (("0:50:00", "1:00:00", "0:50:00", "4:00:00", "4:30:00"), (None,) * 5,
         (50, 60, 50, 240, 270)),
    ],
)  # fmt: skip
def test_round_paces_and_long_lengths_are_no_starts(
    tmp_path: Path,
    head: str,
    cells: Sequence[str],
    starts: Sequence[int | None],
    long: Sequence[int | None],
) -> None:
    titles = GERMAN if head.startswith("Datum") else [title for title, _ in ROUND]
    rows = [
        f"{MONDAY + timedelta(3 * at)},{title},{far},{cell}"
        for at, (title, (_, far), cell) in enumerate(zip(titles, ROUND, cells, strict=True))
    ]
    found = load(tmp_path, "\n".join([head, *rows]))
    assert [one.run.at and one.run.at.hour for one in found.runs] == [*starts]
    assert [one.run.minutes for one in found.runs] == [*long]


def with_weekdays(days: Sequence[date], by: int, right: int = 0) -> str:
    """Return a table whose weekdays are some days off its dates, but for the first ones."""
    rows = [f"{day},{day - timedelta(by if at >= right else 0):%a},{TITLES[at % 4]}"
            for at, day in enumerate(days)]  # fmt: skip
    return "\n".join(["Date,Day,Session", *rows])


@pytest.mark.parametrize("by", [1, 2, 6])
@pytest.mark.parametrize(("count", "right"), [(7, 0), (28, 0), (28, 2)])
def test_weekdays_that_nearly_all_contradict_their_dates(
    tmp_path: Path, by: int, count: int, right: int
) -> None:
    days = [MONDAY + timedelta(at) for at in range(count)]
    (fault,) = faults_of(lambda: load(tmp_path, with_weekdays(days, by, right)))
    assert fault.line == 2 + right
    assert "mend the dates, or leave out the weekdays" in fault.message


@pytest.mark.parametrize(("count", "right"), [(4, 0), (28, 20)])
def test_weekdays_some_of_which_contradict_their_dates(
    tmp_path: Path, count: int, right: int
) -> None:
    days = [MONDAY + timedelta(at) for at in range(count)]
    found = load(tmp_path, with_weekdays(days, 1, right))
    assert [one.date for one in found.runs] == days
    assert any("the date counts" in told for told in found.warnings)


@pytest.mark.parametrize("last", ["Marathon", "30 km", "Half marathon"])
@pytest.mark.parametrize("behind", [0, 1])
@pytest.mark.parametrize("head", ["Week commencing", "w/c", "Week"])
@pytest.mark.parametrize("weekday", [6, 5])
def test_first_days_of_weeks_before_their_first_weekday(
    tmp_path: Path, last: str, behind: int, head: str, weekday: int
) -> None:
    race, weeks = MONDAY + timedelta(55), range(8)
    firsts = [MONDAY + timedelta(7 * (week + 1 - behind) - 7 + weekday) for week in weeks]
    rows = [f"{day:%d/%m/%Y},-,8 km,6x800,8 km,-,6 km,{last if week == 7 else '20 km'}"
            for week, day in enumerate(firsts)]  # fmt: skip
    found = load(tmp_path, "\n".join([f"{head},Mon,Tue,Wed,Thu,Fri,Sat,Sun", *rows]), race)
    assert [one.date for one in found.runs][-1] == race
