"""Light sessions are light, and the taper has no others."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.rules.taper_light import TaperLight
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(1, 3))
RULE = TaperLight()


def test_the_taper_goes_from_seven_sets_to_three() -> None:
    weeks = {
        4: {SessionKind.LIGHT: [3, 2, 2]},
        5: {SessionKind.LIGHT: [2, 2, 1]},
        6: {SessionKind.VERY_LIGHT: [1, 1, 1]},
    }
    plan = plan_of(PROBLEM, weeks)
    assert not found(PROBLEM, RULE, plan)
    for session in prescribe(PROBLEM, plan).sessions:
        # Warm-up (5) and mobility (10) are at least half of what is printed.
        assert session.minutes <= 2 * 15


def test_half_of_a_taper_session_is_mobility() -> None:
    plan = plan_of(PROBLEM, {4: {SessionKind.LIGHT: [3, 3, 2]}})
    assert found(PROBLEM, RULE, plan) == ["21 minutes, at most 20 allowed"]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {SessionKind.LIGHT: [3, 3, 2]}}))


def test_eight_sets_are_light() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.LIGHT: [3, 3, 3]}, 2: {SessionKind.VERY_LIGHT: [2, 2, 2]}}
    )
    assert found(PROBLEM, RULE, plan) == ["9 sets, at most 8 allowed"]
    seven = Session(0, SessionKind.VERY_LIGHT, (Entry(1, "one_arm_db_row", 7),))
    assert [v.found for v in RULE.check(PROBLEM, Plan((seven,)))] == ["7 sets, at most 6 allowed"]


@pytest.mark.parametrize(("heavy", "light"), [([2, 1, 1, 1, 1], 4), ([1, 0, 1, 0, 1], 3)])
def test_beside_a_heavy_session_a_very_light_one_is_no_larger(heavy: list[int], light: int) -> None:
    for rows, words in (light - 2, []), (light - 1, [f"{light + 1} sets, at most {light} allowed"]):
        week = {SessionKind.MERGED: heavy, SessionKind.VERY_LIGHT: [rows, 1, 1]}
        assert found(PROBLEM, RULE, plan_of(PROBLEM, {1: week})) == words


@pytest.mark.parametrize("kind", [SessionKind.LIGHT, SessionKind.VERY_LIGHT])
def test_a_carry_of_a_light_session_has_no_more_sets_than_its_row(kind: SessionKind) -> None:
    for row, words in (2, []), (1, ["2 sets, at most 1 allowed"]):
        plan = plan_of(PROBLEM, {4: {kind: [row, 1, 2]}})
        assert found(PROBLEM, RULE, plan) == words
    assert RULE.say(PROBLEM, InSession(4, kind, 3)).endswith(
        " session has no more sets of carries than of rows."
    )


def test_no_full_session_in_the_taper() -> None:
    plan = plan_of(
        PROBLEM, {5: {SessionKind.D1: [1, 0, 0, 0, 0]}, 3: {SessionKind.D1: [1, 1, 1, 1, 1]}}
    )
    assert found(PROBLEM, RULE, plan) == ["D1 session"]


def test_nothing_but_the_light_template() -> None:
    plan = Plan(
        (Session(21, SessionKind.LIGHT, (Entry(1, "dead_bug", 1), Entry(4, "push_up", 1))),)
    )
    assert [violation.found for violation in RULE.check(PROBLEM, plan)] == [
        "dead bug in place 1; push-up in place 4"
    ]


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InSession(4, SessionKind.LIGHT)) == (
        "Week 4 (taper): a light session has 8 easy sets at most, "
        "in 20 minutes beside its mobility."
    )
    assert RULE.say(PROBLEM, InSession(1, SessionKind.VERY_LIGHT)) == (
        "Week 1 (base): a very light session has 6 sets at most, "
        "4 and no more than it beside a heavy one."
    )
    assert RULE.say(PROBLEM, InSession(5, SessionKind.D1)) == (
        "Week 5 (taper) has no session but a light one."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
    strict_twins(RULE, [PROBLEM], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
