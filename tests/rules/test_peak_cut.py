"""Fewer sets in peak weeks."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.where import InWeek
from runtall.rules.peak_cut import PeakCut
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, session, strict_twins, survives, twins

PROBLEM = problem(weeks=5, phases=(1, 1))
SINGLE = problem(weeks=5, phases=(1, 1), peak_sessions=(1, 1))
ALWAYS_ONE = problem(weeks=5, phases=(1, 1), base_sessions=1, peak_sessions=(1, 1))
RULE = PeakCut()

FULL = {SessionKind.D1: [3, 3, 2, 3, 2], SessionKind.D2: [3, 2, 3, 3, 2]}
HALF = {SessionKind.MERGED: [3, 2, 3, 2, 3]}


def with_total(total: int) -> dict[SessionKind, list[int]]:
    """A D1 and a D2 of so many sets together."""
    sets = [1] * 10
    while sum(sets) < total:
        sets[sets.index(min(sets))] += 1
    return {SessionKind.D1: [*sets[:2], min(2, sets[2]), *sets[3:5]], SessionKind.D2: sets[5:]}


def sum_of(week: dict[SessionKind, list[int]]) -> int:
    return sum(sum(sets) for sets in week.values())


@pytest.mark.parametrize(("sets", "fits"), [(15, False), (16, True), (20, True), (21, False)])
def test_60_to_80_percent_of_26_sets(sets: int, fits: bool) -> None:
    week = with_total(sets)
    assert sum_of(week) == sets
    plan = plan_of(PROBLEM, {2: FULL, 3: FULL, 4: week})
    assert found(PROBLEM, RULE, plan) == ([] if fits else [f"{sets} sets, 16 to 20 allowed"])


def test_the_mean_of_two_weeks_counts() -> None:
    plan = plan_of(PROBLEM, {2: with_total(16), 3: FULL, 4: with_total(17)})
    assert found(PROBLEM, RULE, plan) == ["17 sets, 13 to 16 allowed"]


def test_a_week_with_one_session_is_left_to_its_own_rule() -> None:
    for total in ([1, 1, 1, 1, 1], [3, 2, 3, 2, 3]):
        weeks = {2: FULL, 3: FULL, 4: {SessionKind.MERGED: total}}
        assert not found(SINGLE, RULE, plan_of(SINGLE, weeks))
        assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks, [(4, Relaxation.SINGLE)]))


@pytest.mark.parametrize(("sets", "fits"), [(16, True), (20, True), (21, False)])
def test_a_reference_week_with_one_session_counts_twice(sets: int, fits: bool) -> None:
    """Half of a full week's 26 sets: a day off before the peak makes the peak no smaller."""
    weeks = {2: FULL, 3: HALF, 4: with_total(sets)}
    plan = plan_of(PROBLEM, weeks, [(3, Relaxation.SINGLE)])
    assert found(PROBLEM, RULE, plan) == ([] if fits else ["21 sets, 16 to 20 allowed"])


def test_one_session_all_along_is_measured_against_itself() -> None:
    plan = plan_of(ALWAYS_ONE, {2: HALF, 3: HALF, 4: {SessionKind.MERGED: [2, 2, 2, 2, 2]}})
    assert not found(ALWAYS_ONE, RULE, plan)


def test_skipped_weeks() -> None:
    skipped = [(4, Relaxation.SKIP)]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: FULL, 3: FULL}, skipped))
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {2: FULL, 3: FULL})) == [
        "0 sets, 16 to 20 allowed"
    ]


def test_a_skipped_reference_week_is_stood_in_for() -> None:
    away = [(2, Relaxation.SKIP), (3, Relaxation.SKIP)]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: FULL, 4: with_total(20)}, away[1:]))
    plan = plan_of(PROBLEM, {3: FULL, 4: with_total(21)}, away[:1])
    assert found(PROBLEM, RULE, plan) == ["21 sets, 16 to 20 allowed"]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {4: with_total(16)}, away))


LATE = problem(weeks=9, phases=(2, 1))


@pytest.mark.parametrize("sets", [22, 15, 8])
def test_after_a_break_the_peak_is_a_cut_of_what_was_done_before_it(sets: int) -> None:
    """Weeks 3 to 5 are missed; of week 6, the last of base, it is coming-back that knows."""
    weeks = {1: FULL, 2: FULL, 6: with_total(sets), 7: with_total(sets)}
    steps = [(week, Relaxation.SKIP) for week in (3, 4, 5)]
    assert not found(LATE, RULE, plan_of(LATE, {**weeks, 7: with_total(20)}, steps))
    over = plan_of(LATE, {**weeks, 7: with_total(20), 8: with_total(21)}, steps)
    assert found(LATE, RULE, over) == ["21 sets, 0 to 20 allowed"]


