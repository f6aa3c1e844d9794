"""Weeks side by side that count down to the race and aren't called weeks."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from runtall.domain.run_plan import RunKind

RACE = date(2027, 10, 10)
MONDAY = date(2027, 9, 13)
RUNS = (
    ("off", "off", "off", "off"),
    ("7 km easy", "8 km easy", "7 km easy", "6 km easy"),
    ("5x800", "tempo 6 km", "6x400", "3 x 1 km"),
    ("7 km easy", "9 km easy", "7 km easy", "off"),
    ("off", "off", "off", "off"),
    ("5 km easy", "5 km easy", "off", "3 km easy"),
    ("LSD 24 km", "LSD 30 km", "LSD 18 km", "MARATHON 42.2"),
)


def board(weeks: str, days: str) -> str:
    """The runs of four weeks below their names, with the days in front."""
    rows = (",".join((day, *runs)) for day, runs in zip(days.split(), RUNS, strict=True))
    return "\n".join(("Kitchen board", "", f",{weeks.replace('|', ',')}", *rows))


@pytest.mark.parametrize(
    ("weeks", "days"),
    [
        ("4 to go|3 to go|2 to go|race week", "M T W T F S S"),
        ("3 out|2 out|1 out|race", "Mon Tue Wed Thu Fri Sat Sun"),
        ("-3|-2|-1|0", "M T W T F S S"),
        ("4|3|2|1", "Mon Tue Wed Thu Fri Sat Sun"),
        ("T - 3|T - 2|T - 1|race", "Mo Di Mi Do Fr Sa So"),
        ("a 3 semanas|a 2 semanas|a 1 semana|semana de carrera", "L M X J V S D"),
        ("dans 3 sem.|dans 2 sem.|dans 1 sem.|course", "lun mar mer jeu ven sam dim"),
        ("3 kvar|2 kvar|1 kvar|tävling", "mån tis ons tor fre lör sön"),
        ("还有3周|还有2周|还有1周|比赛周", "周一 周二 周三 周四 周五 周六 周日"),
    ],
)
def test_each_column_is_a_week_before_the_next(load, weeks, days):
    found = load(board(weeks, days), race_date=RACE)
    by_week = Counter((run.date - MONDAY).days // 7 for run in found.runs)
    assert by_week == dict.fromkeys(range(4), 7)
    sundays = [run.run.kind for run in found.runs if run.date.weekday() == 6]
    assert sundays == [RunKind.LONG, RunKind.LONG, RunKind.LONG, RunKind.RACE]
    assert not found.warnings or not any("column" in one for one in found.warnings)


def test_a_note_behind_the_last_week_is_none(load):
    rows = board("4 to go|3 to go|2 to go|1 to go|Notes", "M T W T F S S").splitlines()
    rows[4] += ",all slow"
    found = load("\n".join(rows), race_date=RACE)
    assert {(run.date - MONDAY).days // 7 for run in found.runs} == {0, 1, 2, 3}


@pytest.mark.parametrize("weeks", ["Alpha|Beta|Gamma|Delta", "W-A|W-B|8 km|Delta", "|||"])
def test_columns_of_no_week_are_told(load, weeks):
    found = load(board(weeks, "Mon Tue Wed Thu Fri Sat Sun"), race_date=RACE)
    assert any("columns" in one and "its week" in one for one in found.warnings)


def test_parts_of_a_run_in_three_columns_are_no_other_weeks(load):
    found = load(
        "Date,Workout,Warm up,Main,Cool down\n"
        + "\n".join(
            f"2027-09-{day},Intervals {day},2 km,6 x 800 m,2 km" for day in range(10, 28, 3)
        )
    )
    assert not any("columns" in one and "week" in one for one in found.warnings)
