"""A session after a speed workout."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.where import OnDay, Violation
from runtall.rules.speed_day import SpeedDay
from tests.rules.by_hand import twins
from tests.rules.days_after_speed import PROBLEM, declared, on_speed_days, session

RULE = SpeedDay()


def test_other_days_are_free() -> None:
    assert PROBLEM.week(1).target_sets == 16
    plan = Plan((session(0, SessionKind.D1, 9), session(3, SessionKind.D2, 9)))
    assert not list(RULE.check(PROBLEM, plan))


def test_it_takes_a_declaration() -> None:
    plan = Plan(
        (session(1, SessionKind.D1, 4), session(10, SessionKind.LIGHT, 3)), relaxed=declared(1)
    )
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("speed-day", OnDay(10, SessionKind.LIGHT), "light session")
    ]
    assert not list(RULE.check(PROBLEM, replace(plan, relaxed=declared(1) + declared(2))))


def test_a_fixed_session_needs_none() -> None:
    plan = Plan((session(15, SessionKind.D2, 9), session(15, SessionKind.D1, 2)))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("speed-day", OnDay(15, SessionKind.D1), "D1 session")
    ]


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(1, SessionKind.D1))
        == "Tue 16 Mar has a workout: no session, or where nothing else is left one of at "
        "most 4 sets."
    )
    assert (
        RULE.say(PROBLEM, OnDay(10, SessionKind.LIGHT))
        == "Thu 25 Mar has a workout: no session, or where nothing else is left a light one."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60, on_speed_days)
