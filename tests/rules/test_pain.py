"""Pain is a stop sign."""

from __future__ import annotations

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InSession
from runtall.rules.pain import Pain
from tests.problems import problem, with_whole_templates
from tests.rules.by_hand import found, plan_of, survives, twins

SPARED = problem(weeks=4, phases=(1, 1), athlete=Athlete(painful=frozenset({"face_pull"})))
HURT = with_whole_templates(SPARED)
"""With what the derived alternatives leave out in the first place."""
IRRITATED = problem(weeks=4, phases=(1, 1), athlete=Athlete(overhead_irritates=True))
RULE = Pain()


def test_what_hurts_is_left_out() -> None:
    assert not found(HURT, RULE, plan_of(HURT, {1: {SessionKind.D1: [3, 3, 0, 3, 3]}}))
    plan = plan_of(HURT, {1: {SessionKind.D1: [3, 3, 1, 3, 3]}})
    assert found(HURT, RULE, plan) == ["face pull"]
    assert next(iter(RULE.check(HURT, plan))).where == InSession(1, SessionKind.D1, 3)


def test_no_overhead_press_where_it_irritates() -> None:
    plan = Plan((Session(3, SessionKind.D2, (Entry(2, "db_overhead_press", 2),)),))
    assert not list(RULE.check(HURT, plan))
    assert [violation.found for violation in RULE.check(IRRITATED, plan)] == [
        "standing dumbbell overhead press"
    ]


def test_substitutes_come_from_the_alternatives() -> None:
    sore = problem(weeks=4, athlete=Athlete(painful=frozenset({"one_arm_db_row"})))
    assert sore.slots[SessionKind.D1][0].alternatives == ("band_row",)


def test_what_has_no_substitute_falls_away() -> None:
    assert [slot.name for slot in SPARED.slots[SessionKind.D1]] == [
        "row",
        "pulldown",
        "suitcase",
        "dead_bug",
    ]
    plan = plan_of(HURT, {1: {SessionKind.D1: [3, 3, 1, 3, 3]}})
    assert [violation.found for violation in RULE.check(SPARED, plan)] == ["face pull"]


def test_a_whole_pattern_that_hurts_is_forbidden_by_name() -> None:
    core = frozenset({"dead_bug", "pallof_press", "side_plank", "plank_shoulder_tap"})
    stiff = problem(weeks=4, phases=(1, 1), athlete=Athlete(painful=core))
    assert not found(stiff, RULE, plan_of(stiff, {1: {SessionKind.D1: [3, 3, 2, 3, 0]}}))
    assert found(stiff, RULE, plan_of(stiff, {1: {SessionKind.D1: [3, 3, 2, 3, 1]}})) == [
        "dead bug"
    ]


def test_sentence() -> None:
    assert RULE.say(HURT, InSession(3, SessionKind.D1, 3)) == (
        "Week 3 goes without what hurts: face pull."
    )


def test_twin() -> None:
    twins(RULE, [HURT], 60)


def test_any_file() -> None:
    survives(RULE, HURT)
