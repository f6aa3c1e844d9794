"""Every pattern in every week."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
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


def test_the_taper_and_weeks_without_sessions_are_free() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {6: {SessionKind.LIGHT: [1, 0, 0]}}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "Week 3 needs at least one set each of pull, push, carry and core."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, problem(weeks=4, phases=(1, 1), base_sessions=1)], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
