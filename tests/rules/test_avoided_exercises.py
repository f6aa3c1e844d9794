"""Exercises that the runner rules out."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.avoided_exercises import AvoidedExercises
from tests.problems import problem, with_whole_templates
from tests.rules.by_hand import found, plan_of, survives, twins

AVOIDING = problem(weeks=4, phases=(1, 1), avoid=frozenset({"face_pull", "push_up"}))
PROBLEM = with_whole_templates(AVOIDING)
"""With what the derived alternatives leave out in the first place."""
RULE = AvoidedExercises()


def test_what_is_avoided_is_left_out() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: {SessionKind.D1: [3, 3, 0, 3, 3]}}))
    plan = plan_of(PROBLEM, {1: {SessionKind.D1: [3, 3, 1, 3, 3]}})
    assert found(PROBLEM, RULE, plan) == ["face pull"]


def test_a_file_may_still_have_it() -> None:
    assert [slot.name for slot in AVOIDING.slots[SessionKind.D1]] == [
        "row",
        "pulldown",
        "suitcase",
        "dead_bug",
    ]
    plan = plan_of(PROBLEM, {1: {SessionKind.D1: [3, 3, 1, 3, 3]}})
    assert [violation.found for violation in RULE.check(AVOIDING, plan)] == ["face pull"]


def test_a_whole_pattern_that_is_avoided_is_forbidden_by_name() -> None:
    core = frozenset({"dead_bug", "pallof_press", "side_plank", "plank_shoulder_tap"})
    coreless = problem(weeks=4, phases=(1, 1), avoid=core)
    assert not found(coreless, RULE, plan_of(coreless, {1: {SessionKind.D1: [3, 3, 2, 3, 0]}}))
    plan = plan_of(coreless, {1: {SessionKind.D1: [3, 3, 2, 3, 1]}})
    assert found(coreless, RULE, plan) == ["dead bug"]


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1, 3)) == (
        "Week 3 goes without what you want to avoid: face pull."
    )
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1)) == (
        "Week 3 goes without what you want to avoid: face pull, push-up."
    )


def test_twin() -> None:
    avoiding = problem(weeks=3, phases=(1, 1), avoid=frozenset({"face_pull"}))
    twins(RULE, [with_whole_templates(avoiding)], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
