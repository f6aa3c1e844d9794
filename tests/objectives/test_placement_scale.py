"""Section 0.1 of the requirements: all costs of placement are on one scale."""

from __future__ import annotations

from itertools import combinations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.objectives.base import Objective
from runtall.objectives.earlier_for_sunday import EarlierForSunday
from runtall.objectives.eve_of_long_run import EveOfLongRun
from runtall.objectives.fresh_for_long_run import FreshForLongRun
from runtall.objectives.next_day import NextDay
from runtall.objectives.option_preference import OptionPreference
from runtall.objectives.pull_day_farther import PullDayFarther
from runtall.objectives.spread import Spread
from runtall.objectives.tuneup_soon import TuneupSoon
from tests.objectives.plans import pairs
from tests.problems import problem

PLACEMENT: tuple[Objective, ...] = (
    NextDay(),
    OptionPreference(),
    EveOfLongRun(),
    FreshForLongRun(),
    EarlierForSunday(),
    Spread(),
    PullDayFarther(),
    TuneupSoon(),
)
PROBLEM = problem()
BASE = range(1, 11)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
FARTHEST_FIRST = (SUN, MON, TUE, WED, THU, FRI)
"""Days by their distance to the next Saturday."""


def placement(asked: Problem, plan: Plan) -> int:
    return sum(objective.value(asked, plan) for objective in PLACEMENT)


def pair(first: int, second: int, weeks: range) -> Plan:
    """Two days a week, D1 on the one farther from the long run."""
    d1, d2 = sorted((first, second), key=FARTHEST_FIRST.index)
    return pairs(PROBLEM, d1, d2, weeks)


def weekly(first: int, second: int) -> list[int]:
    """What each base week adds to the cost of the weeks before it."""
    costs = [placement(PROBLEM, pair(first, second, range(1, last + 1))) for last in BASE]
    return [after - before for before, after in zip([0, *costs], costs, strict=False)]


def test_all_of_the_tier() -> None:
    assert all(objective.tier is Tier.PLACEMENT for objective in PLACEMENT)
    assert len({objective.id for objective in PLACEMENT}) == len(PLACEMENT)


@pytest.mark.parametrize(
    ("first", "second", "new", "later"),
    [
        (MON, THU, 26, 22),
        (MON, WED, 30, 30),
        (WED, SUN, 30, 30),
        (THU, SUN, 36, 32),
    ],
)
def test_costs_of_the_requirements(first: int, second: int, new: int, later: int) -> None:
    assert weekly(first, second) == [new] * 2 + [later] * 8


def test_the_guides_own_answer_is_the_one_best_pair() -> None:
    allowed = [day for day in range(7) if PROBLEM.days[day].option and day != FRI]
    costs = {
        (d1, d2): placement(PROBLEM, pairs(PROBLEM, d1, d2, BASE))
        for first, second in combinations(allowed, 2)
        if 2 <= second - first <= 5  # 48 hours, also to the next week
        for d1, d2 in ((first, second), (second, first))
    }
    best = min(costs, key=costs.__getitem__)
    assert best == (MON, THU)
    assert sorted(costs.values())[1] > costs[best]
    assert costs[best] == 2 * 26 + 8 * 22


def test_d1_belongs_on_monday() -> None:
    swapped = pairs(PROBLEM, MON, THU, BASE, d1_first=False)
    assert placement(PROBLEM, swapped) - placement(PROBLEM, pair(MON, THU, BASE)) == 4 * len(BASE)


def test_weeks_of_one_session_are_on_the_scale_too() -> None:
    light = [session for session in pair(MON, THU, range(14, 15)).sessions if session.day % 7 == 0]
    assert light[0].kind is SessionKind.D1
    assert placement(PROBLEM, Plan(tuple(light))) == 20
