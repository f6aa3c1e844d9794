"""Small sessions where two lie on neighbouring days."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import OnDay
from runtall.rules.small_when_close import SmallWhenClose
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

RULE = SmallWhenClose()
D1, VERY_LIGHT = SessionKind.D1, SessionKind.VERY_LIGHT


def test_two_days_apart_is_enough() -> None:
    assert not found(RULE, TWO_DAYS_APART)


@pytest.mark.parametrize("day", [2, 6])
def test_a_declared_short_gap_takes_two_small_sessions(day: int) -> None:
    for sets, words in (
        ((8, 8), []),
        ((9, 8), [(day, "9 sets next to another session, at most 8 allowed")]),
        ((8, 10), [(day, "10 sets next to another session, at most 8 allowed")]),
    ):
        pair = (session(day, SessionKind.D1, sets[0]), session(day + 1, SessionKind.D2, sets[1]))
        assert found(RULE, Plan(pair, relaxed=declared(1))) == words


@pytest.mark.parametrize("day", [2, 6])
@pytest.mark.parametrize("kinds", [(D1, VERY_LIGHT), (VERY_LIGHT, D1)])
def test_next_to_a_very_light_session_none_is_cut(day: int, kinds: tuple[SessionKind, ...]) -> None:
    """A week whose only other day is beside it would else never grow."""
    sets = {D1: (3, 3, 2, 1), VERY_LIGHT: (2, 1, 1)}
    pair = [
        Session(
            day + later,
            kind,
            tuple(
                Entry(slot.position, slot.alternatives[0], n)
                for slot, n in zip(PROBLEM.slots[kind], sets[kind], strict=False)
            ),
        )
        for later, kind in enumerate(kinds)
    ]
    plan = Plan(tuple(pair), relaxed=declared(1))
    assert not found(RULE, plan)
    assert feasible(PROBLEM, RULE, plan)


def test_the_earlier_days_week_declares() -> None:
    pair = (session(6, SessionKind.D1, 9), session(7, SessionKind.D2))
    assert not found(RULE, Plan(pair, relaxed=declared(2)))
    assert found(RULE, Plan(pair, relaxed=declared(1)))


def test_without_a_declaration_it_is_silent() -> None:
    assert not found(RULE, Plan((session(2, SessionKind.D1, 13), session(3, SessionKind.D2, 13))))


@pytest.mark.parametrize("sets", [8, 9])
def test_next_to_two_sessions_on_one_day(sets: int) -> None:
    kinds = (SessionKind.LIGHT, SessionKind.VERY_LIGHT)
    pair = tuple(
        Session(3, kind, (Entry(1, PROBLEM.slots[kind][0].alternatives[0], 1),)) for kind in kinds
    )
    entries = (
        Entry(slot.position, slot.alternatives[0], count)
        for slot, count in zip(PROBLEM.slots[SessionKind.D1], (3, 3, sets - 6), strict=False)
    )
    plan = Plan((Session(2, SessionKind.D1, tuple(entries)), *pair), relaxed=declared(1))
    assert feasible(PROBLEM, RULE, plan) == (not found(RULE, plan)) == (sets == 8)


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(0)) == (
        "Mon 15 Mar and the day after: two sessions have at most 8 sets each, or one is very light."
    )


def test_days_outside_the_calendar_are_no_neighbours() -> None:
    assert not found(RULE, ACROSS_THE_END)


@each_pair
def test_model_and_check_agree_on_pairs(plan: Plan) -> None:
    assert feasible(PROBLEM, RULE, plan) == (not found(RULE, plan))


def test_twin() -> None:
    twins(RULE, [PROBLEM], 80, crowded)
