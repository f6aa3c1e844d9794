"""What stays in a session of less than half an hour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.request import Access
from runtall.objectives.short_sessions import ShortSessions
from runtall.progression.short_template import ASKED
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
        (D1, {}, 0),
        (D1, {3: 0}, 0),  # twenty minutes hold no face pull
        (D1, {1: 2}, 5),
        (D1, {1: 0}, 22),
        (D1, {2: 0}, 9),
        (D1, {4: 0}, 6),
        (D2, {2: 0}, 0),  # and no bench press
        (D2, {1: 1}, 3),
        (D2, {1: 0}, 12),
    ],
)
def test_prices(kind: SessionKind, sets: dict[int, int], cost: int) -> None:
    assert cost_of(kind, sets) == cost
    assert cost_of(kind, sets, SECOND + 3) == 0, "Thursday has time"


def test_the_first_week_may_be_after_two_sets() -> None:
    assert cost_of(D1, {1: 2}, 0) == 0
    assert cost_of(D1, {1: 1}, 0) == 8


def test_a_peak_week_cuts_like_any_other() -> None:
    peak = 7 * next(week.number for week in PROBLEM.weeks if week.phase is Phase.PEAK) - 7
    assert PROBLEM.days[peak].cap_s < 1800
    assert cost_of(D1, {1: 1}, peak) == 0


def test_what_signs_ask_for_often_is_worth_more() -> None:
    access = tuple(replace(day, minutes=25 if day.minutes else None) for day in MONDAYS)
    asked = problem(
        WEEK, weeks=6, phases=(1, 1), access=access, athlete=Athlete(signs={"neck_tight": 2})
    )
    plan = plan_of(session(asked, SECOND, D1, {3: 0}))
    assert RULE.value(asked, plan) == 2 * ASKED


def test_half_an_hour_is_not_short() -> None:
    """Every day without a run has half an hour: its sessions have the usual dose."""
    week = "easy workout rest easy easy long recovery"
    for minutes, cost in ((30, 0), (29, 8 + 5)):
        access = (Access(minutes=minutes),) * 42
        asked = problem(week, weeks=6, phases=(1, 1), access=access)
        assert RULE.value(asked, plan_of(session(asked, SECOND + 2, D1, {1: 1}))) == cost


def test_off() -> None:
    off = problem(weeks=6, access=MONDAYS, off=frozenset({"short-sessions"}))
    assert switched_off(off, RULE, plan_of(session(off, SECOND, D1, {1: 1})))


def test_twin() -> None:
    agree(PROBLEM, RULE)
    agree(problem(weeks=6, phases=(1, 1), access=(Access(minutes=15),) * 42), RULE, plans=6)
