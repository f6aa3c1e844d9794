"""How fast the weekly sets may grow."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InWeek
from runtall.rules.weekly_growth import WeeklyGrowth
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=7, phases=(1, 1))
TUNEUP = problem(weeks=7, phases=(1, 1), changes={18: "tuneup"})
LATE = problem(weeks=7, phases=(2, 1), starts=29)
RULE = WeeklyGrowth()


def week(total: int) -> dict[SessionKind, list[int]]:
    """A D1 and a D2 of so many sets together."""
    sets = [1] * 10
    most = [3, 3, 2, 3, 3, 3, 3, 3, 3, 3]
    for place in range(10):
        sets[place] += min(most[place] - 1, total - sum(sets))
    assert sum(sets) == total
    return {SessionKind.D1: sets[:5], SessionKind.D2: sets[5:]}


def test_two_sets_more_and_no_third() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: week(16), 2: week(18), 3: week(20)}))
    plan = plan_of(PROBLEM, {1: week(16), 2: week(19)})
    assert found(PROBLEM, RULE, plan) == ["19 sets, at most 18 allowed"]


def test_the_largest_of_the_last_three_weeks_counts() -> None:
    weeks = {1: week(16), 2: week(18), 3: week(10), 4: week(10), 5: week(20)}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))
    weeks = {1: week(16), 2: week(18), 3: week(10), 4: week(10), 5: week(10), 6: week(17)}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, weeks)) == ["17 sets, at most 16 allowed"]


def test_no_week_has_more_than_full_volume() -> None:
    full = max(target.target_sets for target in PROBLEM.weeks)
    weeks = {number: week(min(full, 14 + 2 * number)) for number in range(1, 6)}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))
    plan = plan_of(PROBLEM, {**weeks, 5: week(full + 1)})
    assert found(PROBLEM, RULE, plan) == [f"{full + 1} sets, at most {full} allowed"]


def test_reduced_weeks_are_no_measure() -> None:
    assert TUNEUP.week(3).tuneup
    weeks = {1: week(16), 2: week(18), 3: week(10), 4: week(10), 5: week(10), 6: week(20)}
    assert found(TUNEUP, RULE, plan_of(TUNEUP, weeks)) == []
    plan = plan_of(TUNEUP, {1: week(16), 2: week(18), 3: week(22), 4: week(22)})
    assert found(TUNEUP, RULE, plan) == [
        "22 sets, at most 20 allowed",
        "22 sets, at most 20 allowed",
    ]


def test_where_no_week_has_grown_yet_the_first_volume_is_all() -> None:
    assert LATE.first_week == 5
    assert found(LATE, RULE, plan_of(LATE, {6: week(17)})) == ["17 sets, at most 16 allowed"]
    assert not found(LATE, RULE, plan_of(LATE, {6: week(16)}))
    words = "No week has grown before week 6: 16 sets at most."
    assert RULE.say(LATE, InWeek(6)) == words


def test_after_weeks_off_the_first_volume_is_open() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {5: week(16)}))
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {5: week(17)})) == ["17 sets, at most 16 allowed"]


def test_the_taper_is_free() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {7: week(29)}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(5)) == (
        "Week 5 may have 2 sets more than the largest of the last 3 weeks that were no deload,"
        " and no week more than full volume."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, TUNEUP, LATE], 30)
    strict_twins(RULE, [PROBLEM, TUNEUP, LATE], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
