from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from runtall.derivation.derive import derive
from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.library import templates
from runtall.domain.own_strength import OwnSession
from runtall.domain.phase import Phase
from runtall.domain.request import Access
from runtall.domain.run_plan import Run, RunKind
from tests.problems import problem, request


def access(**per_day: Access) -> tuple[Access, ...]:
    usual = {int(name[1:]): value for name, value in per_day.items()}
    return tuple(usual.get(day % 7, Access()) for day in range(16 * 7))


def test_days_know_their_options_and_their_distances() -> None:
    days = problem("easy workout medium_long cross rest long recovery").days[:7]
    assert [day.option for day in days] == ["A", "C", "A", "B", "B", "", "A"]
    assert [day.to_long for day in days] == [5, 4, 3, 2, 1, 7, 6]
    assert days[4].eve_of_long_run
    assert not days[3].eve_of_long_run


def test_nothing_comes_after_the_race() -> None:
    days = problem(race_date=date(2027, 4, 24)).days
    assert days[-2].kind is RunKind.RACE
    assert days[-1].to_race == -1
    assert days[-1].option == ""


def test_an_unlabelled_long_run_is_the_longest_of_its_week() -> None:
    asked = request("easy easy rest easy rest easy rest", weeks=8)
    lengths = {0: 6, 1: 8, 3: 6, 5: 18}
    runs = tuple(
        tuple(replace(run, distance_m=1000 * lengths.get(day % 7, 0)) for run in runs)
        if day % 7 in lengths
        else runs
        for day, runs in enumerate(asked.runs)
    )
    days = derive(replace(asked, runs=runs)).days
    assert [day.kind for day in days[:7]].count(RunKind.LONG) == 1
    assert days[5].kind is RunKind.LONG


