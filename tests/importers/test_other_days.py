"""What is said once, above a plan, of the days that its weeks don't list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from runtall.importers.days.week_numbers import week_number
from tests.importers.conftest import Load

RACE = date(2027, 5, 30)
FIRST = RACE - timedelta(27)
QUALITY = ["{}: 3 x 2 km @ T", "{}: long 22 km"]


def weeks(said: str, days: tuple[str, str] = ("Wed", "Sun")) -> str:
    """Return a plan of which each week lists two days, with something said above."""
    of_week = [run.format(day) for run, day in zip(QUALITY, days, strict=True)]
    blocks = ["\n".join([f"--- {left} weeks to go ({first:%-d %b} - {first + timedelta(6):%-d %b})",
                         *of_week, ""])
              for left in (4, 3, 2) for first in (FIRST + timedelta(7 * (4 - left)),)]  # fmt: skip
    last = ["--- RACE WEEK ---", *(f"{day}: easy 30 min" for day in ("Mon", "Wed", "Thu", "Sat")),
            "Tue: 3 x 1000 T", "Fri: off", "Sun: MARATHON"]  # fmt: skip
    return "\n".join(["Marathon: Sunday 30 May 2027", "", said, "", *blocks, *last, ""])


@pytest.mark.parametrize(
    ("said", "easy"),
    [
        ("E days: 8-10 km easy on the other days", [0, 1, 3, 4, 5]),
        ("Other days: 8 km easy", [0, 1, 3, 4, 5]),
        ("Mon, Tue, Thu and Sat are E days, 5-8 miles each", [0, 1, 3, 5]),
        ("Two Qs per week: Wednesday and Sunday. Fridays off.\nEasy 5 miles on all other days.",
         [0, 1, 3, 5]),
        ("3 hard days a week. Mon and Friday are rest.\nRemaining days are 8 km easy", [1, 3, 5]),
        ("An den \u00fcbrigen Tagen locker 8 km", [0, 1, 3, 4, 5]),
    ],
)  # fmt: skip
def test_days_that_weeks_do_not_list_are_what_is_said_above(
    load: Load, said: str, easy: list[int]
) -> None:
    found = {one.date: f"{one.run.kind}" for one in load(weeks(said)).runs}
    week = ["easy" if day in easy else "rest" for day in range(7)]
    week[2], week[6] = "workout", "long"
    for day in range(21):
        assert found.get(FIRST + timedelta(day), "rest") == week[day % 7], day
    assert found[RACE] == "race"
    assert max(found) == RACE


def test_of_the_other_days_of_one_week_is_said_between_weeks(load: Load) -> None:
    text = weeks("").replace("--- 2 weeks", "(8 km easy on the other days)\n\n--- 2 weeks")
    kinds = [f"{one.run.kind}" for one in load(text).runs if one.date < FIRST + timedelta(7)]
    assert kinds == ["workout", "long"]


@pytest.mark.parametrize(
    "said",
    ["Two Qs per week", "3 runs a week", "2 Tempotage pro Woche", "3 s\u00e9ances par semaine"],
)
def test_how_many_of_something_a_week_has_is_not_its_number(said: str) -> None:
    assert week_number(said) is None


@pytest.mark.parametrize(
    "header",
    ["Week,Starts,Wed (Q2),Sun (Q1)", "Wk,From,Wed,Sun", "Week,Begins,Wednesday hard,Long (Sun)"],
)
def test_a_table_of_two_days_a_week(load: Load, header: str) -> None:
    runs = [("3 x 2 km @ T", "22 km long"), ("8 x 400 m", "24 km long"), ("20 min T", "Marathon")]
    begins = [RACE - timedelta(20 - 7 * at) for at in range(3)]
    rows = [f"{at},{day:%-d %b},{','.join(two)}"
            for at, (two, day) in enumerate(zip(runs, begins, strict=True), 1)]  # fmt: skip
    said = ["Marathon 30 May 2027", "E days: 8-10 km easy on the other days"]
    found = {one.date: f"{one.run.kind}" for one in load("\n".join([*said, header, *rows])).runs}
    week = ["easy", "easy", "workout", "easy", "easy", "easy", "long"]
    assert [found[begins[0] + timedelta(day)] for day in range(20)] == [*week, *week, *week[:6]]
    assert found[RACE] == "race"


def test_days_of_a_week_lie_behind_its_date_in_whatever_order(load: Load) -> None:
    rows = [f"| {RACE - timedelta(20 - 7 * at):%-d %b} | {sun} | 3 x 2 km T | 6 km easy |"
            for at, sun in enumerate(("22 km long", "14 km long", "Marathon"))]  # fmt: skip
    text = "\n".join(["| Week | Q1 (Sun) | Q2 (Wed) | Fri |", "|---|---|---|---|", *rows])
    found = load(f"# Marathon 30 May 2027\n\n{text}\n").runs
    races = [one.date for one in found if one.run.kind == "race"]
    assert races == [RACE]
    assert {one.date.weekday() for one in found if one.run.kind == "workout"} == {2}
    assert min(one.date for one in found) == RACE - timedelta(18)


def test_a_race_on_another_day_than_above_the_plan_is_told(load: Load) -> None:
    lines = [f"{RACE - timedelta(day):%a %-d %b %Y}: easy 8 km" for day in range(20, 7, -1)]
    text = "\n".join(["Marathon: Sunday 30 May 2027", "", *lines, "Sun 23 May 2027: Marathon"])
    assert any("--race-date 2027-05-30" in one for one in load(text).warnings)
    assert not any("--race-date" in one for one in load(text.replace("23 May", "30 May")).warnings)
