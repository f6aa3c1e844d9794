"""A third set in the one session of a peak week."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.where import InSession
from runtall.rules.one_session_peak_thirds import OneSessionPeakThirds
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
SINGLE = problem(weeks=6, phases=(2, 1), peak_sessions=(1, 1))
ALWAYS_ONE = problem(weeks=6, phases=(2, 1), base_sessions=1, peak_sessions=(1, 1))
RULE = OneSessionPeakThirds()

TWOS = {SessionKind.D1: [2, 2, 2, 2, 2], SessionKind.D2: [2, 2, 2, 2, 2]}
D1_CORE = {SessionKind.D1: [3, 3, 2, 3, 3], SessionKind.D2: [2, 2, 2, 2, 1]}
PRESSES = {SessionKind.D1: [2, 2, 2, 2, 2], SessionKind.D2: [3, 2, 2, 2, 2]}


@pytest.mark.parametrize(
    ("base", "merged", "words"),
    [
        (TWOS, [3, 2, 2, 2, 2], []),
        (TWOS, [3, 2, 3, 2, 2], ["3 sets, at most 2 allowed"]),
        (TWOS, [3, 2, 2, 2, 3], ["3 sets, at most 2 allowed"]),
        (D1_CORE, [3, 2, 2, 2, 3], []),
        (D1_CORE, [3, 2, 3, 2, 2], ["3 sets, at most 2 allowed"]),
        (PRESSES, [3, 2, 3, 2, 2], []),
    ],
)
def test_only_what_base_had(base: dict, merged: list[int], words: list[str]) -> None:
    plan = plan_of(SINGLE, {3: base, 4: {SessionKind.MERGED: merged}})
    assert found(SINGLE, RULE, plan) == words


def test_the_last_two_growing_weeks_count() -> None:
    merged = {SessionKind.MERGED: [3, 2, 3, 2, 2]}
    assert not found(SINGLE, RULE, plan_of(SINGLE, {2: PRESSES, 3: TWOS, 4: merged}))
    plan = plan_of(SINGLE, {1: PRESSES, 2: TWOS, 3: TWOS, 4: merged})
    assert found(SINGLE, RULE, plan) == ["3 sets, at most 2 allowed"]


def test_one_session_all_along_is_another_matter() -> None:
    plan = plan_of(
        ALWAYS_ONE,
        {3: {SessionKind.MERGED: [2, 2, 2, 2, 2]}, 4: {SessionKind.MERGED: [3, 2, 3, 2, 3]}},
    )
    assert not found(ALWAYS_ONE, RULE, plan)


def test_sentence() -> None:
    position = PROBLEM.slots[SessionKind.MERGED][4].position
    assert RULE.say(SINGLE, InSession(4, SessionKind.MERGED, position)) == (
        "Week 4: the merged session has 2 sets of dead bug, or 3 if base had them."
    )


def near(problem: Problem, rng: random.Random) -> Plan:
    """Base weeks, and merged peak sessions about where they may be."""
    weeks = {week: rng.choice([TWOS, D1_CORE, PRESSES]) for week in (1, 2, 3)}
    for week in (4, 5):
        merged = [rng.randint(1, most) for most in (3, 2, 3, 2, 3)]
        weeks[week] = {SessionKind.MERGED: merged}
    single = [Relaxed(week, Relaxation.SINGLE) for week in (4, 5)]
    return replace(plan_of(problem, weeks), relaxed=tuple(single))


def test_twin() -> None:
    asked = [PROBLEM, SINGLE, ALWAYS_ONE]
    twins(RULE, asked, 40, near)
    strict_twins(RULE, [SINGLE], 25)


def test_any_file() -> None:
    survives(RULE, SINGLE)
