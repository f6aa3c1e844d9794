"""A plan that starts in the midst of its calendar."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.phase import Phase
from tests.problems import problem

PHASES = (3, 3)


@pytest.mark.parametrize("first", range(1, 12))
def test_what_is_left_is_the_plan_of_so_many_weeks(first: int) -> None:
    """Numbers and phases stay; targets, deloads and sessions are those of a shorter plan."""
    late = problem(phases=PHASES, starts=7 * (first - 1))
    shorter = problem(weeks=17 - first, phases=PHASES)
    assert [week.number for week in late.planned_weeks] == list(range(first, 17))
    back = [
        replace(
            week, number=week.number - first + 1, days=tuple(d - 7 * (first - 1) for d in week.days)
        )
        for week in late.planned_weeks
    ]
    assert tuple(back) == shorter.weeks
    assert [week.number - first + 1 for week in late.growing_weeks()] == [
        week.number for week in shorter.growing_weeks()
    ]


def test_nothing_counts_before_it() -> None:
    late = problem(phases=PHASES, starts=38)
    assert all(not day.free and not day.trainable for day in late.days[:38])
    assert {day.early for day in late.days[:38]} == {True}
    assert not any(day.early for day in late.days[38:])
    assert [week.n_sessions for week in late.weeks[:6]] == [0, 0, 0, 0, 0, 2]
    assert [week.target_sets for week in late.weeks[:6]] == [0, 0, 0, 0, 0, 16]
    assert late.first_week == 6
    assert late.week(6).disturbed, "it may have one session without a reason of its own"
    assert late.week(6).phase is Phase.BASE
    assert late.mobility_days(late.week(5)) == ()


def test_a_week_with_no_good_day_left_is_over() -> None:
    words = "easy workout easy easy rest workout long"
    assert problem(words, phases=PHASES, starts=39).first_week == 6, "Friday is left"
    assert problem(words, phases=PHASES, starts=40).first_week == 7
    assert problem(words, phases=PHASES, starts=42).first_week == 7
    fast = "workout workout workout workout workout long workout"
    assert problem(fast, phases=PHASES, starts=42).first_week == 7, "whole weeks count as they are"


def test_the_last_week_is_the_last_chance() -> None:
    assert problem(phases=PHASES, starts=107).first_week == 16


def test_the_biggest_rise_is_one_since_the_start() -> None:
    words = "easy=8 workout=9 rest easy=8 rest long=12 easy=6"
    changes = {26: "long=30", 75: "long=20"}
    whole = problem(words, changes=changes, phases=(2, 2))
    assert [w.number for w in whole.weeks if w.biggest_rise] == [4]
    late = problem(words, changes=changes, phases=(2, 2), starts=35)
    assert [w.number for w in late.weeks if w.biggest_rise] == [11]
