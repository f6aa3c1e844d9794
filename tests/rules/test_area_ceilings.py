"""The most sets of a week."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InWeek
from runtall.rules.area_ceilings import AreaCeilings
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives, twins

PROBLEM = problem(weeks=4, phases=(1, 1))
RULE = AreaCeilings()

FULL = {SessionKind.D1: [3, 3, 2, 3, 3], SessionKind.D2: [3, 3, 3, 3, 3]}


def test_two_full_templates_are_the_most() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: FULL}))
    plan = plan_of(PROBLEM, {1: {**FULL, SessionKind.LIGHT: [1, 0, 0]}})
    assert found(PROBLEM, RULE, plan) == ["30 sets, at most 29 allowed"]


def test_fourteen_pulls_and_eight_carries() -> None:
    some = {SessionKind.D1: [3, 3, 2, 3, 0], SessionKind.D2: [0, 0, 3, 3, 0]}
    plan = plan_of(PROBLEM, {1: {**some, SessionKind.LIGHT: [3, 0, 2]}})
    assert not found(PROBLEM, RULE, plan)
    plan = plan_of(
        PROBLEM, {1: {**some, SessionKind.LIGHT: [3, 0, 3], SessionKind.VERY_LIGHT: [1, 0, 0]}}
    )
    assert found(PROBLEM, RULE, plan) == [
        "15 pull sets, at most 14 allowed; 9 carry sets, at most 8 allowed"
    ]


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(2)) == (
        "Week 2 has 29 sets at most: 14 of pull, 8 each of push, carry and core."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 90)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
