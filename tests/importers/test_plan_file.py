"""Plan files of calendar-hack: distances in curly brackets, faults with their places."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.importers import load_runs
from runtall.importers.records.plan_file import expand
from tests.importers.complaints import faults_of

RACE = date(2027, 4, 25)
WEEK = "  - workouts:\n" + "".join(f"      - title: {title}\n" for title in (
    "Rest", '"{6}"', "Rest", '"{5:8} easy"', "Rest", "Rest", '"Marathon ({26.2:42.2})"',
))  # fmt: skip


@pytest.fixture
def load(tmp_path):
    def loading(text, race_date=RACE):
        path = tmp_path / "plan.yaml"
        path.write_text(text, encoding="utf-8")
        return load_runs(path, race_date=race_date)

    return loading


@pytest.mark.parametrize(
    ("text", "units", "words"),
    [
        ("{5}", "mi", "5 mi"),
        ("{5.0} easy", "km", "5 km easy"),
        ("{10:16} run", "mi", "10 mi run"),
        ("{8-9:13-14}", "mi", "8-9 mi"),
        ("{8}-{10}", "mi", "8 mi-10 mi"),
        ("{8-10} and {x} and {}", "mi", "8-10 mi and {x} and {}"),
        ("2 x {3.1:5}", "mi", "2 x 3.1 mi"),
    ],
)
def test_distances_in_curly_brackets(text, units, words):
    assert expand(text, units) == words


def test_a_plan_ends_on_the_race(load):
    loaded = load("units: mi\nschedule:\n" + WEEK)
    assert [(one.date.day, one.run.title, one.run.distance_m) for one in loaded.runs] == [
        (19, "Rest", None), (20, "6 mi", 9_656), (21, "Rest", None), (22, "5 mi easy", 8_047),
        (23, "Rest", None), (24, "Rest", None), (25, "Marathon (26.2 mi)", 42_165),
    ]  # fmt: skip
    assert loaded.warnings == ()
    assert [one.line for one in loaded.runs] == list(range(4, 11))


def test_a_plan_may_go_on_after_its_race(load):
    lines = WEEK.splitlines()
    early = "\n".join([*lines[:6], lines[7], lines[6]])
    loaded = load("units: mi\nschedule:\n" + early, date(2027, 4, 24))
    assert [one.run.kind.value for one in loaded.runs][-2:] == ["race", "rest"]
    assert loaded.runs[-1].date == RACE


def test_a_plan_without_a_race_ends_on_the_eve(load):
    week = WEEK.replace("Marathon ({26.2:42.2})", "Shakeout")
    loaded = load("units: km\nschedule:\n" + week, date(2027, 4, 26))
    assert (loaded.runs[-1].date, loaded.runs[-1].run.kind) == (RACE, "easy")
    assert loaded.warnings == (
        "the plan has no race in its last week; it is laid out to end on the eve",
    )


def test_another_weekday_is_told(load):
    loaded = load("units: mi\nschedule:\n" + WEEK, date(2027, 4, 24))
    assert loaded.warnings == (
        "the plan's weeks begin on mon; laid out back from the race, on a sat, they begin on sun",
    )


def test_numbers_without_unit_are_the_plans(load):
    week = WEEK.replace('"{6}"', '"6"')
    runs = load("units: mi\nschedule:\n" + week).runs
    assert runs[1].run.distance_m == 9_656


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("units: mi\nschedule: []\n", ["2:1: schedule: 0 weeks; allowed: a list of 1 to 53"]),
        ("schedule:\n" + WEEK, ["1:1: units: units is missing; allowed: mi, km"]),
        ("units: m\nschedule:\n" + WEEK, ['1:1: units: "m" is no unit; allowed: mi, km']),
        ("units: mi\nschedule:\n  - workouts:\n      - title: Rest\n",
         ["3:5: schedule[0].workouts: 1 day; a week has 7"]),
        ("units: mi\nschedule:\n  - workout: x\n",
         ["3:5: schedule[0].workouts: 0 days; a week has 7"]),
        ("units: mi\nschedule:\n" + WEEK.replace("title: Rest", "titel: Rest", 1),
         ["4:9: schedule[0].workouts[0].title: the title is missing"]),
        ("units: mi\nschedule:\n" + WEEK.replace("Rest\n", "Rest\n        distance: far\n", 1),
         ["5:9: schedule[0].workouts[0].distance: no distance; allowed: a number or [from, to]"]),
        ("units: mi\nschedule:\n" + WEEK.replace("Rest\n", "Rest\n        distance: 900\n", 1),
         ["5:9: schedule[0].workouts[0].distance: 900 mi are more than a day holds"]),
        ("units: x\nschedule:\n" + WEEK.replace("title: Rest", "titel: Rest", 1),
         ['1:1: units: "x" is no unit; allowed: mi, km',
          "4:9: schedule[0].workouts[0].title: the title is missing"]),
        ("schedule:\n  - [1, 2\n", ["3:1: : this is not YAML: expected ',' or ']', but got "
         "'<stream end>'"]),
        ("a: &a [x, x]\nschedule: [*a]\n", [
            "1:1: units: units is missing; allowed: mi, km",
            "1:4: schedule[0].workouts: 0 days; a week has 7",
        ]),
        ("schedule: " + "[" * 20 + "]" * 20, ["1:22: : nested more than 12 levels deep"]),
        ("schedule:\n" + "# x\n" * 100_001, ["0:1: : more than 400000 characters; a plan file has "
         "far fewer"]),
        ("---\nunits: mi\n", ["0:1: : there is no key schedule, a list of weeks"]),
    ],
)  # fmt: skip
def test_faults_and_their_places(load, text, expected):
    found = faults_of(lambda: load(text))
    assert [f"{one.line}:{one.column}: {one.key}: {one.message}" for one in found] == expected
