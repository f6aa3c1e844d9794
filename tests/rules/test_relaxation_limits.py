"""How often a plan may give way."""

from __future__ import annotations

import random

import pytest

from runtall.domain.equipment import NOTHING
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.domain.where import InWeek
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.rules.relaxation_limits import RelaxationLimits
from tests.problems import problem
from tests.rules.by_hand import found, strictly_feasible, survives, twins, usual_plan

PROBLEM = problem(weeks=9, phases=(2, 1))
SHORT = problem(weeks=3, phases=(1, 1))
AWAY = problem(
    weeks=9,
    phases=(2, 1),
    access=tuple(Access(equipment=NOTHING) if day // 7 == 2 else Access() for day in range(63)),
)
"""Week 3 is spent where no pull is possible."""
RULE = RelaxationLimits()


def giving_way(step: Relaxation, *weeks: int) -> Plan:
    return Plan((), relaxed=tuple(Relaxed(week, step) for week in weeks))


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Relaxation.SINGLE, "one session, both in one, instead of two"),
        (Relaxation.SKIP, "no strength session"),
    ],
)
def test_once_in_four_weeks(step: Relaxation, words: str) -> None:
    assert not found(PROBLEM, RULE, giving_way(step, 1, 5))
    plan = giving_way(step, 1, 4)
    assert found(PROBLEM, RULE, plan) == [f"{words}: week 1 and week 4"]
    assert next(iter(RULE.check(PROBLEM, plan))).where == InWeek(1)


def test_one_of_each_is_fine() -> None:
    both = Plan((), relaxed=(Relaxed(2, Relaxation.SINGLE), Relaxed(3, Relaxation.SKIP)))
    assert not found(PROBLEM, RULE, both)


def test_each_window_is_named() -> None:
    plan = giving_way(Relaxation.SKIP, 3, 5)
    assert [violation.where for violation in RULE.check(PROBLEM, plan)] == [
        InWeek(2),
        InWeek(3),
    ]


def test_one_session_is_normal_in_peak_and_taper() -> None:
    assert not found(PROBLEM, RULE, giving_way(Relaxation.SINGLE, 6, 7, 8, 9))
    assert found(PROBLEM, RULE, giving_way(Relaxation.SINGLE, 5, 6))


def test_other_relaxations_are_not_counted() -> None:
    for step in set(Relaxation) - {Relaxation.SINGLE, Relaxation.SKIP}:
        assert not found(PROBLEM, RULE, giving_way(step, 1, 2, 3, 4))


def test_a_week_away_may_be_skipped_beside_another() -> None:
    assert not found(AWAY, RULE, giving_way(Relaxation.SKIP, 2, 3))
    assert found(AWAY, RULE, giving_way(Relaxation.SKIP, 2, 4))
    off = problem(weeks=9, access=tuple(Access(free=day // 7 != 2) for day in range(63)))
    assert not found(off, RULE, giving_way(Relaxation.SKIP, 3, 4))


def test_in_a_short_plan_too() -> None:
    assert not found(SHORT, RULE, giving_way(Relaxation.SKIP, 2))
    assert found(SHORT, RULE, giving_way(Relaxation.SKIP, 1, 3))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "From week 3 on, one week of four at most may go with a single merged session, "
        "and one without any."
    )


def declaring(problem: Problem, rng: random.Random) -> Plan:
    """Relaxations only, in few weeks or many."""
    chance = rng.choice([0.05, 0.15, 0.4])
    relaxed = (
        Relaxed(week.number, step)
        for week in problem.weeks
        for step in Relaxation
        if rng.random() < chance
    )
    return Plan((), relaxed=tuple(relaxed))


def test_twin() -> None:
    twins(RULE, [PROBLEM, SHORT, AWAY], 40, declaring)
    twins(RULE, [PROBLEM], 30)


def test_nothing_to_say_where_nothing_is_relaxed() -> None:
    variables = build(PROBLEM, Scope.STRICT, [RULE], guarded=True)
    assert not variables.guards
    assert strictly_feasible(PROBLEM, RULE, usual_plan(PROBLEM, random.Random(1)))


def test_any_file() -> None:
    survives(RULE, PROBLEM)
