"""A small session where one has to follow a speed workout."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.where import OnDay, Violation
from runtall.rules.small_after_speed import SmallAfterSpeed
from tests.problems import problem
from tests.rules import by_hand
from tests.rules.by_hand import twins
from tests.rules.days_after_speed import PROBLEM, declared, on_speed_days, session

RULE = SmallAfterSpeed()


def test_at_most_60_percent_of_half_of_16_sets() -> None:
    for sets, found in ((4, []), (5, ["5 sets, at most 4 allowed"])):
        plan = Plan((session(1, SessionKind.MERGED, sets),), relaxed=declared(1))
        assert [violation.found for violation in RULE.check(PROBLEM, plan)] == found
    light = Plan((session(1, SessionKind.LIGHT, 8),), relaxed=declared(1))
    assert not list(RULE.check(PROBLEM, light))


@pytest.mark.parametrize("day", [22, 29])
def test_the_one_session_of_a_peak_week_is_not_cut_twice(day: int) -> None:
    """It is the week's cut that falls from week to week: 60 % of 11 sets hold in each."""
    asked = problem(weeks=8, phases=(3, 3))
    week = asked.days[day].week
    assert asked.week(week).phase is Phase.PEAK
    for kind, most in (SessionKind.MERGED, 6), (SessionKind.D1, asked.week(week).target_sets):
        most = most if kind is SessionKind.MERGED else 60 * (most // 2) // 100
        for sets, found in ((most, 0), (most + 1, 1)):
            plan = Plan((session(day, kind, sets),), relaxed=declared(week))
            assert len(list(RULE.check(asked, plan))) == found


def test_a_fixed_session_stays_small() -> None:
    most = 60 * (PROBLEM.week(3).target_sets // 2) // 100
    assert not list(RULE.check(PROBLEM, Plan((session(15, SessionKind.D2, most),))))
    plan = Plan((session(15, SessionKind.D2, most + 1), session(15, SessionKind.D1, 2)))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation(
            "small-after-speed",
            OnDay(15, SessionKind.D2),
            f"{most + 1} sets, at most {most} allowed",
        ),
    ]


def test_without_a_declaration_it_is_silent() -> None:
    assert not list(RULE.check(PROBLEM, Plan((session(1, SessionKind.D1, 13),))))


RACED = problem(weeks=6, phases=(2, 1), changes={9: "tuneup=21", 16: "tuneup=10"})
"""A long race on the Wednesday of week 2 and a short one a week later."""


@pytest.mark.parametrize("kind", [SessionKind.D1, SessionKind.D2])
def test_on_the_day_after_a_long_race_each_of_two_is_small(kind: SessionKind) -> None:
    for sets, words in (([2, 2, 1, 2, 1], []), ([2, 2, 2, 2, 1], ["9 sets, at most 8 allowed"])):
        plan = Plan((by_hand.session(RACED, 10, kind, sets),))
        assert by_hand.found(RACED, RULE, plan) == words
    assert RULE.say(RACED, OnDay(10, kind)) == (
        "Thu 25 Mar is the day after a long race: a session there has at most 8 sets."
    )
    for day, other in ((10, SessionKind.MERGED), (8, kind), (11, kind), (17, kind)):
        assert not list(RULE.check(RACED, Plan((session(day, other, 13),))))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(1, SessionKind.D1)) == (
        "Tue 16 Mar has a workout: a session there has at most 4 sets."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60, on_speed_days)
    twins(RULE, [RACED], 60)
