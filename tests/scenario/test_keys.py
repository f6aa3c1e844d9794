"""Every key of the scenario file arrives where it belongs, and has the default it should."""

from __future__ import annotations

from datetime import date, time

import pytest

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.calendar import Calendar
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.request import Access, Ban, Fix
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.scenario import Publication, SolverSettings
from tests.scenario.texts import FULL, SMALLEST


def test_the_smallest_scenario_and_its_defaults(read):
    scenario = read(SMALLEST, name="My spring plan.yaml")
    request = scenario.request
    assert request.calendar == Calendar(date(2027, 4, 25), weeks=16, week_starts="mon")
    assert request.phases is None
    assert request.access == (Access(),) * 112
    assert request.athlete == Athlete(signs=dict.fromkeys(request.athlete.signs, 0))
    assert request.equipment == Equipment()
    assert (request.base_sessions, request.peak_sessions, request.taper_sessions) == (2, (1, 2), 1)
    assert (request.minutes, request.mobility_per_week, request.after_run_minutes) == (40, 2, 0)
    assert (request.fixes, request.bans, request.avoid, request.prefer) == ((), (), set(), ())
    assert (request.weights, request.off) == ({}, frozenset())
    assert scenario.publication == Publication("My spring plan", "my-spring-plan-2027-04-25")
    assert scenario.solver == SolverSettings(15.0, None, 0, 1)
    kinds = [run[0].kind.value if run else "rest" for run in request.runs]
    assert kinds[:7] == ["easy", "workout", "easy", "easy", "rest", "long", "recovery"]
    assert kinds[-2:] == ["long", "race"]


def test_the_calendar_and_what_is_published(read):
    scenario = read(FULL)
    assert scenario.request.calendar == Calendar(date(2027, 4, 25), 12, "sun")
    assert scenario.request.phases == (4, 2)
    assert scenario.publication == Publication(
        name="Spring marathon",
        plan_id="spring-2027",
        timezone="Europe/London",
        units="metric",
        include=frozenset({"strength", "runs"}),
        reminder_minutes=60,
        link="https://example.org",
    )
    assert scenario.solver == SolverSettings(15.0, 12.5, 7, 2)


def test_the_run_plan(read):
    request = read(FULL).request
    runs = {request.calendar.date(day): one for day, one in enumerate(request.runs)}
    assert runs[date(2027, 2, 8)] == (Run(RunKind.EASY, optional=True),)
    assert runs[date(2027, 2, 9)] == (Run(RunKind.WORKOUT),)
    assert runs[date(2027, 2, 10)] == ()
    assert runs[date(2027, 2, 13)] == (
        Run(RunKind.EASY, minutes=30, at=time(7)),
        Run(RunKind.LONG),
    )
    assert runs[date(2027, 2, 23)] == (
        Run(RunKind.EASY, "Hills", 10_500, 60, time(6, 30), optional=True),
    )
    assert runs[date(2027, 2, 22)] == (Run(RunKind.EASY, optional=True),)
    assert runs[date(2027, 3, 7)] == (
        Run(RunKind.TUNEUP, distance_m=21_082, minutes=110, at=time(9)),
    )
    assert runs[date(2027, 4, 25)] == (Run(RunKind.RACE),)
    assert all(runs[day] == () for day in runs if day > date(2027, 4, 25))


def test_availability(read):
    request = read(FULL).request
    access = {request.calendar.date(day): one for day, one in enumerate(request.access)}
    monday = Access(minutes=35, opens=time(18, 30), closes=time(20))
    assert access[date(2027, 2, 22)] == monday
    assert not access[date(2027, 2, 24)].free
    assert not access[date(2027, 2, 14)].free
    assert [access[date(2027, 3, day)].free for day in range(1, 5)] == [False, False, False, True]
    away = access[date(2027, 2, 8)]
    assert (away.minutes, away.opens) == (35, time(18, 30))
    assert away.equipment is not None
    assert away.equipment == Equipment(
        dumbbells_g=(), kettlebells_g=(16_000, 16_000), bands=True, cable_g=(), pulldown_g=(),
        bench=False, carry_lane_m=NOTHING.carry_lane_m,
    )  # fmt: skip
    assert away.equipment.items == {"bands", "kettlebell", "kettlebell_pair", "bag"}
    assert access[date(2027, 2, 13)].equipment is None


