"""Two tiers against each other: fronts that every plan there is agrees with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

import pytest

from runtall.batch.executors import here
from runtall.batch.front import Front, Question, trace
from runtall.batch.processes import processes
from runtall.check.violations import violations
from runtall.domain.problem import Problem
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from runtall.solve.trade import Trade
from tests.problems import problem
from tests.solve import brute_force as brute
from tests.solve.small_problems import (
    lighter,
    long_run_eve,
    peak,
    single,
    speed_day,
    taper_eve,
    two_base_weeks,
)

SETTINGS = SolverSettings(effort=60.0)
SMALL = (two_base_weeks, lighter, single, long_run_eve, taper_eve)
EVERY_PLAN = pytest.mark.parametrize("make", SMALL, ids=[make.__name__ for make in SMALL])


@cache
def usual(make: Callable[[], Problem]) -> Planned:
    planned = solve(make(), SETTINGS)
    assert isinstance(planned, Planned)
    return planned


def weigh(make: Callable[[], Problem], across: Tier, up: Tier) -> Trade:
    return Trade(make(), SETTINGS, across, up, usual(make).plan.relaxed)


@cache
def whole_front(make: Callable[[], Problem], across: Tier, up: Tier) -> Front:
    front = trace(weigh(make, across, up), None, here)
    assert front.complete
    return front


def costs(planned: Planned, *tiers: Tier) -> tuple[int, ...]:
    return tuple(planned.report.stage(tier).value for tier in tiers)


def eight_weeks() -> Problem:
    return problem(weeks=8)


@EVERY_PLAN
def test_the_front_is_that_of_all_plans(make: Callable[[], Problem]) -> None:
    front = whole_front(make, Tier.PLACEMENT, Tier.DOSE)
    found = {costs(point, Tier.PLACEMENT, Tier.DOSE) for point in front.points}
    assert found == brute.front(make(), usual(make).plan.relaxed)


def test_a_rule_that_ties_weeks_is_no_trap() -> None:
    """A rule of days that was added as the README says: the proven points stay those of all plans.

    It asks for a session in the week after a light one. A search that took each week by itself
    would prove points that no plan has.
    """
    command = [sys.executable, "-m", "tests.solve.an_added_rule"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@EVERY_PLAN
def test_a_front_is_the_same_from_both_sides(make: Callable[[], Problem]) -> None:
    one = whole_front(make, Tier.PLACEMENT, Tier.DOSE)
    other = whole_front(make, Tier.DOSE, Tier.PLACEMENT)
    pair = (Tier.PLACEMENT, Tier.DOSE)
    assert [costs(p, *pair) for p in one.points] == [costs(p, *pair) for p in other.points][::-1]


@pytest.mark.parametrize(
    ("across", "up"),
    [
        (Tier.PLACEMENT, Tier.DOSE),
        (Tier.DOSE, Tier.BALANCE),
        (Tier.PROGRESSION, Tier.PREFERENCE),
        (Tier.PLACEMENT, Tier.BALANCE),
    ],
)
def test_points_are_plans_that_beat_each_other_in_one_tier_only(across: Tier, up: Tier) -> None:
    some = eight_weeks()
    weighed = weigh(eight_weeks, across, up)
    least = weighed.least()
    assert isinstance(least, Planned)
    front = trace(weighed, 3, here)
    assert len(front.points) >= 1
    for point in front.points:
        assert list(violations(some, point.plan)) == []
        assert {point.report.stage(tier).status for tier in (across, up)} == {"OPTIMAL"}
        assert " least" in str(point.report.parameters["front"])
    found = [costs(point, across, up) for point in front.points]
    assert found[0] == costs(least, across, up)
    assert all(a[0] < b[0] and a[1] > b[1] for a, b in pairwise(found))


def test_tiers_before_the_pair_are_as_good_as_ever() -> None:
    before = (Tier.LAST_RESORT, Tier.PLACEMENT, Tier.DOSE)
    for point in whole_front(eight_weeks, Tier.BALANCE, Tier.PROGRESSION).points:
        assert costs(point, *before) == costs(usual(eight_weeks), *before)


def test_points_are_the_same_in_processes() -> None:
    weighed = weigh(eight_weeks, Tier.PLACEMENT, Tier.DOSE)
    one, other = (trace(weighed, 4, where) for where in (here, partial(processes, 2)))
    assert [point.plan for point in one.points] == [point.plan for point in other.points]


@pytest.mark.parametrize("make", [peak, speed_day, eight_weeks])
def test_the_weak_end_is_the_usual_plan(make: Callable[[], Problem]) -> None:
    least = weigh(make, Tier.PLACEMENT, Tier.DOSE).least()
    assert isinstance(least, Planned)
    assert costs(least, *Tier) == costs(usual(make), *Tier)


@pytest.mark.parametrize("effort", [0.005, 0.02, 0.05, 0.1, 0.3])
def test_with_little_effort_nothing_wrong_is_claimed(effort: float) -> None:
    front = whole_front(peak, Tier.PLACEMENT, Tier.DOSE)
    doses = {costs(p, Tier.PLACEMENT)[0]: costs(p, Tier.DOSE)[0] for p in front.points}
    for limit, dose in doses.items():
        hurried = SolverSettings(effort=effort)
        found = replace(weigh(peak, Tier.PLACEMENT, Tier.DOSE), settings=hurried).at(limit)
        if isinstance(found, Planned):
            stage = found.report.stage(Tier.DOSE)
            assert stage.bound <= dose <= stage.value
            assert costs(found, Tier.PLACEMENT)[0] <= limit


@pytest.mark.parametrize(
    ("across", "up", "words"),
    [
        (Tier.DOSE, Tier.DOSE, "two different tiers are weighed, not twice: weekly dose"),
        (Tier.LAST_RESORT, Tier.BALANCE, "last resorts: come before everything"),
        (Tier.DOSE, Tier.LAST_RESORT, "last resorts: come before everything"),
    ],
)
def test_what_cannot_be_weighed(across: Tier, up: Tier, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Trade(problem(weeks=5), SETTINGS, across, up, ())


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_plans_that_cost_the_same_across_the_better_one_stays(first: int) -> None:
    least = weigh(eight_weeks, Tier.PLACEMENT, Tier.DOSE).least()
    assert isinstance(least, Planned)
    stages = tuple(
        replace(stage, value=7, bound=0) if stage.tier is Tier.DOSE else stage
        for stage in least.report.stages
    )
    worse = replace(least, report=replace(least.report, stages=stages))
    front = Front(Tier.PLACEMENT, Tier.DOSE)
    for planned in (least, worse)[:: 1 if first else -1]:
        front.add(Question(), planned)
    assert [point.report.stage(Tier.DOSE).value for point in front.points] == [
        least.report.stage(Tier.DOSE).value
    ]


def test_a_limit_without_an_answer_leaves_the_front_open() -> None:
    front = Front(Tier.PLACEMENT, Tier.DOSE)
    front.add(Question(limit=10), None)
    assert not front.complete
