"""What stands beside a title, or in front of it, and what it makes of the run; made up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.importers.conftest import Load

RACE = date(2027, 4, 25)


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Foundation Run + Strides", "6 x 20'' relaxed fast", "easy"),
        ("Easy Run", "WU 10', then 6 x 20 sec fast, full recovery", "easy"),
        ("Aerobic Run", "5 x 100m relaxed & fast on grass", "easy"),
        ("Recovery Run", "Finish with 4x80 m fast but loose", "recovery"),
        ("Shakeout", "15 min easy, 4 x 20s at race pace", "recovery"),
        ("Strides", "6 x 20 s", "easy"),
        ("Race Primer", "3 x 4' at goal pace", "workout"),
        ("Race Primer 3 x 4' at goal pace", "WU, CD", "workout"),
        ("Race activation", "20 min easy with 4 x 15 s", "easy"),
        ("30 min run/walk + 4 cadence drills", "60s/30s", "easy"),
        ("40 min walk/run", "90 sec / 30 sec", "easy"),
        # What is no strides.
        ("Easy Run", "8 x 25 s hills hard", "workout"),
        ("Easy Run", "6 x 20 s fast, 3 x 1 km at 10k pace", "workout"),
        ("Speed", "8 x 20 s", "workout"),
    ],
)
def test_a_text_with_strides_keeps_its_run_easy(
    load: Load, title: str, text: str, kind: str
) -> None:
    days = (RACE - timedelta(days=left) for left in range(20, 0, -1))
    rows = [f'"Foundation Run","Run","Conversational","{day}"' for day in days]
    rows[8] = rows[8].replace("Foundation Run", title).replace("Conversational", text)
    head = '"Title","WorkoutType","WorkoutDescription","WorkoutDay"'
    last = f'"Half marathon","Race","","{RACE}"'
    found = load("\n".join([head, *rows, last]), race_date=RACE)
    assert str(found.runs[8].run.kind) == kind


def test_the_name_of_a_quality_run_leaves_it_easy_and_long(load: Load) -> None:
    days = [RACE - timedelta(days=left) for left in range(27, 0, -1)]
    names = {6: "Q1: E {}", 2: "Q2 2E + 3 x 1T + 2E"}
    rows = [f"{day},{names.get(day.weekday(), 'E 6').format(14 + day.day % 3)}" for day in days]
    found = load("\n".join(["date,session (mi)", *rows, f"{RACE},Marathon"]), race_date=RACE)
    kinds = {one.date.weekday(): str(one.run.kind) for one in found.runs[:7]}
    assert (kinds[6], kinds[2], kinds[1]) == ("long", "workout", "easy")
    assert found.runs[0].run.distance_m == 9_656


def test_easy_with_st_behind_it_has_strides_in_chinese(load: Load) -> None:
    days = [RACE - timedelta(days=left) for left in range(27, 0, -1)]
    runs = [
        "E跑8公里+ST",
        "T跑3x2公里",
        "E跑6公里",
        "休息",
        "I跑5x1000米",
        "E跑8公里",
        "LSD 24公里",
    ]
    rows = [f"{day},{runs[day.weekday()]}" for day in days]
    found = load("\n".join(["日期,训练", *rows, f"{RACE},马拉松比赛"]), race_date=RACE)
    kinds = {one.date.weekday(): str(one.run.kind) for one in found.runs[:7]}
    assert (kinds[0], kinds[1], kinds[6]) == ("easy", "workout", "long")


def test_bare_numbers_beside_runs_in_m_are_miles(load: Load) -> None:
    weeks = [f"{at},Rest,{at + 2} m run,{at + 4} m pace,3 m run,Rest,{7 + at},Cross"
             for at in range(1, 6)]  # fmt: skip
    head = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun"
    last = "6,Rest,2 m run,Rest,2 m run,Rest,Rest,Marathon"
    found = load("\n".join([head, *weeks, last]), race_date=RACE)
    saturdays = [one.run for one in found.runs if one.date.weekday() == 5][:5]
    assert {str(run.kind) for run in saturdays} == {"long"}
    assert saturdays[0].distance_m == 12_875
