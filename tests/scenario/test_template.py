"""What ``runtall new`` writes reads back as what was answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.athlete import SIGNS, Experience
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.scenario.answers import Answers, Mass
from runtall.scenario.answers.body import PRESETS
from runtall.scenario.answers.week import read_runs
from runtall.scenario.read import read_text
from runtall.scenario.template import scenario_text, weeks_left

KINDS = [kind.value for kind in RunKind if kind is not RunKind.RACE]
RUNNING = [kind for kind in KINDS if kind not in {"rest", "cross"}]
DAYS = st.one_of(
    st.sampled_from(KINDS).map(lambda kind: (kind,)),
    st.sampled_from(RUNNING).map(lambda kind: (f"{kind}?",)),
    st.tuples(st.sampled_from(RUNNING), st.sampled_from(RUNNING)),
)
WEEK_DAYS = ("easy", "workout?", "rest", "easy recovery", "cross", "long", "recovery")
ANSWERS = st.builds(
    Answers,
    race_date=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    runs=st.tuples(*[DAYS] * 7),
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(
        lambda days: tuple(day for day in WEEKDAYS if day in days)
    ),
    minutes=st.integers(15, 40),
    equipment=st.sampled_from(PRESETS),
    experience=st.sampled_from(Experience),
    body_mass=st.none()
    | st.integers(300, 2500).map(lambda tenths: Mass(tenths / 10, "kg"))
    | st.integers(66, 550).map(lambda pounds: Mass(pounds, "lb")),
    signs=st.dictionaries(st.sampled_from(SIGNS), st.integers(0, 3)),
    shoulder=st.booleans(),
)


@given(ANSWERS, st.text(min_size=1, max_size=40), st.integers(4, 16))
def test_answers_come_back(answers: Answers, name: str, weeks: int) -> None:
    name = "".join(char for char in name if char.isprintable()).strip() or "plan"
    text = scenario_text(answers, name, weeks)
    scenario = read_text(text, Path("new.yaml"))
    request = scenario.request
    assert scenario.publication.name == name
    assert request.calendar.race_date == answers.race_date
    assert request.calendar.weeks == weeks
    assert request.minutes == answers.minutes
    assert request.athlete.experience is answers.experience
    mass = request.athlete.body_mass_g
    grams = {"kg": 1000, "lb": 453.59237}
    given = answers.body_mass
    assert mass == (round(given.number * grams[given.unit]) if given else None)
    assert {**dict.fromkeys(SIGNS, 0), **request.athlete.signs} == {
        **dict.fromkeys(SIGNS, 0),
        **answers.signs,
    }
    assert request.athlete.overhead_irritates is answers.shoulder
    for day in range(7):
        weekday = request.calendar.weekday(day)
        assert request.access[day].free is (weekday in answers.days)
        if weeks > 2:
            wanted = answers.runs[WEEKDAYS.index(weekday)]
            words = tuple(f"{run.kind}{'?' * run.optional}" for run in request.runs[day])
            assert words == (() if wanted == ("rest",) else wanted)
    assert not any("before the race, has a long run" in warning for warning in scenario.warnings)


@pytest.mark.parametrize(
    ("race", "weeks"),
    [
        (date(2027, 4, 25), 16),
        (date(2026, 3, 8), 10),
        (date(2026, 1, 25), 4),
        (date(2026, 1, 18), 16),
        (date(2025, 12, 1), 16),
    ],
)
def test_a_plan_is_as_long_as_the_time_that_is_left(race: date, weeks: int) -> None:
    assert weeks_left(race, date(2025, 12, 31)) == weeks


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plan.ics", "plan.ics"),
        ("my plan.csv", "my plan.csv"),
        ("rest.csv", "rest.csv"),
        ("runs/plan", "runs/plan"),
        (
            "easy workout? rest easy+recovery cross long recovery",
            tuple(tuple(day.split()) for day in WEEK_DAYS),
        ),
    ],
)
def test_a_week_or_a_file(text: str, runs: object) -> None:
    assert read_runs(text) == runs


@pytest.mark.parametrize("preset", PRESETS)
def test_who_weighs_in_pounds_gets_equipment_in_pounds(preset: str) -> None:
    week = read_runs("easy workout easy easy rest long recovery")
    answers = Answers(date(2027, 4, 25), week, equipment=preset, body_mass=Mass(155, "lb"))
    text = scenario_text(answers, "plan", 16)
    assert "_kg" not in text
    scenario = read_text(text, Path("plan.yaml"))
    assert scenario.normalised["units"] == "imperial"
    metric = Answers(date(2027, 4, 25), week, equipment=preset, body_mass=Mass(70, "kg"))
    assert "_lb" not in scenario_text(metric, "plan", 16)
