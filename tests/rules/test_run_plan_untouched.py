"""The run plan stays as it is."""

from __future__ import annotations

import random

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.where import OnDay, Violation
from runtall.rules.run_plan_untouched import RunPlanUntouched
from tests.problems import problem
from tests.twin import feasible, random_plan

PROBLEM = problem("easy easy+workout easy? easy rest long recovery?", weeks=6, phases=(2, 1))
RULE = RunPlanUntouched()


def test_runs_are_those_of_the_run_plan() -> None:
    plan = Plan(
        (
            Session(0, SessionKind.D1, (), run="easy"),
            Session(1, SessionKind.D2, (), run="easy+workout"),
            Session(4, SessionKind.D2, (), run="rest"),
            Session(7, SessionKind.D1, ()),
        )
    )
    assert not list(RULE.check(PROBLEM, plan))


def test_another_run_is_named() -> None:
    plan = Plan(
        (Session(1, SessionKind.D1, (), run="easy"), Session(4, SessionKind.D2, (), run="easy"))
    )
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("run-plan-untouched", OnDay(1), "easy, the run plan has easy+workout"),
        Violation("run-plan-untouched", OnDay(4), "easy, the run plan has rest"),
    ]


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(1))
        == "The run plan has easy+workout on Tue 16 Mar, and that stays."
    )


def test_the_model_has_no_say_in_runs() -> None:
    rng = random.Random(1)
    for _ in range(10):
        plan = random_plan(PROBLEM, rng)
        assert feasible(PROBLEM, RULE, plan)
        assert not list(RULE.check(PROBLEM, plan))