def test_the_athlete(read):
    athlete = read(FULL).request.athlete
    assert athlete.experience is Experience.SOME
    assert athlete.body_mass_g == 70_500
    assert {sign: answer for sign, answer in athlete.signs.items() if answer} == {"torso_twists": 2}
    assert not athlete.posture_sags
    assert athlete.overhead_irritates
    assert athlete.painful == {"push_up"}
    assert athlete.loads == {
        "farmer_carry": KnownLoad(22_680, 1, 2),
        "one_arm_db_row": KnownLoad(14_000, 10, 1),
    }


def test_equipment(read):
    assert read(FULL).request.equipment == Equipment(
        dumbbells_g=(4_000, 6_500, 16_000),
        kettlebells_g=(8_165, 15_876),
        bands=False,
        cable_g=(5_000, 7_500, 10_000, 12_500, 15_000, 17_500, 20_000),
        pulldown_g=(),
        pull_up_bar=True,
        bench=False,
        incline_bench=True,
        barbell_landmine=True,
        carry_lane_m=15,
    )


def test_strength_and_rules(read):
    request = read(FULL).request
    assert (request.base_sessions, request.peak_sessions, request.taper_sessions) == (1, (2, 2), 0)
    assert request.minutes == 30
    assert request.fixes == (Fix(SessionKind.D1, "tue", 3), Fix(SessionKind.D2, "thu"))
    assert request.bans == (Ban("wed"), Ban(kind=SessionKind.LIGHT, week=4))
    assert (request.avoid, request.prefer) == ({"dead_bug"}, ("assisted_pull_up",))
    assert (request.mobility_per_week, request.after_run_minutes) == (3, 30)
    assert (request.weights, request.off) == ({"next-day": 40}, {"sunday-long-run"})


def test_equipment_leaves_what_it_does_not_name(read):
    equipment = read(
        SMALLEST + "equipment: {dumbbells_kg: [], cable_kg: false}\n"
    ).request.equipment
    assert (equipment.dumbbells_g, equipment.cable_g) == ((), ())
    assert equipment.pulldown_g == Equipment().pulldown_g
    assert equipment.bench


def test_pounds_and_yards(read):
    tail = "equipment: {dumbbells_lb: {from: 5, to: 15, step: 5}, carry_lane_yd: 25}\n"
    imperial = read(SMALLEST + "units: imperial\n" + tail).request.equipment
    assert imperial.dumbbells_g == (2_268, 4_536, 6_804)
    assert imperial.carry_lane_m == 23
    assert imperial.cable_g[:2] == (4_536, 9_072)
    assert read(SMALLEST + tail).request.equipment.cable_g[:2] == (5_000, 10_000)
    assert read(SMALLEST + "athlete: {body_mass_lb: 154}\n").request.athlete.body_mass_g == 69_853


def test_a_single_date_off_needs_no_list(read):
    request = read(SMALLEST + "availability: {off: 2027-04-20}\n").request
    assert [request.calendar.date(day) for day, one in enumerate(request.access) if not one.free] \
        == [date(2027, 4, 20)]  # fmt: skip


def test_a_single_range_away_needs_no_list(read):
    text = "{from: 2027-02-08, to: 2027-02-09, equipment: {bands: true}}"
    one, listed = (
        read(SMALLEST + f"availability: {{away: {away}}}\n").request.access
        for away in (text, f"[{text}]")
    )
    assert one == listed
    assert sum(access.equipment is not None for access in one) == 2