def test_a_day_without_a_run_caps_the_session_at_thirty_minutes() -> None:
    days = problem("easy rest easy? easy easy long rest", minutes=35).days
    assert [day.cap_s // 60 for day in days[:4]] == [35, 30, 30, 35]


def test_the_window_shortens_the_session_and_the_run_comes_first() -> None:
    open_evening = Access(opens=time(18), closes=time(18, 25))
    asked = request(access=access(d0=open_evening, d3=Access(closes=time(8))))
    late = Run(RunKind.EASY, at=time(18, 30), minutes=40)
    runs = tuple((late,) if day % 7 == 3 else runs for day, runs in enumerate(asked.runs[:-1]))
    days = derive(replace(asked, runs=(*runs, asked.runs[-1]))).days
    assert days[0].cap_s == days[0].limit_s == 25 * 60
    assert days[1].limit_s == 24 * 3600  # nothing was said
    assert days[0].start == time(18)
    assert not days[3].in_order


def test_of_two_runs_the_lift_follows_only_an_easy_second_one() -> None:
    days = problem("workout+easy easy+workout easy easy rest long rest").days
    assert days[0].in_order
    assert days[0].option == "C"
    assert not days[1].in_order


def test_alternatives_end_at_the_first_exercise_that_is_always_possible() -> None:
    slots = problem().slots[SessionKind.D1]
    assert [slot.alternatives for slot in slots][:2] == [("one_arm_db_row",), ("lat_pulldown",)]
    home = problem(equipment=replace(NOTHING, bands=True, dumbbells_g=(8000,)))
    pulldown = home.slots[SessionKind.D1][1]
    assert pulldown.alternatives == ("band_row",)


def test_what_is_too_heavy_to_begin_with_is_not_possible() -> None:
    """A tenth of body mass and a tenth more: 8 kg are a first row from 73 kg on."""
    kit = replace(NOTHING, bands=True, dumbbells_g=(8_000,))
    for kilograms, first in ((72, "band_row"), (73, "one_arm_db_row")):
        home = problem(athlete=Athlete(body_mass_g=1000 * kilograms), equipment=kit)
        assert home.slots[SessionKind.D1][0].alternatives == (first,)
        assert ("one_arm_db_row" in home.days[0].possible) is (first == "one_arm_db_row")


def test_an_away_week_opens_an_alternative() -> None:
    away = tuple(
        Access(equipment=replace(NOTHING, bands=True)) if 14 <= day < 21 else Access()
        for day in range(16 * 7)
    )
    assert problem(access=away).slots[SessionKind.D1][0].alternatives == (
        "one_arm_db_row",
        "band_row",
    )


@pytest.mark.parametrize(
    ("days", "away"),
    [
        (range(7), True),
        (range(4), True),  # Friday is the eve of the long run, Sunday the day after it
        (range(1), True),  # Wednesday and Thursday are too near to each other
        (range(2, 3), False),
        (range(2, 7), True),
        (range(3, 7), False),
        (range(4, 7), False),
    ],
)
def test_a_week_is_away_if_good_days_at_home_are_too_few(days: range, *, away: bool) -> None:
    bands = Access(equipment=replace(NOTHING, bands=True))
    access = tuple(bands if day - 14 in days else Access() for day in range(16 * 7))
    assert problem(access=access).week(3).away is away


def test_a_trip_adds_nothing_where_a_regular_place_does() -> None:
    """At home only bands, without a bench: dumbbells and a bench for a week, or each Thursday."""
    home = replace(NOTHING, bands=True)
    gym = Access(equipment=replace(home, dumbbells_g=(4_000, 6_000), bench=True))
    for days, adds in ((range(14, 21), False), (range(3, 112, 7), True)):
        access = tuple(gym if day in days else Access() for day in range(16 * 7))
        slots = problem(equipment=home, access=access).slots
        names = {slot.name for slot in slots[SessionKind.D2]}
        assert ("bench" in names) is adds


def test_what_is_impossible_everywhere_keeps_its_alternatives_for_the_rules_to_name() -> None:
    nothing = problem(equipment=Equipment(dumbbells_g=(), bands=False, cable_g=(), pulldown_g=()))
    alternatives = templates()[SessionKind.D1].slots[0].alternatives
    assert nothing.slots[SessionKind.D1][0].alternatives == alternatives


def test_the_press_that_leads_has_the_sets_of_the_push_up() -> None:
    """On the floor, where push-ups hurt; one overhead beside it has those of the bench."""
    push_up, overhead, floor = "push_up", "db_overhead_press", "db_floor_press"
    hurts = Athlete(painful=frozenset({push_up}))
    for athlete, avoid, presses in (
        (Athlete(), {overhead}, {push_up: 3, floor: 2}),
        (Athlete(), {push_up}, {overhead: 2, floor: 3}),
        (hurts, {overhead}, {floor: 3}),
    ):
        home = replace(Equipment(), bench=False)
        asked = problem(athlete=athlete, avoid=frozenset(avoid), equipment=home)
        slots = [slot for slot in asked.slots[SessionKind.D2] if slot.pattern is Pattern.PUSH]
        assert {slot.alternatives[0]: slot.full for slot in slots} == presses


def own_gym(weekdays: str, title: str = "Gym", *, counts: bool = True) -> tuple[Any, ...]:
    """Own sessions on some weekdays of all 16 weeks, given as digits from Monday, 0."""
    gym = (OwnSession(title, counts),)
    return tuple(gym if str(day % 7) in weekdays else () for day in range(112))


def test_beside_an_own_session_there_is_one_of_ours_and_beside_two_none() -> None:
    assert [week.n_sessions for week in problem(own=own_gym("2")).weeks] == [1] * 13 + [0] * 3
    assert [week.n_sessions for week in problem(own=own_gym("03")).weeks] == [0] * 16
    legs = problem(own=own_gym("2", counts=False))
    assert [week.n_sessions for week in legs.weeks] == [2] * 13 + [1] * 3


def test_beside_an_own_session_sets_are_half_of_the_usual() -> None:
    usual, beside = problem().weeks, problem(own=own_gym("2")).weeks
    halves = [(week.target_sets + 1) // 2 for week in usual[:13]]
    assert [week.target_sets for week in beside] == [*halves, 0, 0, 0]


def test_an_own_session_is_training_and_disturbs_no_week() -> None:
    gym = list(own_gym(""))
    gym[14] = (OwnSession("Gym", counts=True),)
    asked = problem(own=tuple(gym))
    assert not any(week.disturbed for week in asked.weeks)
    assert asked.days[14].free
    assert not asked.days[14].trainable
    assert asked.days[15].near_own == "Gym"
    assert not asked.days[15].trainable
    assert [week.n_sessions for week in asked.weeks[:4]] == [2, 2, 1, 2]


@pytest.mark.parametrize(
    ("gone", "twice"),
    [
        ({4}, set()),
        ({5, 6}, set()),
        ({3, 7}, set()),
        ({4, 5, 6}, {4, 5, 6}),
        # The deload of week 8 is none in which anything begins, and then two weeks are too few.
        ({8, 9, 10}, set()),
        ({6, 7, 8, 9, 10}, {6, 7, 8, 9, 10}),
    ],
)
def test_a_week_or_two_without_the_own_session_begin_nothing_new(
    gone: set[int], twice: set[int]
) -> None:
    gym = tuple(
        () if day // 7 + 1 in gone else sessions for day, sessions in enumerate(own_gym("2"))
    )
    asked = problem(own=gym)
    assert {week.number for week in asked.weeks if week.n_sessions == 2} == twice
    assert {week.number for week in asked.after_own} == gone - twice
    assert [week.target_sets for week in asked.weeks if week.number not in twice] == [
        week.target_sets for week in problem(own=own_gym("2")).weeks if week.number not in twice
    ]


def test_where_an_own_session_leaves_no_day_there_is_none_of_ours() -> None:
    off = tuple(Access(free=day % 7 in {1, 2, 5}) for day in range(112))
    asked = problem(own=own_gym("2"), access=off)
    assert {week.n_sessions for week in asked.weeks} == {0}


def test_signs_ask_for_mobility_where_the_runner_said_nothing_else() -> None:
    neck = Athlete(signs={"neck_tight": 1})
    assert problem(athlete=neck).mobility_target == 3
    assert problem(athlete=neck, mobility_per_week=4).mobility_target == 4
    assert problem(athlete=Athlete(signs={"torso_twists": 3})).mobility_target == 2


def test_a_peak_week_with_three_key_runs_takes_one_session() -> None:
    weeks = problem("easy workout easy workout rest long rest").weeks
    assert [week.n_sessions for week in weeks[9:14]] == [2, 1, 1, 1, 1]


def test_the_taper_is_counted_from_the_race_and_not_from_its_week() -> None:
    """A race on a Monday: the week before is the race week of a runner, that of one on Sunday."""
    sunday = problem("rest easy workout rest easy long easy")
    monday = replace(
        sunday.request, calendar=replace(sunday.request.calendar, race_date=date(2027, 4, 19))
    )
    early = derive(monday)
    assert [week.phase for week in early.weeks[:-1]] == [week.phase for week in sunday.weeks[1:]]
    assert early.weeks[-1].phase is Phase.TAPER
    assert [week.target_sets for week in early.weeks[-4:]] == [7, 5, 3, 0]
    assert [week.race_week for week in early.weeks[-3:]] == [False, True, False]
