"""No exercise of the taper has more sets than in the last week before it."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.domain.where import InWeek
from runtall.rules.taper_lines import TaperLines
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(1, 3))
RULE = TaperLines()
MERGED, LIGHT = SessionKind.MERGED, SessionKind.LIGHT


def test_edge() -> None:
    last = {3: {MERGED: [2, 2, 1, 2, 1]}}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {**last, 4: {LIGHT: [2, 1, 2]}}))
    more = plan_of(PROBLEM, {**last, 5: {LIGHT: [3, 2, 1]}})
    assert found(PROBLEM, RULE, more) == [
        "one-arm dumbbell row: 3 sets; week 3 has 2; push-up: 2 sets; week 3 has 1"
    ]


def test_one_set_is_always_possible() -> None:
    nothing = plan_of(PROBLEM, {3: {MERGED: [2, 2, 0, 0, 1]}, 4: {LIGHT: [1, 1, 1]}})
    assert not found(PROBLEM, RULE, nothing)


def test_the_larger_of_two_sessions_counts_and_not_both() -> None:
    two = {3: {SessionKind.D1: [2, 1, 1, 2, 1], SessionKind.D2: [1, 1, 2, 2, 1]}}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {**two, 4: {LIGHT: [2, 1, 2]}}))
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {**two, 4: {LIGHT: [2, 1, 3]}}))


def test_a_skipped_week_says_nothing() -> None:
    light = {4: {LIGHT: [3, 2, 2]}}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, light))
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, light, [(3, Relaxation.SKIP)]))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(4)) == (
        "Week 4 (taper) has no more sets of any exercise than week 3."
    )


def test_twin() -> None:
    short = problem(weeks=4, phases=(1, 2), base_sessions=1, peak_sessions=(1, 1))
    twins(RULE, [short], 200)
    strict_twins(RULE, [short], 200)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