def test_the_plan_id_survives_any_name(read):
    for name, plan_id in {
        "Spring  Marathon!": "spring-marathon-2027-04-25",
        "Großer Lauf": "grosser-lauf-2027-04-25",
        "東京": "東京-2027-04-25",
        "***": "plan-2027-04-25",
        "👩‍🦰 läuft": "läuft-2027-04-25",
    }.items():
        assert read(SMALLEST + f'name: "{name}"\n').publication.plan_id == plan_id


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        ("30", "{minutes: 30}"), ("30 min", "{minutes: 30}"), ("25m", "{minutes: 25}"),
        ("18:30-20:00", "{from: 18:30, to: 20:00}"), ("18:30 - 20:00", "{from: 18:30, to: 20:00}"),
        ("6:15 to 7:00", "{from: 6:15, to: 7:00}"), ("from 18:30", "{from: 18:30}"),
        ("18:30 -", "{from: 18:30}"), ("until 20:00", "{to: 20:00}"), ('"- 20:00"', "{to: 20:00}"),
        ("6pm-7pm", "{from: 18:00, to: 19:00}"), ("6:30 PM to 8 pm", "{from: 18:30, to: 20:00}"),
        ("after 6pm", "{from: 18:00}"), ("before 8 am", "{to: 8:00}"),
        ("12am-1am", "{from: 0:00, to: 1:00}"), ("11am - 12pm", "{from: 11:00, to: 12:00}"),
    ],
)  # fmt: skip
def test_a_day_may_be_noted_on_a_line(read, note, meant):
    def day(text):
        return read(f"{SMALLEST}timezone: UTC\navailability: {{mon: {text}}}\n").request.access

    assert day(note) == day(meant) != day("on")


@pytest.mark.parametrize(
    ("noted", "meant"),
    [
        ("availability: {off: 2027-03-01 to 2027-03-03}",
         "availability: {off: [{from: 2027-03-01, to: 2027-03-03}]}"),
        ("availability: {ill: [2027-03-01..2027-03-03, 2027-02-01]}",
         "availability: {ill: [{from: 2027-03-01, to: 2027-03-03}, 2027-02-01]}"),
        ("athlete: {painful: push_up}", "athlete: {painful: [push_up]}"),
        ("strength: {exercises: {prefer: push_up}}",
         "strength: {exercises: {prefer: [push_up]}}"),
        ("equipment: {dumbbells_kg: 8}", "equipment: {dumbbells_kg: [8]}"),
        ("athlete: {body_mass_kg: 70 kg, age: 61 years}", "athlete: {body_mass_kg: 70, age: 61}"),
        ("strength: {minutes: 30 min}", "strength: {minutes: 30}"),
        *((f"availability: {{ill: {noted}}}",
           "availability: {ill: {from: 2027-03-01, to: 2027-03-03, fever: true}}")
          for noted in (
              "{from: 2027-03-01, to: 2027-03-03, fever: yes}",
              "{from: 2027-03-01, to: 2027-03-03, flu: true}",
              "{from: 2027-03-01, to: 2027-03-03, fever: high}",
              "[{from: 2027-03-01, to: 2027-03-03, temperature: 38.5}]",
              "[{from: 2027-03-01, to: 2027-03-03, temperature: 101}]",
              "2027-03-01 to 2027-03-03 with fever", "[2027-03-01..2027-03-03 (flu)]")),
        ("availability: {ill: {from: 2027-03-01, to: 2027-03-03, temperature: 37}}",
         "availability: {ill: {from: 2027-03-01, to: 2027-03-03, fever: no}}"),
        ("strength: {fix: {session: D1, day: mon}, ban: {day: sun}}",
         "strength: {fix: [{session: D1, day: mon}], ban: [{day: sun}]}"),
        ("strength: {fix: {D1: mon, D2: thu}}",
         "strength: {fix: [{session: D1, day: mon}, {session: D2, day: thu}]}"),
        ("strength: {fix: {mon: D1}}", "strength: {fix: [{session: D1, day: mon}]}"),
    ],
)  # fmt: skip
def test_what_people_note_is_what_they_mean(read, noted, meant):
    short, whole = read(f"{SMALLEST}{noted}\n"), read(f"{SMALLEST}{meant}\n")
    assert short.normalised == whole.normalised != read(SMALLEST).normalised
