"""What stays in a session of less than half an hour."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.request import Access
from runtall.objectives.short_sessions import ASKED, MADE_UP, OVER, ShortSessions
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

MONDAYS = tuple(Access(minutes=20 if day % 7 == 0 else None) for day in range(42))
WEEK = "easy workout easy easy easy long recovery"
PROBLEM = problem(WEEK, weeks=6, phases=(1, 1), access=MONDAYS)
"""Mondays are short."""
RULE = ShortSessions()
D1, D2 = SessionKind.D1, SessionKind.D2
SECOND = 7
"""Monday of the second week."""


def cost_of(kind: SessionKind, sets: dict[int, int], day: int = SECOND) -> int:
    return RULE.value(PROBLEM, plan_of(session(PROBLEM, day, kind, sets)))


@pytest.mark.parametrize(
    ("kind", "sets", "cost"),
    [
        (D1, {3: 0}, 0),  # the face pull goes for nothing
        (D1, {5: 1}, 0),  # and so do a second set of core
        (D1, {4: 2}, 0),  # and a third carry
        (D1, {4: 1}, 2),
        (D1, {1: 2}, 5),
        (D1, {1: 0}, 22),
        (D2, {2: 0}, 0),  # the bench press, too
        (D2, {1: 1}, 4),
        (D2, {1: 0}, 13),
    ],
)
def test_prices(kind: SessionKind, sets: dict[int, int], cost: int) -> None:
    assert cost_of(kind, sets) == cost
    assert cost_of(kind, sets, SECOND + 3) == 0, "Thursday has time"


def test_the_first_week_may_be_after_two_sets() -> None:
    assert cost_of(D1, {1: 2}, 0) == 0
    assert cost_of(D1, {1: 1}, 0) == 8


def test_what_signs_ask_for_often_is_worth_more() -> None:
    asked = problem(
        WEEK, weeks=6, phases=(1, 1), access=MONDAYS, athlete=Athlete(signs={"neck_tight": 2})
    )
    plan = plan_of(session(asked, SECOND, D1, {3: 0}))
    assert RULE.value(asked, plan) == 2 * ASKED


def test_what_a_short_session_cannot_hold_is_not_made_up() -> None:
    short, other = session(PROBLEM, SECOND, D1), session(PROBLEM, SECOND + 3, D2, {2: 3, 5: 3})
    assert RULE.value(PROBLEM, plan_of(short, other)) - RULE.value(PROBLEM, plan_of(short)) == (
        2 * MADE_UP + OVER * (other.n_sets + short.n_sets - 18)
    )
    assert RULE.value(PROBLEM, plan_of(other)) == 0


def test_half_an_hour_is_short_too() -> None:
    asked = problem("easy workout rest easy easy long recovery", weeks=6, phases=(1, 1))
    plan = plan_of(session(asked, SECOND + 2, D1, {1: 1}))
    assert RULE.value(asked, plan) == 8 + 5
    assert RULE.value(asked, plan_of(session(asked, SECOND, D1, {1: 1}))) == 0


def test_off() -> None:
    off = problem(weeks=6, access=MONDAYS, off=frozenset({"short-sessions"}))
    assert switched_off(off, RULE, plan_of(session(off, SECOND, D1, {1: 1})))


def test_twin() -> None:
    agree(PROBLEM, RULE)
    agree(problem(weeks=6, phases=(1, 1), access=(Access(minutes=15),) * 42), RULE, plans=6)
