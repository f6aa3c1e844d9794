"""Pushing doesn't grow while pulling shrinks."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InWeek
from runtall.rules.push_never_outpaces import PushNeverOutpaces
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
TUNEUP = problem(weeks=7, phases=(2, 1), changes={11: "tuneup"})
RULE = PushNeverOutpaces()


def test_push_may_rise_while_pull_stays() -> None:
    plan = plan_of(
        PROBLEM,
        {1: {SessionKind.MERGED: [2, 2, 1, 1, 1]}, 2: {SessionKind.MERGED: [2, 2, 3, 1, 1]}},
    )
    assert not found(PROBLEM, RULE, plan)


def test_pull_may_fall_while_push_stays() -> None:
    plan = plan_of(
        PROBLEM,
        {4: {SessionKind.MERGED: [3, 2, 2, 1, 1]}, 5: {SessionKind.MERGED: [1, 1, 2, 1, 1]}},
    )
    assert found(PROBLEM, RULE, plan) == []


def test_not_both() -> None:
    plan = plan_of(
        PROBLEM,
        {3: {SessionKind.MERGED: [2, 2, 1, 1, 1]}, 4: {SessionKind.MERGED: [2, 1, 2, 1, 1]}},
    )
    assert found(PROBLEM, RULE, plan) == ["push 1 -> 2 sets, pull 4 -> 3 sets"]


def test_reduced_weeks_are_passed_over() -> None:
    weeks = {
        1: {SessionKind.MERGED: [2, 2, 1, 1, 1]},
        2: {SessionKind.MERGED: [1, 1, 2, 1, 1]},
        3: {SessionKind.MERGED: [2, 2, 2, 1, 1]},
    }
    assert not found(TUNEUP, RULE, plan_of(TUNEUP, weeks))
    weeks[3] = {SessionKind.MERGED: [2, 1, 2, 1, 1]}
    assert found(TUNEUP, RULE, plan_of(TUNEUP, weeks))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "Week 3 may not push more than week 2 while it pulls less."
    )
    assert RULE.say(TUNEUP, InWeek(3)) == (
        "Week 3 may not push more than week 1 while it pulls less."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, TUNEUP], 30)
    strict_twins(RULE, [PROBLEM, TUNEUP], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
