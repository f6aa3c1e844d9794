"""A taper in which no exercise comes to more sets."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.domain.where import InSession
from runtall.rules.taper_adds_nothing import TaperAddsNothing
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(1, 2))
RULE = TaperAddsNothing()
D1, D2, LIGHT = SessionKind.D1, SessionKind.D2, SessionKind.LIGHT
BASE = {D1: [3, 3, 0, 1, 1], D2: [2, 1, 3, 3, 1]}


def test_what_base_leaves_a_set_has_no_two_in_the_taper() -> None:
    for carries, words in (1, []), (2, ["2 sets, at most 1 allowed"]):
        plan = plan_of(PROBLEM, {3: BASE, 5: {LIGHT: [3, 2, carries]}})
        assert found(PROBLEM, RULE, plan) == words


def test_a_week_that_is_small_for_another_reason_is_no_measure() -> None:
    weeks = {3: {SessionKind.MERGED: [2, 1, 1, 1, 1]}, 5: {LIGHT: [3, 2, 2]}}
    assert len(found(PROBLEM, RULE, plan_of(PROBLEM, weeks))) == 3
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks, [(3, Relaxation.SINGLE)]))


def test_what_base_never_had_is_done_once() -> None:
    weeks = {3: {D1: [3, 3, 0, 0, 1]}, 5: {LIGHT: [3, 1, 1]}}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(5, LIGHT, 3)) == (
        "Week 5: the light session has no more sets of suitcase carry than base's last whole week."
    )


def test_twin() -> None:
    once = problem(weeks=5, phases=(1, 2), base_sessions=1)
    twins(RULE, [PROBLEM, once], 100)
    strict_twins(RULE, [PROBLEM, once], 100)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
