"""R94: exercises that the runner rules out."""

from __future__ import annotations

from runtall.domain.exercise import Kind
from runtall.domain.where import Where
from runtall.rules.avoided_exercises import AvoidedExercises
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives, twins

PROBLEM = problem(weeks=4, phases=(1, 1), avoid=frozenset({"face_pull", "push_up"}))
RULE = AvoidedExercises()


def test_what_is_avoided_is_left_out() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: {Kind.D1: [3, 3, 0, 3, 3]}}))
    plan = plan_of(PROBLEM, {1: {Kind.D1: [3, 3, 1, 3, 3]}})
    assert found(PROBLEM, RULE, plan) == ["face pull"]


def test_sentences() -> None:
    assert RULE.say(PROBLEM, Where(week=3, kind=Kind.D1, slot=3)) == (
        "Week 3 goes without what you want to avoid: face pull."
    )
    assert RULE.say(PROBLEM, Where(week=3)) == (
        "Week 3 goes without what you want to avoid: face pull, push-up."
    )


def test_twin() -> None:
    twins(RULE, [problem(weeks=3, phases=(1, 1), avoid=frozenset({"face_pull"}))], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
