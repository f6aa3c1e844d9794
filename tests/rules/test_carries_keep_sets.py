"""Carries that grow, but not in sets."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.domain.where import InSession
from runtall.rules.carries_keep_sets import CarriesKeepSets
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

RULE = CarriesKeepSets()
D1, D2, MERGED = SessionKind.D1, SessionKind.D2, SessionKind.MERGED
SMALL = [2, 1, 2, 1, 1]


def asked(sign: str, answer: int = 3, **options):
    return problem(weeks=6, phases=(2, 1), athlete=Athlete(signs={sign: answer}), **options)


PROBLEM = asked("neck_tight")


@pytest.mark.parametrize("sign", ["shoulders_creep_up", "neck_tight"])
def test_a_carry_keeps_the_sets_that_it_began_with(sign: str) -> None:
    runner = asked(sign)
    grown = {1: {D1: [2, 2, 1, 2, 1], D2: SMALL}, 2: {D1: [3, 3, 3, 2, 2], D2: [3, 2, 3, 1, 3]}}
    assert not found(runner, RULE, plan_of(runner, grown))
    more = {**grown, 3: {D1: [3, 3, 3, 2, 2], D2: [3, 2, 3, 2, 3]}}
    assert found(runner, RULE, plan_of(runner, more)) == ["2 sets, at most 1 allowed"]


def test_sets_that_were_lost_come_back() -> None:
    weeks = {1: {D1: [2, 2, 1, 2, 1]}, 2: {D1: [2, 2, 1, 1, 1]}, 3: {D1: [2, 2, 1, 2, 1]}}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))


def test_it_begins_where_it_is_first_done() -> None:
    weeks = {1: {D1: [2, 2, 1, 0, 1]}, 2: {D1: [2, 2, 1, 2, 1]}, 3: {MERGED: [3, 2, 2, 2, 2]}}
    relaxed = [(week, Relaxation.SINGLE) for week in weeks]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks, relaxed))


@pytest.mark.parametrize(("sign", "answer"), [("torso_twists", 3), ("neck_tight", 2)])
def test_the_others_may_grow(sign: str, answer: int) -> None:
    """Other signs, and these where they don't always show."""
    runner = asked(sign, answer)
    weeks = {1: {D2: SMALL}, 2: {D2: [2, 1, 2, 2, 1]}}
    assert not found(runner, RULE, plan_of(runner, weeks))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(3, D2, 4)) == (
        "Week 3: the D2 session has no more sets of farmer carry than the first one had."
    )


def test_twin() -> None:
    short = asked("shoulders_creep_up", minutes=20)
    once = asked("neck_tight", base_sessions=1)
    twins(RULE, [PROBLEM, short, once], 40)
    strict_twins(RULE, [PROBLEM, once], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
