"""A small start."""

from __future__ import annotations

from runtall.domain.athlete import Athlete, Experience
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InSession, InWeek
from runtall.rules.first_week import FirstWeek
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
TRAINED = problem(weeks=6, phases=(2, 1), athlete=Athlete(experience=Experience.TRAINED))
LATE = problem(weeks=6, phases=(2, 1), starts=16)
RULE = FirstWeek()


def test_sixteen_sets_to_start_with() -> None:
    week = {SessionKind.D1: [2, 2, 1, 2, 1], SessionKind.D2: [2, 1, 2, 2, 1]}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: week}))
    week[SessionKind.D2] = [2, 1, 3, 2, 1]
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {1: week})) == ["17 sets, at most 16 allowed"]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: week}))


def test_nine_sets_in_the_first_sessions() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: {SessionKind.D1: [3, 2, 1, 2, 1]}}))
    ten = {1: {SessionKind.D1: [3, 3, 1, 2, 1]}}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, ten)) == ["10 sets, at most 9 allowed"]
    assert not found(TRAINED, RULE, plan_of(TRAINED, ten))


def test_a_trained_lifter_starts_with_22() -> None:
    week = {SessionKind.D1: [3, 2, 2, 2, 2], SessionKind.D2: [2, 2, 3, 2, 2]}
    assert not found(TRAINED, RULE, plan_of(TRAINED, {1: week}))
    week[SessionKind.D2] = [3, 2, 3, 2, 2]
    assert found(TRAINED, RULE, plan_of(TRAINED, {1: week})) == ["23 sets, at most 22 allowed"]


def test_never_five_times_five() -> None:
    entries = tuple(Entry(place, "push_up", 5) for place in range(1, 6))
    plan = Plan((Session(14, SessionKind.D1, entries),))
    (violation,) = RULE.check(PROBLEM, plan)
    assert violation.where == InSession(3, SessionKind.D1)
    assert violation.found == "25 sets, at most 24 allowed"
    assert not list(RULE.check(PROBLEM, Plan((Session(14, SessionKind.D1, entries[1:]),))))


def test_the_first_week_is_the_one_in_which_the_plan_starts() -> None:
    week = {SessionKind.D1: [3, 3, 1, 2, 1], SessionKind.D2: [2, 1, 2, 2, 1]}
    assert found(LATE, RULE, plan_of(LATE, {3: week})) == [
        "18 sets, at most 16 allowed",
        "10 sets, at most 9 allowed",
    ]
    assert not found(LATE, RULE, plan_of(LATE, {4: week}))
    assert RULE.say(LATE, InWeek(3)) == "Week 3 starts small: 16 sets at most."


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InWeek(1)) == "Week 1 starts small: 16 sets at most."
    assert RULE.say(PROBLEM, InSession(1, SessionKind.D1)) == (
        "Week 1: the D1 session has at most 9 sets."
    )
    assert RULE.say(PROBLEM, InSession(3, SessionKind.VERY_LIGHT)) == (
        "Week 3: the very light session has at most 24 sets."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, TRAINED, LATE], 30)
    strict_twins(RULE, [PROBLEM, TRAINED, LATE], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
