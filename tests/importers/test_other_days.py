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
        ("Friday = off.\nMon, Tue, Thu and Sat are E 10, with 6 strides on Tuesday.", [0, 1, 3, 5]),
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


LAST = {
    "en": ["off", "easy 4", "3 x 800", "easy 3", "off", "easy 2", "MARATHON"],
    "de": ["frei", "7 km locker", "3 x 800", "5 km locker", "frei", "3 km locker", "MARATHON"],
    "fr": ["repos", "footing 7", "3 x 800", "footing 5", "repos", "footing 3", "MARATHON"],
    "es": [
        "descanso",
        "suave 7 km",
        "3 x 800",
        "suave 5 km",
        "descanso",
        "suave 3 km",
        "MARAT\u00d3N",
    ],
}
NAMES = {"en": "Mon Tue Wed Thu Fri Sat Sun", "de": "Mo Di Mi Do Fr Sa So",
         "fr": "Lun Mar Mer Jeu Ven Sam Dim",
         "es": "Lun Mar Mi\u00e9 Jue Vie S\u00e1b Dom"}  # fmt: skip


def lists(usual: str, wed: str, sun: str, code: str, day: str) -> str:
    """Return a usual week, its runs of two weekdays by date, and a race week written out."""
    begins = [RACE - timedelta(90 - 7 * at) for at in range(12)]
    runs = ["6 x 400", "3 km tempo", "8 x 400", "6 x 300", "5 x 800", "4 km tempo"] * 2
    far = [12, 13, 14, 11, 15, 16, 12, 17, 18, 20, 13, 10]
    last = [f"{name} {RACE - timedelta(6 - at):{day}} {LAST[code][at]}"
            for at, name in enumerate(NAMES[code].split())]  # fmt: skip
    return "\n".join([
        "Spring Marathon", "Sunday May 30, 2027. 13 wks." if code == "en" else "30.05.2027", "",
        usual, "",
        wed, *(f"{one + timedelta(2):{day}}  {run}" for one, run in zip(begins, runs, strict=True)),
        "",
        sun, *(f"{one + timedelta(6):{day}}  {run}" for one, run in zip(begins, far, strict=True)),
        "", "RACE WEEK" if code == "en" else "", *last, "",
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("usual", "wed", "sun", "code", "day"),
    [
        ("EVERY WEEK (starts Mon March 1)\nMon - off\nTue - easy 4 (easy 5 from May 1 on)\n"
         "Wed - workout, see below\nThu - easy 4\nFri - off\nSat - easy 3\nSun - long, see below",
         "WED WORKOUTS (1 mi warm up + 1 mi cool down each)", "SUNDAY LONG RUNS", "en", "%-m/%-d"),
        ("EVERY WEEK: Mon - off, Tue - easy 4, Wed - see below, Thu - easy 4, Fri - off, Sat -"
         " easy 3, Sun - see below", "WORKOUTS (Wed)", "LONG RUNS (Sundays)", "en", "%b %-d"),
        ("Mon off\nTue easy 4\nThu easy 4\nFri off\nSat easy 3",
         "WEDNESDAY", "Long runs:", "en", "%-d %b"),
        ("Mondays and Fridays are off. Tuesdays and Thursdays easy 4. Saturdays easy 3.",
         "Wed workouts", "Sunday long", "en", "%-m/%-d"),
        ("Jede Woche\nMo - frei\nDi - 7 km locker\nDo - 7 km locker\nFr - frei\nSa - 5 km locker",
         "MITTWOCHS INTERVALLE", "Sonntag: lange L\u00e4ufe", "de", "%d.%m."),
        ("Chaque semaine\nLun repos\nMar footing 7\nJeu footing 7\nVen repos\nSam footing 5",
         "MERCREDI: s\u00e9ances", "DIMANCHE: sorties longues", "fr", "%-d/%-m"),
        ("Cada semana\nLun - descanso\nMar - suave 7 km\nJue - suave 7 km\nVie - descanso\n"
         "S\u00e1b - suave 5 km", "SERIES MI\u00c9RCOLES", "TIRADAS LARGAS DOMINGO",
         "es", "%-d/%-m"),
    ],
)  # fmt: skip
def test_lists_by_date_of_the_runs_of_single_weekdays(
    load: Load, usual: str, wed: str, sun: str, code: str, day: str
) -> None:
    runs = load(lists(usual, wed, sun, code, day)).runs
    found = {one.date: f"{one.run.kind}" for one in runs}
    first = RACE - timedelta(90)
    week = ["rest", "easy", "workout", "easy", "rest", "easy", "long"]
    for at in range(84):
        assert found.get(first + timedelta(at), "rest") == week[at % 7], at
    assert found[RACE] == "race"
    assert first <= min(found) <= max(found) == RACE


def test_a_line_above_dates_in_turn_is_no_heading_of_their_runs(load: Load) -> None:
    days = "\n".join(f"{RACE - timedelta(at):%-m/%-d}: {at % 5 + 4}" for at in range(14, 0, -1))
    text = f"Marathon May 30 2027\n\nSee you Tuesday\n{days}\n5/30: Marathon\n"
    assert {one.run.title for one in load(text).runs} == {"4", "5", "6", "7", "8", "Marathon"}
