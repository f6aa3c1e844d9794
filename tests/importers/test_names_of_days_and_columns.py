"""Columns of dates called after a weekday, runs with a name of their own, rows of lengths."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import RunFile
from runtall.importers.days.week_names import start_of_week
from runtall.importers.kinds.classify import classify
from runtall.importers.words.lengths import distance

FIRST = date(2027, 5, 3)
MONDAYS = tuple(FIRST + timedelta(7 * week) for week in range(4))


def read(tmp_path: Path, text: str, name: str = "plan.csv") -> RunFile:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return load_runs(path, race_date=None)


def kinds(found: RunFile, first: date = FIRST) -> list[str]:
    """Return the kind of each day of a week; a day without any is rest."""
    by_day = {dated.date: str(dated.run.kind) for dated in found.runs}
    return [by_day.get(first + timedelta(day), "rest") for day in range(7)]


@pytest.mark.parametrize("style", ["%d %b %Y", "%m/%d/%y", "%d.%m.%Y", "%Y-%m-%d"])
@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Week,Starts (Mon),Tuesday,Thursday,Saturday,Sunday", "{n},{day},{runs}"),
        ("Monday,Tue,Thu,Sat,Sun", "{day},{runs}"),
        ("Wk,Mon date,Tue,Thu,Sat,Sun", "{n},{day},{runs}"),
        ("Monday,M,Tu,W,Th,F,Sa,Su", "{day},,{tue},,{thu},,{sat},{sun}"),
    ],
)
def test_a_column_of_dates_is_no_day(tmp_path: Path, style: str, header: str, row: str) -> None:
    runs = {"tue": "8 easy", "thu": "6 x 800", "sat": "5 easy", "sun": "20 long"}
    rows = [
        row.format(n=n + 1, day=day.strftime(style), runs=",".join(runs.values()), **runs)
        for n, day in enumerate(MONDAYS)
    ]
    found = read(tmp_path, "\n".join([header, *rows]))
    for day in MONDAYS:
        assert kinds(found, day) == ["rest", "easy", "rest", "workout", "rest", "easy", "long"]


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Q2", "Q1"), "Q1 is always the Sunday, Q2 is always the Wednesday."),
        (("Q1", "Q2"), "Q1 = Wed, Q2 = Sun."),
        (("Run 1", "Run 2"), "Run 1 is on Wednesdays and run 2 on Sundays"),
        (("Einheit 1", "Einheit 2"), "Einheit 1 ist am Mittwoch, Einheit 2 ist am Sonntag"),
    ],
)
def test_runs_with_a_name_for_a_day_of_each_week(
    tmp_path: Path, names: tuple[str, str], said: str, above: bool
) -> None:
    usual = ["All the other days stay the same:", "Mon off", "Tue 8 km easy", "Fri 6 km recovery"]
    weeks = [
        f"\nWeek {number + 1} ({day:%d.%m.%Y})\n{names[0]}: 6 x 800 m\n{names[1]}: 25 km long"
        for number, day in enumerate(MONDAYS)
    ]
    found = read(tmp_path, "\n".join([said, *(usual if above else ()), *weeks]), "plan.txt")
    easy, recovery = ("easy", "recovery") if above else ("rest", "rest")
    for day in MONDAYS:
        assert kinds(found, day) == ["rest", easy, "workout", "rest", recovery, "rest", "long"]


@pytest.mark.parametrize(
    ("length", "words", "day"),
    [
        ("time", "zone", "50,40,60,,30"),
        ("km", "what", "11,8,25,,5"),
        ("min", "session", "50,40,60,,30"),
    ],
)
def test_rows_of_lengths_have_their_words_in_another_row(
    tmp_path: Path, length: str, words: str, day: str
) -> None:
    rows = [
        f"{monday:%d %b %Y},{length},rest,{day},90\n,{words},,5 x 3 min hard,easy,bike,,recovery,"
        for monday in MONDAYS
    ]
    text = "\n".join(["Week start,,Mon,Tue,Wed,Thu,Fri,Sat,Sun", *rows])
    found = read(tmp_path, text)
    assert kinds(found)[:6] == ["rest", "workout", "easy", "cross", "rest", "recovery"]


@pytest.mark.parametrize(
    "names", [("Swim", "Bike", "Run", "Gym"), ("Schwimmen", "Radeln", "Laufen", "Kraft")]
)
def test_rows_of_other_sports_below_dates(tmp_path: Path, names: tuple[str, ...]) -> None:
    swim, bike, run, gym = names
    weeks = []
    for number, day in enumerate(MONDAYS):
        days = [f"{day + timedelta(one):%d.%m.%Y}" for one in range(7)]
        weeks += [
            ",".join([f"Week {number + 1}", *days]),
            f"{swim},2000 m drills,,,,,,",
            f"{bike},,,75 min,,,90 min hilly,",
            f"{run},,6 x 800 m,,8 km,,,20 km",
            f"{gym},,,,,40 min,,",
        ]
    found = read(tmp_path, "\n".join(weeks))
    assert kinds(found) == ["cross", "workout", "cross", "easy", "rest", "cross", "long"]
    assert [one.date for one in found.occupied] == [day + timedelta(4) for day in MONDAYS]


@pytest.mark.parametrize("said", ["- (12 hr)", "- (night shift)", "\u2014 (travel)"])
def test_a_dash_with_a_reason_is_nothing(tmp_path: Path, said: str) -> None:
    runs = ("8 km easy", said, "6 x 800 m", "8 km easy", said, "5 km easy", "20 km long")
    rows = [f"{FIRST + timedelta(day)},{run}" for day, run in enumerate(runs)]
    found = read(tmp_path, "\n".join(["date,running", *rows]))
    assert kinds(found) == ["easy", "rest", "workout", "easy", "rest", "easy", "long"]


@pytest.mark.parametrize("test", ["with Magic Mile in the middle", "incl. magic mile"])
def test_a_test_within_the_longest_run_leaves_it_long(tmp_path: Path, test: str) -> None:
    week = "30 min easy", "", "30 min easy", "", f"7 mi {test}"
    rows = [
        f"{day + timedelta(at + 2)},{run}" for day in MONDAYS for at, run in enumerate(week) if run
    ]
    found = read(tmp_path, "\n".join(["date,running", *rows]))
    assert kinds(found, MONDAYS[1])[2:] == ["easy", "rest", "easy", "rest", "long"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("30 min run/walk, 60s/30s", "easy"),
        ("run/walk: 90/30, 5 miles", "easy"),
        ("run 5 min, walk, 6 x 800", "workout"),
        ("MARATHON Porto, run/walk 30s/30s to the end", "race"),
        ("parkrun - EASY, volunteers welcome", "easy"),
        ("Volunteer at parkrun", ""),
        ("GRANDAD'S 26.2", "race"),
        ("Long run 26.2", "long"),
        ("20' T cruise, steady", "workout"),
        ("15' M", "workout"),
        ("8E + 3x6M (1E) + rest E", "workout"),
        ("Rest, easy stretching", "rest"),
        ("1-2 mi easy then 6 long tempo", "workout"),
        ("6 miles long tempo", "workout"),
        ("long run 20 km with tempo finish", "long"),
    ],
)
def test_what_stands_beside_a_run(title: str, kind: str) -> None:
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("title", "miles"),
    [
        ("3E + 2x2T + 4E = 11", 11),
        ("2 wu, 5 T, 1 cd = 8 miles", 8),
        ("3E + 9M + 2E = 14", 14),
        ("MP = 8:23", None),
    ],
)
def test_a_sum_behind_the_parts_is_the_whole(title: str, miles: int | None) -> None:
    assert distance(title, "mi") == (miles and round(miles * 1609.344))


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("29-4 Apr", "29 Mar"),
        ("29-4 Mar", "29 Feb"),
        ("Week 3: 30-5 May", "30 Apr"),
        ("28-3 Jan 2027", "28 Dec 2026"),
        ("29-4.04", "29.3"),
        ("22-28 Mar", "22 Mar"),
    ],
)
def test_a_week_begins_in_the_month_before(label: str, first: str) -> None:
    assert start_of_week(label) == first


def test_a_letter_alone_is_rest(tmp_path: Path) -> None:
    week = "R,8 km easy,6 x 800,8 km easy,R,5 km easy,20 km long"
    rows = [f"{day.day}-{(day + timedelta(6)):%d %b},{week}" for day in MONDAYS]
    found = read(
        tmp_path, "\n".join(["Race 30.05.2027", "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", *rows])
    )
    assert kinds(found) == ["rest", "easy", "workout", "easy", "rest", "easy", "long"]
    assert not found.no_runs
