"""Documents of anybody's own: JSON and YAML, whatever their keys are called."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from runtall.errors import FileFaults
from runtall.importers import load_runs

RACE = date(2027, 4, 25)
MONDAY = date(2027, 3, 29)
REST, EASY, HARD = {"type": "rest"}, {"type": "easy", "km": 8}, {"type": "intervals", "km": 10}
LONG, GOAL = {"type": "long_run", "km": 18}, {"type": "race", "km": 21.1}
READ = {19: "rest", 20: "workout", 21: "easy", 25: "race"}


def kinds(tmp_path, document, race_date=RACE):
    path = tmp_path / "plan.json"
    text = document if isinstance(document, str) else json.dumps(document)
    path.write_text(text, encoding="utf-8")
    runs = load_runs(path, race_date=race_date).runs
    return {one.date: str(one.run.kind) for one in runs}


def last_week(found):
    return {day.day: kind for day, kind in found.items() if day > date(2027, 4, 18)}


@pytest.mark.parametrize(
    "weeks",
    [
        # Lists of seven days; weekdays as keys, below another key, and of texts only.
        [[REST, HARD, REST, EASY, REST, REST, LONG], [REST, HARD, EASY, REST, REST, REST, GOAL]],
        [{"mon": REST, "tue": HARD, "wed": EASY, "sun": LONG},
         {"mon": REST, "tue": HARD, "wed": EASY, "sun": GOAL}],
        [{"no": "a", "days": {"Monday": "rest", "Tuesday": "6x800 m", "Sunday": "18 km long"}},
         {"no": "b", "days": {"Monday": "rest", "Tuesday": "tempo", "Wednesday": "easy 8 km",
                              "Sunday": "half marathon race"}}],
        # Weeks by number; weekdays as values, in a list that is called otherwise.
        {"1": {"tue": HARD, "sun": LONG},
         "2": {"mon": REST, "tue": HARD, "wed": EASY, "sun": GOAL}},
        {"week_1": {"day1": REST, "day2": HARD, "day7": LONG},
         "week_2": {"day1": REST, "day2": HARD, "day3": EASY, "day7": GOAL}},
        [{"weekNumber": 1, "workouts": [{"dayOfWeek": "Tuesday", **HARD}]},
         {"weekNumber": 2, "workouts": [
             {"dayOfWeek": "Monday", **REST}, {"dayOfWeek": "Tuesday", **HARD},
             {"dayOfWeek": "Wednesday", **EASY}, {"dayOfWeek": "Sunday", **GOAL}]}],
    ],
)  # fmt: skip
def test_weeks_of_days_lie_before_the_race(tmp_path, weeks):
    for document in ({"name": "My half", "weeks": weeks}, {"plan": {"schedule": weeks}}):
        found = last_week(kinds(tmp_path, document))
        assert {day: found[day] for day in READ} == READ


@pytest.mark.parametrize(
    "document",
    [
        {"2027-04-19": "rest", "2027-04-20": "6 x 800 m", "2027-04-21": "easy", "2027-04-25": GOAL},
        {"days": [{"date": "2027-04-19", "session": {"name": "Rest"}},
                  {"date": "2027-04-20", "session": {"name": "Track", "notes": "6 x 800 m"}},
                  {"date": "2027-04-21", "session": {"name": "Easy 8 km"}},
                  {"date": "2027-04-25", "session": {"name": "Half marathon race"}}]},
        {"weeks": [{"startDate": "2027-04-19",
                    "days": [REST, HARD, EASY, REST, REST, REST, GOAL]}]},
    ],
)  # fmt: skip
def test_dates_win_over_places(tmp_path, document):
    found = last_week(kinds(tmp_path, document, None))
    assert {day: found[day] for day in READ} == READ


@pytest.mark.parametrize(
    "text",
    [
        "race_day: 2027-04-25\nweeks:\n- week: 1\n  mon: rest\n  tue: 6x800\n  sun: long 18 km\n"
        "- week: 2\n  mon: rest\n  tue: 6x800\n  wed: 8 km easy\n  sun: half marathon race\n",
        "- date: 2027-04-19\n  run: rest\n- date: 2027-04-20\n  run: 6 x 800 m\n"
        "- date: 2027-04-21\n  run: easy\n- date: 2027-04-25\n  run: half marathon race\n",
        "---\nplan:\n  week1:\n    monday: rest\n    tuesday: {type: tempo, km: 10}\n"
        "    wednesday: {type: easy, km: 8}\n    sunday: {type: race, km: 10}\n",
    ],
)
def test_yaml(tmp_path, text):
    assert last_week(kinds(tmp_path, text)) == READ


def test_a_day_with_two_sessions(tmp_path):
    day = {"date": "2027-04-20", "running": HARD, "strength": {"type": "core", "minutes": 20}}
    others = [{"date": f"2027-04-2{at}", "running": EASY} for at in (1, 2, 3)]
    path = tmp_path / "plan.json"
    path.write_text(json.dumps({"days": [day, *others]}))
    found = load_runs(path)
    assert [str(one.run.kind) for one in found.runs] == ["workout", "easy", "easy", "easy"]
    assert [one.date for one in found.occupied] == [date(2027, 4, 20)]


@pytest.mark.parametrize(
    ("values", "metres"),
    [
        ({"distance": 5, "distanceUnit": "mi"}, 8_047),
        ({"distance": 5, "unit": "km"}, 5_000),
        ({"totalDistanceKm": 5}, 5_000),
        ({"target": {"distance": 5, "unit": "miles"}}, 8_047),
    ],
)
def test_units_stand_beside_their_numbers(tmp_path, values, metres):
    days = [{"date": f"2027-04-2{at}", "title": "Easy run", **values} for at in (1, 2, 3)]
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(days))
    assert {one.run.distance_m for one in load_runs(path).runs} == {metres}


def test_the_race_of_the_document_and_strides(tmp_path):
    strides = {"type": "recovery", "km": 6, "notes": "6x 100m strides"}
    week = [REST, strides, REST, EASY, REST, {"type": "easy", "km": 4}, {"type": "race"}]
    found = kinds(tmp_path, {"meta": {"raceDate": "2027-04-25"}, "weeks": [week]}, None)
    assert (found[RACE], found[date(2027, 4, 20)]) == ("race", "recovery")


def test_a_race_that_only_its_description_names(tmp_path):
    long = {"type": "Long run", "notes": "18 km"}
    weeks = [[REST, EASY, REST, EASY, REST, EASY, one] for one in (long, long)]
    weeks[-1][-1] = {"type": "Long run", "title": "Long run", "notes": "Half marathon race"}
    assert kinds(tmp_path, {"weeks": weeks})[RACE] == "race"


@pytest.mark.parametrize(
    "document",
    [
        {"name": "x", "settings": {"levels": [1, 2, 3]}},
        {"weeks": [{"week": 1, "runs": ["5 km easy", "6 x 400 m", "10 km long"]}] * 3},
        "{broken",
        "[" * 999,
        {"a": [[[[[[[[[[[[[["5 km"]]]]]]]]]]]]]]},
    ],
)
def test_what_has_no_days_says_what_to_do(tmp_path, document):
    with pytest.raises(FileFaults):
        kinds(tmp_path, document)


def test_numbers_of_records_are_no_titles(tmp_path):
    days = [
        {"workoutId": 880100 + at, "uuid": f"{at}", "calendarDate": f"2027-04-{at:02}",
         "workoutName": name, "estimatedDurationInSecs": 2700}
        for at, name in enumerate(["Easy run", "6 x 800 m", "Tempo run", "Long run", "Rest"], 1)
    ]  # fmt: skip
    path = tmp_path / "plan.json"
    path.write_text(json.dumps({"items": days}), "utf-8")
    runs = load_runs(path).runs
    assert [one.run.title for one in runs][:4] == ["Easy run", "6 x 800 m", "Tempo run", "Long run"]
    assert {one.run.minutes for one in runs if str(one.run.kind) != "rest"} == {45}


def test_the_number_of_a_weekday_is_a_day_by_any_name(tmp_path):
    weeks = [
        {"weekId": number + 1, "weekStart": f"{MONDAY + timedelta(7 * number)}",
         "workouts": [{"dayOfWeekId": 2, "workoutName": "Intervals 10x400"},
                      {"dayOfWeekId": 3, "workoutName": "Easy Run"},
                      {"dayOfWeekId": 7, "workoutName": "Long Run" if number < 3 else "Marathon"}]}
        for number in range(4)
    ]  # fmt: skip
    found = kinds(tmp_path, {"weeks": weeks})
    assert last_week(found) == {20: "workout", 21: "easy", 25: "race"}


@pytest.mark.parametrize("unit", [1, 1000])
@pytest.mark.parametrize("key", ["date", "day"])
def test_dates_in_seconds_since_1970(tmp_path, unit, key):
    noon = 1_808_136_000
    days = {0: "6x800", 2: "Easy 5 km", 6: "Marathon"}
    document = [{key: (noon + 86_400 * at) * unit, "title": title} for at, title in days.items()]
    assert list(kinds(tmp_path, document, None).values()) == ["workout", "easy", "race"]
    assert min(kinds(tmp_path, document, None)) == date(2027, 4, 19)


@pytest.mark.parametrize(
    ("times", "day"),
    [
        (["23:00:00.000Z"] * 3, 20), (["23:00:00Z", "22:00:00Z", "22:00:00Z"], 20),
        (["23:00:00Z", "00:00:00Z", "23:00:00Z"], 20),
        (["07:00:00Z", "22:00:00Z", "07:00:00Z"], 19),
        (["00:00:00Z"] * 3, 19), (["23:00:00"] * 3, 19),
    ],
)  # fmt: skip
def test_midnight_of_a_place_east_of_utc_begins_the_day(tmp_path, times, day):
    titles = ("6x800", "Easy 5 km", "Marathon")
    document = [
        {"date": f"2027-04-{19 + 2 * at}T{when}", "title": title}
        for at, (when, title) in enumerate(zip(times, titles, strict=True))
    ]
    assert min(kinds(tmp_path, document, None)).day == day


def test_two_days_with_dates_are_a_plan(tmp_path):
    document = [
        {"date": "2027-04-20", "title": "6x800"},
        {"date": "2027-04-25", "title": "Marathon"},
    ]
    assert list(kinds(tmp_path, document, None).values()) == ["workout", "race"]
