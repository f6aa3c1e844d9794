"""Whole plans of runners with signs: what a coach would look for."""

from __future__ import annotations

from functools import cache

import pytest

from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.sign import signs
from runtall.scenario import read_scenario
from runtall.scenario.changes import change
from tests.solve.proven import proven_plan
from tests.solve.shipped import path_of

D1, D2 = SessionKind.D1, SessionKind.D2
FULL_WEEKS = (7, 9, 10)


@cache
def solved(sign: str = "", answer: int = 0, *, once: bool = False) -> tuple[Problem, Plan]:
    changes = [change(f"athlete.signs.{sign}", answer)] if sign else []
    if once:
        # A sure run leaves Wednesday its 40 minutes.
        changes += [change("strength.sessions.base", 1), change("runs.week.wed", "easy")]
    return proven_plan(read_scenario(path_of("sample-week"), changes))


def sets(week: int, slot: str, sign: str = "", answer: int = 0) -> int:
    problem, plan = solved(sign, answer)
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        for place in problem.slots[session.kind]
        if place.position == entry.position and place.name == slot
    )


def pulls(week: int, sign: str = "", answer: int = 0) -> int:
    problem, plan = solved(sign, answer)
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        if problem.exercises[entry.exercise].pattern is Pattern.PULL
    )


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_always_means_three_sets_at_full_volume_and_no_more_presses(sign) -> None:
    for week in FULL_WEEKS:
        assert sets(week, sign.thirds[0], sign.key, 3) == 3
        for press in ("push_up", "bench"):
            assert sets(week, press, sign.key, 3) <= sets(week, press)
    _, plan = solved(sign.key, 3)
    assert max(session.n_sets for session in plan.sessions) <= 14
    assert max(plan.total(week) for week in range(1, 17)) <= 28
    assert plan.total(1) == 16


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_always_means_three_sets_in_the_one_session_of_a_week_too(sign) -> None:
    """Of the very exercise: both days in one have a slot for it."""
    asked = {"fades_on_hills": "dead_bug"}.get(sign.key, sign.exercise)
    _, usual = solved(once=True)
    _, plan = solved(sign.key, 3, once=True)
    for week in FULL_WEEKS:
        (session,), (other,) = plan.in_week(week), usual.in_week(week)
        sets_of = {entry.exercise: entry.sets for entry in session.entries}
        assert sets_of[asked] == 3
        assert sets_of["push_up"] <= max(e.sets for e in other.entries if e.exercise == "push_up")
    assert max(session.n_sets for session in plan.sessions) <= 14


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_seldom_means_first_in_line_to_grow(sign) -> None:
    first = sign.grows[0]
    assert sets(2, first, sign.key, 1) == sets(1, first, sign.key, 1) + 1
    third = sign.thirds[0]
    assert sets(7, third, sign.key, 1) == sets(7, third)


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_often_means_not_the_first_to_be_cut(sign) -> None:
    first = sign.grows[0]
    for week in (8, 11):
        assert sets(week, first, sign.key, 2) >= sets(week, first)
        assert sets(week, first, sign.key, 2) >= 2


def test_plans_of_different_signs_differ() -> None:
    weeks = {
        sign.key: tuple(
            tuple((entry.exercise, entry.sets) for entry in session.entries)
            for session in solved(sign.key, 3)[1].sessions
        )
        for sign in signs()
    }
    # Creeping shoulders and a tight neck ask for the same.
    assert len(set(weeks.values())) == len(weeks) - 1


def test_a_twisting_torso_has_no_fewer_pulls_on_the_way_up() -> None:
    """What its carries and core take from a week's pulls, an earlier week has brought."""
    for answer in (1, 3):
        so_far = usual = 0
        for week in range(1, 8):
            so_far += pulls(week, "torso_twists", answer)
            usual += pulls(week)
            assert so_far >= usual


def test_the_card_says_for_whom_a_set_is_added() -> None:
    """Where it is added, and not again while it stays."""
    _, plan = solved("torso_twists", 3)
    presses = [
        (entry.sets, "One more set: for the torso that twists." in entry.note)
        for session in plan.sessions
        for entry in session.entries
        if entry.exercise == "pallof_press"
    ]
    assert (3, True) in presses
    assert [told for sets, told in presses if sets == 3].count(True) == 1
