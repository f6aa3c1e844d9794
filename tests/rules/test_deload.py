"""Fewer sets in deload and tune-up weeks."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.where import InWeek
from runtall.rules.deload import Deload
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strictly_feasible, survives, twins

PROBLEM = problem(weeks=5, phases=(1, 1), changes={18: "tuneup"})
RULE = Deload()

FULL = {SessionKind.D1: [3, 3, 2, 3, 2], SessionKind.D2: [3, 2, 3, 3, 2]}
"""26 sets: 18 to 20 are left."""


@pytest.mark.parametrize(("more", "fits"), [(-1, False), (0, True), (2, True), (3, False)])
def test_70_to_80_percent(more: int, fits: bool) -> None:
    extra = [int(place < more) for place in range(4)]
    week = {
        SessionKind.D1: [2, 2, 2, 2, 1 if more < 0 else 2],
        SessionKind.D2: [1 + extra[0], 1 + extra[1], 2 + extra[2], 2, 2],
    }
    plan = plan_of(PROBLEM, {2: FULL, 3: week})
    assert plan.total(3) == 18 + more
    words = [] if fits else [f"{18 + more} sets, 18 to 20 allowed"]
    assert found(PROBLEM, RULE, plan) == words


def test_a_single_session_keeps_half_of_it() -> None:
    single = [(3, Relaxation.SINGLE)]
    plan = plan_of(PROBLEM, {2: FULL, 3: {SessionKind.MERGED: [2, 2, 2, 2, 2]}}, single)
    assert not found(PROBLEM, RULE, plan)
    plan = plan_of(PROBLEM, {2: FULL, 3: {SessionKind.MERGED: [3, 2, 2, 2, 2]}}, single)
    assert found(PROBLEM, RULE, plan) == ["11 sets, 9 to 10 allowed"]


def test_skipped_weeks() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: FULL}, [(3, Relaxation.SKIP)]))
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {3: FULL}, [(2, Relaxation.SKIP)]))
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {3: FULL})) == ["26 sets, 0 to 0 allowed"]


def test_the_first_week_of_all_has_nothing_to_keep() -> None:
    first = problem(weeks=4, phases=(1, 1), changes={4: "tuneup"})
    assert first.week(1).tuneup
    assert not found(first, RULE, plan_of(first, {1: FULL}))


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "Week 3 has a long tune-up race in it or behind it: 70 to 80 % of the sets of week 2."
    )
    long = problem()
    (deload,) = [week for week in long.weeks if week.deload]
    assert RULE.say(long, InWeek(deload.number)) == (
        "Week 8 is a deload week: 70 to 80 % of the sets of week 7."
    )


def near(problem: Problem, rng: random.Random) -> Plan:
    """A growing week and a reduced one about where it may be."""
    week = {
        SessionKind.D1: [2, 2, rng.randint(1, 2), rng.randint(1, 3), 2],
        SessionKind.D2: [2, 1, rng.randint(1, 3), 2, 2],
    }
    if rng.random() < 0.3:
        week = {SessionKind.MERGED: [2, 2, rng.randint(1, 3), 2, rng.randint(1, 3)]}
    steps = [Relaxation.SINGLE, Relaxation.SKIP, Relaxation.LIGHTER]
    relaxed = {Relaxed(rng.choice([2, 3, 3]), rng.choice(steps)) for _ in range(rng.randint(0, 3))}
    return replace(plan_of(problem, {2: FULL, 3: week}), relaxed=tuple(sorted(relaxed)))


def strictly_near(problem: Problem, rng: random.Random) -> Plan:
    """The same without relaxations, and with all the other sessions."""
    week = {
        SessionKind.D1: [2, 2, rng.randint(1, 2), rng.randint(1, 3), 2],
        SessionKind.D2: [2, rng.randint(1, 2), rng.randint(1, 3), 2, 2],
    }
    return plan_of(
        problem, {1: FULL, 2: FULL, 3: week, 4: FULL, 5: {SessionKind.VERY_LIGHT: [1, 1, 1]}}
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 25)
    twins(RULE, [PROBLEM], 50, near)
    twins(RULE, [PROBLEM], 50, strictly_near, strictly_feasible)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
