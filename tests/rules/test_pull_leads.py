"""Pulling comes before pushing."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InWeek
from runtall.rules.pull_leads import PullLeads
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = PullLeads()


def test_as_many_pulls_as_pushes_are_enough() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.MERGED: [2, 1, 3, 1, 1]}, 6: {SessionKind.LIGHT: [1, 1, 3]}}
    )
    assert not found(PROBLEM, RULE, plan)


def test_one_push_more_is_too_many() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.MERGED: [1, 1, 3, 1, 1]}, 6: {SessionKind.LIGHT: [1, 2, 1]}}
    )
    assert found(PROBLEM, RULE, plan) == ["2 pull sets, 3 push sets", "1 pull sets, 2 push sets"]


def test_a_week_without_any_pull_is_named() -> None:
    plan = plan_of(PROBLEM, {4: {SessionKind.VERY_LIGHT: [0, 0, 1]}})
    assert found(PROBLEM, RULE, plan) == ["0 pull sets, 0 push sets"]


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "Week 3 needs a row or another pull, and at least as many pull sets as push sets."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 50)
    strict_twins(RULE, [PROBLEM], 50)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
