"""The day of the first session after a gap."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.objectives.return_day import ReturnDay
from runtall.objectives.usual_weekdays import UsualWeekdays
from tests.objectives.plans import plan_of, session, switched_off
from tests.problems import problem
from tests.twin import cost

D1, D2 = SessionKind.D1, SessionKind.D2
PROBLEM = problem(
    weeks=6, phases=(2, 1), access=[Access(free=day not in {7, 10}) for day in range(42)]
)
"""Monday and Thursday of week 2 are off. The long run is on Saturday: Sundays are 6, 13, 20."""
AWAY = problem(weeks=6, phases=(2, 1), access=[Access(free=day // 7 != 1) for day in range(42)])
"""Nothing is possible in week 2."""
BEFORE = (session(PROBLEM, 0, D1), session(PROBLEM, 3, D2))


@pytest.mark.parametrize(("day", "expected"), [(20, 108), (19, 9), (17, 9)])
def test_after_a_missed_week(day: int, expected: int) -> None:
    """The long run is the day before Sunday, and Thursday of week 1 is 17 days before it."""
    assert ReturnDay().value(AWAY, plan_of(*BEFORE, session(AWAY, day, D1))) == expected


@pytest.mark.parametrize(("day", "expected"), [(9, 0), (10, 9), (16, 9), (17, 18), (18, 18)])
def test_a_day_that_leads_to_a_longer_row_costs_more_than_an_unusual_weekday(
    day: int, expected: int
) -> None:
    some = AWAY if day >= 14 else PROBLEM
    plan = plan_of(*BEFORE[:1], session(some, day, D1))
    assert ReturnDay().value(some, plan) == cost(some, ReturnDay(), plan) == expected
    assert expected == 0 or expected > UsualWeekdays.weight


def test_what_no_day_of_the_week_leads_to_costs_nothing() -> None:
    """Who skips a week with open days can't mend it by the day of the next one."""
    plan = plan_of(*BEFORE[:1], session(PROBLEM, 17, D1))
    assert ReturnDay().value(PROBLEM, plan) == cost(PROBLEM, ReturnDay(), plan) == 9
    assert ReturnDay().value(AWAY, plan) == 18


def test_a_usual_week_costs_nothing() -> None:
    others = (session(PROBLEM, 9, D1), session(PROBLEM, 13, D2))
    assert ReturnDay().value(PROBLEM, plan_of(*BEFORE, *others)) == 0
    alone = plan_of(*BEFORE, session(PROBLEM, 13, D2))
    assert ReturnDay().value(PROBLEM, alone) == 0, "one missed session of two is no gap"


def test_after_an_illness_no_session_need_be_missed() -> None:
    ill = problem(
        weeks=6,
        phases=(2, 1),
        access=[Access(free=not 4 < day < 10, ill=4 < day < 10) for day in range(42)],
    )
    plan = plan_of(*(replace(each, day=each.day + 1) for each in BEFORE), session(ill, 13, D2))
    assert ReturnDay().value(ill, plan) == cost(ill, ReturnDay(), plan) == 90


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"return-day"}))
    assert switched_off(off, ReturnDay(), plan_of(session(off, 20, D1)))


def gappy(asked: Problem, rng: random.Random) -> Plan:
    """No session in a week, or one or two on any of its days."""
    sessions = [
        session(asked, rng.choice([*week.days, week.days[-1]]), kind)
        for week in asked.weeks
        for kind in (D1, D2)[: rng.choice([0, 1, 1, 2])]
    ]
    return Plan(tuple(sorted(sessions, key=lambda each: each.day)))


def test_twin() -> None:
    rng, seen = random.Random(3), set()
    for _ in range(60):
        plan = gappy(PROBLEM, rng)
        value = ReturnDay().value(PROBLEM, plan)
        assert cost(PROBLEM, ReturnDay(), plan) == value
        seen.add(value > 0)
    assert seen == {True, False}
