"""The one session of a peak week."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.domain.where import InWeek
from runtall.rules.one_session_peak import OneSessionPeak
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=5, phases=(2, 1))
SINGLE = problem(weeks=5, phases=(2, 1), peak_sessions=(1, 1))
ALWAYS_ONE = problem(weeks=5, phases=(2, 1), base_sessions=1, peak_sessions=(1, 1))
SHORT_DAY = problem(weeks=5, phases=(2, 1), peak_sessions=(1, 1), access=(Access(minutes=25),) * 35)
LATE = problem(weeks=8, phases=(2, 1), peak_sessions=(1, 1))
SICK = problem(
    weeks=7,
    phases=(3, 1),
    peak_sessions=(1, 1),
    access=[Access(free=day not in {19, 20}, ill=day in {19, 20}) for day in range(49)],
)
"""Ill on the last two days of base: peak weeks 4 to 6."""
RULE = OneSessionPeak()

FULL = {SessionKind.D1: [3, 3, 2, 3, 2], SessionKind.D2: [3, 2, 3, 3, 2]}
SMALL = {SessionKind.D1: [2, 2, 2, 2, 1], SessionKind.D2: [2, 2, 3, 2, 1]}


def merged(sets: int) -> dict[SessionKind, list[int]]:
    """A merged session of so many sets: 5 to 13, or more than its slots hold."""
    counts, most = [1] * 5, [3, 2, 3, 2, 3]
    while sum(counts) < sets:
        open_slots = [slot for slot in range(5) if counts[slot] < most[slot]]
        counts[min(open_slots, key=counts.__getitem__)] += 1
    return {SessionKind.MERGED: counts}


@pytest.mark.parametrize(("sets", "fits"), [(10, False), (11, True), (13, True)])
def test_11_to_13_sets(sets: int, fits: bool) -> None:
    words = [] if fits else [f"{sets} sets, 11 to 13 allowed"]
    assert found(SINGLE, RULE, plan_of(SINGLE, {2: FULL, 3: merged(sets)})) == words
    single = [(3, Relaxation.SINGLE)]
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {2: FULL, 3: merged(sets)}, single)) == words


@pytest.mark.parametrize(("sets", "fits"), [(8, True), (10, True), (11, False)])
def test_no_more_than_the_largest_base_session(sets: int, fits: bool) -> None:
    """Nine and ten sets are the largest so far: then there is no lower bound either."""
    plan = plan_of(SINGLE, {1: SMALL, 2: SMALL, 3: merged(sets)})
    assert found(SINGLE, RULE, plan) == ([] if fits else [f"{sets} sets, 0 to 10 allowed"])


@pytest.mark.parametrize(("sets", "fits"), [(11, True), (12, True), (13, False)])
def test_it_does_not_grow_from_week_to_week(sets: int, fits: bool) -> None:
    plan = plan_of(SINGLE, {2: FULL, 3: merged(12), 4: merged(sets)})
    assert found(SINGLE, RULE, plan) == ([] if fits else ["13 sets, 11 to 12 allowed"])
    skipped = [(3, Relaxation.SKIP)]
    assert not found(SINGLE, RULE, plan_of(SINGLE, {2: FULL, 4: merged(sets)}, skipped))


@pytest.mark.parametrize(("sets", "fits"), [(11, True), (12, True), (13, False)])
def test_half_a_session_after_an_illness_is_no_ceiling(sets: int, fits: bool) -> None:
    """Half of one, then a whole one, and only that measures the third."""
    weeks = {2: FULL, 3: FULL, 4: merged(6)}
    assert not found(SICK, RULE, plan_of(SICK, weeks | {5: merged(12), 6: merged(12)}))
    words = [] if fits else ["13 sets, 11 to 12 allowed"]
    assert found(SICK, RULE, plan_of(SICK, weeks | {5: merged(12), 6: merged(sets)})) == words


def test_a_way_back_in_the_peak_ends_under_the_last_whole_week() -> None:
    """Twelve, then none for two weeks and half of one: the week behind it has no 13."""
    late = problem(weeks=9, phases=(5, 1), peak_sessions=(1, 1))
    weeks = {2: FULL, 3: FULL, 4: merged(12), 7: merged(8)}
    skips = [(5, Relaxation.SKIP), (6, Relaxation.SKIP)]
    assert not found(late, RULE, plan_of(late, weeks | {8: merged(12)}, skips))
    wrong = plan_of(late, weeks | {8: merged(13)}, skips)
    assert found(late, RULE, wrong) == ["13 sets, 0 to 12 allowed"]


def test_a_session_before_a_break_is_the_measure() -> None:
    """Weeks 2 to 4 are missed; how much of it is back is a matter of coming-back."""
    weeks = {1: FULL, 5: SMALL, 6: merged(11), 7: merged(11)}
    assert not found(LATE, RULE, plan_of(LATE, weeks))
    assert not found(LATE, RULE, plan_of(LATE, weeks | {6: merged(13)}))


def test_two_sessions_and_one_a_week_all_along_are_left_to_peak_cut() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: FULL, 3: FULL, 4: SMALL}))
    plan = plan_of(ALWAYS_ONE, {2: merged(13), 3: merged(8), 4: merged(8)})
    assert not found(ALWAYS_ONE, RULE, plan)


def test_a_day_too_short_for_it_has_no_lower_bound() -> None:
    plan = plan_of(SHORT_DAY, {2: FULL, 3: merged(8)})
    assert not found(SHORT_DAY, RULE, plan)


def test_without_base_weeks_the_rule_is_silent() -> None:
    late = problem(weeks=3, phases=(2, 1), peak_sessions=(1, 1))
    assert not found(late, RULE, plan_of(late, {1: merged(8), 2: merged(9)}))


def test_sentence() -> None:
    assert RULE.say(SINGLE, InWeek(4)) == (
        "Week 4 (peak), if it has one session: 11 to 13 sets, no more than the largest base "
        "session, nor than any peak week before it."
    )


def near(problem: Problem, rng: random.Random) -> Plan:
    """Base weeks, and merged peak sessions about where they may be."""
    weeks = {
        1: rng.choice([SMALL, FULL]),
        2: rng.choice([SMALL, FULL]),
        3: merged(rng.randint(9, 13)),
        4: merged(rng.randint(9, 13)),
        5: merged(rng.randint(9, 13)),
    }
    if rng.random() < 0.2:
        del weeks[rng.choice([2, 3])]
    steps = [Relaxation.SINGLE, Relaxation.SKIP]
    relaxed = {Relaxed(rng.choice([3, 4]), rng.choice(steps)) for _ in range(rng.randint(0, 3))}
    return replace(plan_of(problem, weeks), relaxed=tuple(sorted(relaxed)))


def test_twin() -> None:
    asked = [PROBLEM, SINGLE, ALWAYS_ONE, SHORT_DAY, LATE, SICK]
    twins(RULE, asked, 15)
    twins(RULE, asked, 40, near)
    strict_twins(RULE, [SINGLE], 25)


def test_any_file() -> None:
    survives(RULE, SINGLE)
