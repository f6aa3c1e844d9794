"""Two sets of an exercise in the first week."""

from __future__ import annotations

from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.first_week_sets import FirstWeekSets
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
TRAINED = problem(weeks=6, phases=(2, 1), athlete=Athlete(experience=Experience.TRAINED))
LATE = problem(weeks=6, phases=(2, 1), starts=16)
RULE = FirstWeekSets()
TWO = {SessionKind.D1: [2, 2, 1, 2, 1]}
THREE = {SessionKind.D1: [3, 2, 1, 2, 1]}


def test_a_third_set_comes_later() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: TWO, 2: THREE}))
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {1: THREE})) == ["3 sets, at most 2 allowed"]
    assert not found(TRAINED, RULE, plan_of(TRAINED, {1: THREE}))


def test_the_first_week_is_the_one_in_which_the_plan_starts() -> None:
    assert found(LATE, RULE, plan_of(LATE, {3: THREE})) == ["3 sets, at most 2 allowed"]
    assert not found(LATE, RULE, plan_of(LATE, {3: TWO, 4: THREE}))


def test_the_first_push_day_is_as_small_wherever_it_lies() -> None:
    push = {SessionKind.D2: [2, 1, 3, 1, 1]}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {1: TWO, 2: push})) == [
        "3 sets, at most 2 allowed"
    ]
    two = {SessionKind.D2: [2, 1, 2, 1, 1]}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: TWO, 2: two, 3: push}))
    assert not found(TRAINED, RULE, plan_of(TRAINED, {1: TWO, 2: push}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(1, SessionKind.D1, 1)) == (
        "Week 1: the D1 session has two sets of an exercise at most."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, TRAINED, LATE], 40)
