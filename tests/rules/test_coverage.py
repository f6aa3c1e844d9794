"""Every pattern in every week."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.where import InWeek
from runtall.rules.coverage import Coverage
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = Coverage()


def test_one_set_of_each_pattern_is_enough() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {SessionKind.MERGED: [1, 0, 1, 1, 1]}}))
    two = {SessionKind.D1: [1, 0, 0, 0, 1], SessionKind.D2: [1, 0, 0, 1, 0]}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {5: two}))


def test_a_missing_pattern_is_named() -> None:
    plan = plan_of(
        PROBLEM,
        {2: {SessionKind.MERGED: [2, 2, 0, 3, 0]}, 5: {SessionKind.MERGED: [1, 1, 1, 1, 0]}},
    )
    assert found(PROBLEM, RULE, plan) == ["no push, no core", "no core"]


def test_a_light_session_alone_has_no_core_and_may() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {5: {SessionKind.LIGHT: [1, 1, 1]}}))


def test_what_a_very_light_session_has_trains_no_pattern() -> None:
    light = {SessionKind.VERY_LIGHT: [1, 1, 1]}
    plan = plan_of(PROBLEM, {2: {SessionKind.MERGED: [2, 1, 1, 0, 1], **light}, 3: light})
    assert found(PROBLEM, RULE, plan) == ["no carry"]


def test_the_taper_and_weeks_without_sessions_are_free() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {6: {SessionKind.LIGHT: [1, 0, 0]}}))


def away_without_a_press(*days: int) -> Problem:
    """Push-ups hurt, and there are bands only on some days."""
    bands = replace(NOTHING, bands=True)
    access = tuple(Access(equipment=bands if day in days else None) for day in range(42))
    athlete = Athlete(painful=frozenset({"push_up"}))
    return problem(weeks=6, phases=(2, 1), access=access, athlete=athlete)


def test_a_trip_with_nothing_to_press_does_without() -> None:
    away = away_without_a_press(*range(7, 14))
    pulls = {SessionKind.D1: [2, 0, 1, 1, 1], SessionKind.D2: [0, 0, 2, 1, 1]}
    assert found(away, RULE, plan_of(away, {2: pulls, 3: pulls})) == ["no push"]
    bare = {SessionKind.D1: [2, 0, 1, 0, 1], SessionKind.D2: [0, 0, 2, 0, 1]}
    assert found(away, RULE, plan_of(away, {2: bare})) == ["no carry"]


def test_only_the_day_of_the_press_excuses_it() -> None:
    pulls = {SessionKind.D1: [2, 0, 1, 1, 1], SessionKind.D2: [0, 0, 2, 1, 1]}
    monday, thursday = (away_without_a_press(7 + weekday) for weekday in (0, 3))
    assert found(monday, RULE, plan_of(monday, {2: pulls})) == ["no push"]
    assert not found(thursday, RULE, plan_of(thursday, {2: pulls}))


def test_what_no_day_has_anything_for_is_asked_for() -> None:
    never = away_without_a_press(*range(42))
    pulls = {SessionKind.MERGED: [2, 1, 0, 1, 1]}
    assert found(never, RULE, plan_of(never, {2: pulls})) == ["no push"]


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "Week 3 needs at least one set each of pull, push, carry and core."
    )


def test_twin() -> None:
    away = away_without_a_press(*range(7, 14))
    twins(RULE, [PROBLEM, problem(weeks=4, phases=(1, 1), base_sessions=1), away], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