def test_what_has_grown_beyond_that_since_the_break_counts() -> None:
    weeks = {1: with_total(18), 2: with_total(18), 5: with_total(20), 6: with_total(24)}
    steps = [(week, Relaxation.SKIP) for week in (3, 4)]
    plan = plan_of(LATE, {**weeks, 7: with_total(17), 8: with_total(18)}, steps)
    assert found(LATE, RULE, plan) == ["18 sets, 0 to 17 allowed"]


def test_one_set_of_each_exercise_is_allowed_after_a_break() -> None:
    """Nothing whole was done before it, and half of one since."""
    weeks = {1: with_total(10), 6: with_total(10), 7: with_total(10), 8: with_total(11)}
    steps = [(week, Relaxation.SKIP) for week in (2, 3, 4, 5)]
    assert found(LATE, RULE, plan_of(LATE, weeks, steps)) == ["11 sets, 0 to 10 allowed"]


def test_a_gap_of_nine_days_leaves_what_was_before_it_the_measure() -> None:
    """Thursday of week 5 and Monday of week 6 are missed, and the rest of week 6 is small."""
    steps = [(5, Relaxation.SINGLE), (6, Relaxation.SINGLE)]
    plan = plan_of(LATE, {1: FULL, 2: FULL, 5: HALF, 7: with_total(20), 8: with_total(21)}, steps)
    small = session(LATE, 37, SessionKind.MERGED, [1, 1, 1, 1, 1])
    plan = replace(plan, sessions=tuple(sorted([*plan.sessions, small], key=lambda s: s.day)))
    assert found(LATE, RULE, plan) == ["21 sets, 0 to 20 allowed"]


def test_without_base_weeks_the_rule_is_silent() -> None:
    late = problem(weeks=3, phases=(2, 1))
    assert not found(late, RULE, plan_of(late, {1: FULL, 2: FULL}))


def test_peak_is_measured_by_what_base_reached_since_the_start() -> None:
    late = problem(weeks=5, phases=(1, 1), starts=16)
    plan = plan_of(late, {1: FULL, 2: FULL, 3: with_total(16), 4: with_total(13)})
    assert found(late, RULE, plan) == ["13 sets, 10 to 12 allowed"]
    assert RULE.say(late, InWeek(4)).endswith("of week 3.")
    twins(RULE, [late], 10, near)


def test_sentences() -> None:
    words = "Week 4 (peak) keeps 60 to 80 % of the sets of weeks 2 and 3"
    assert RULE.say(PROBLEM, InWeek(4)) == f"{words}."


def near(problem: Problem, rng: random.Random) -> Plan:
    """Two reference weeks and a peak week about where it may be."""
    weeks = {2: with_total(rng.randint(18, 28)), 3: FULL, 4: with_total(rng.randint(12, 22))}
    if rng.random() < 0.3:
        weeks[4] = {SessionKind.MERGED: [2, 2, rng.randint(1, 3), 2, rng.randint(1, 3)]}
    steps = [Relaxation.SINGLE, Relaxation.SKIP, Relaxation.LIGHTER]
    relaxed = {
        Relaxed(rng.choice([2, 3, 4, 4]), rng.choice(steps)) for _ in range(rng.randint(0, 3))
    }
    return replace(plan_of(problem, weeks), relaxed=tuple(sorted(relaxed)))


def after_break(problem: Problem, rng: random.Random) -> Plan:
    """Some of the last base weeks missed, and peak weeks about where they may be."""
    weeks = {week: with_total(rng.randint(10, 26)) for week in range(1, 9)}
    missed = rng.sample(range(2, 8), rng.randint(1, 4))
    for week in missed:
        if rng.random() < 0.3:
            weeks[week] = {SessionKind.MERGED: [2, 2, 2, 2, 2]}
        else:
            del weeks[week]
    steps = [(week, rng.choice([Relaxation.SKIP, Relaxation.SINGLE])) for week in missed]
    return plan_of(problem, weeks, steps)


def test_twin() -> None:
    twins(RULE, [PROBLEM, SINGLE, ALWAYS_ONE], 15)
    twins(RULE, [PROBLEM, SINGLE, ALWAYS_ONE], 25, near)
    twins(RULE, [LATE], 25, after_break)
    strict_twins(RULE, [PROBLEM, SINGLE, ALWAYS_ONE], 25)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
