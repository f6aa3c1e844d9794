"""Rest between two sessions."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.where import OnDay, Violation
from runtall.rules.spacing import Spacing
from tests.rules.by_hand import twins
from tests.rules.neighbouring_days import (
    ACROSS_THE_END,
    PROBLEM,
    TWO_DAYS_APART,
    crowded,
    declared,
    each_pair,
    found,
    session,
)
from tests.twin import feasible

RULE = Spacing()


def test_two_days_apart_is_enough() -> None:
    assert not found(RULE, TWO_DAYS_APART)


@pytest.mark.parametrize("day", [2, 6])
def test_neighbouring_days_are_too_close(day: int) -> None:
    plan = Plan((session(day, SessionKind.D1), session(day + 1, SessionKind.D2)))
    assert found(RULE, plan) == [(day, "another session on the next day")]


def test_one_session_a_day() -> None:
    plan = Plan((session(4, SessionKind.D1), session(4, SessionKind.D2)), relaxed=declared(1))
    assert list(RULE.check(PROBLEM, plan)) == [Violation("spacing", OnDay(4), "2 sessions")]


@pytest.mark.parametrize("day", [2, 6])
def test_a_declared_short_gap_takes_two_sessions(day: int) -> None:
    pair = (session(day, SessionKind.D1, 9), session(day + 1, SessionKind.D2))
    assert not found(RULE, Plan(pair, relaxed=declared(1)))


def test_the_earlier_days_week_declares() -> None:
    plan = Plan((session(6, SessionKind.D1), session(7, SessionKind.D2)), relaxed=declared(2))
    assert found(RULE, plan) == [(6, "another session on the next day")]


def test_a_short_gap_takes_two_kinds() -> None:
    plan = Plan((session(6, SessionKind.D1), session(7, SessionKind.D1)), relaxed=declared(1))
    assert found(RULE, plan) == [(6, "D1 on the next day too")]


def test_days_outside_the_calendar_are_no_neighbours() -> None:
    assert not found(RULE, ACROSS_THE_END)


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(0))
        == "Mon 15 Mar: one session at most, and none on the next day, unless they differ and "
        "both are small (at most 8 sets) or one is very light."
    )


@each_pair
def test_model_and_check_agree_on_pairs(plan: Plan) -> None:
    assert feasible(PROBLEM, RULE, plan) == (not found(RULE, plan))


def test_twin() -> None:
    twins(RULE, [PROBLEM], 80, crowded)
