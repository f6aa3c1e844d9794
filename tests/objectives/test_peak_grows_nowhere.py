from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.request import Access
from runtall.objectives.peak_grows_nowhere import PeakGrowsNowhere
from tests.objectives.plans import agree, switched_off
from tests.problems import problem
from tests.rules.by_hand import plan_of

PROBLEM = problem(weeks=6, phases=(3, 1))
D1, D2, MERGED = SessionKind.D1, SessionKind.D2, SessionKind.MERGED
FULL, LESS = [3, 2, 2, 2, 2], [3, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("weeks", "cost"),
    [
        ({3: {D1: FULL}, 4: {D1: FULL}}, 0),
        ({3: {D1: FULL}, 4: {D1: LESS}}, 0),
        ({3: {D1: LESS}, 4: {D1: FULL}}, 16),
        ({3: {D1: FULL}, 4: {D1: LESS}, 5: {D1: FULL}}, 16),
        ({2: {D1: LESS}, 3: {D1: FULL}}, 16),
        ({1: {D1: LESS}, 2: {D1: FULL}}, 0),  # base may grow
        ({3: {D1: LESS}, 4: {MERGED: FULL}, 5: {D1: FULL}}, 0),
    ],
)
def test_what_comes_costs(weeks: dict, cost: int) -> None:
    assert PeakGrowsNowhere().value(PROBLEM, plan_of(PROBLEM, weeks)) == cost


def test_a_way_back_is_not_the_measure_of_the_week_after_it() -> None:
    """Ill on Tuesday of week 4: what its half session lacked comes back."""
    access = [Access(free=day != 22, ill=day == 22) for day in range(42)]
    ill = problem(weeks=6, phases=(3, 1), access=access)
    plan = plan_of(ill, {3: {D1: FULL}, 4: {D1: LESS}, 5: {D1: FULL}})
    assert PeakGrowsNowhere().value(ill, plan) == 0
    agree(ill, PeakGrowsNowhere())


def test_nothing_comes_in_the_week_after_a_long_race() -> None:
    """The race is on the Sunday of week 2: no set of week 3 makes up for a lighter one."""
    raced = problem(weeks=8, phases=(2, 1), changes={13: "tuneup=21"})
    for week, cost in (3, 16), (4, 0):
        plan = plan_of(raced, {2: {D1: LESS}, week: {D1: FULL}})
        assert PeakGrowsNowhere().value(raced, plan) == cost
    agree(raced, PeakGrowsNowhere())


@pytest.mark.parametrize(
    ("light", "cost"), [([2, 1, 1], 0), ([2, 2, 1], 8), ([3, 1, 1], 8), ([2, 1, 2], 8)]
)
def test_the_taper_has_no_more_of_an_exercise_than_the_last_peak_week(
    light: list[int], cost: int
) -> None:
    """Nor more than a set of what that week does without: a carry here."""
    peak = {D1: [2, 2, 2, 0, 1], D2: [1, 1, 2, 2, 1]}
    plan = plan_of(PROBLEM, {5: peak, 6: {SessionKind.LIGHT: light}})
    assert PeakGrowsNowhere().value(PROBLEM, plan) == cost


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"peak-grows-nowhere"}))
    assert switched_off(off, PeakGrowsNowhere(), Plan(()))


def test_twin() -> None:
    agree(PROBLEM, PeakGrowsNowhere())
