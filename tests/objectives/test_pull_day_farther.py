from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.pull_day_farther import PullDayFarther
from tests.objectives.plans import agree, pairs, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


@pytest.mark.parametrize(
    ("pull", "push", "cost"),
    [
        (0, 3, 0),
        (3, 0, 4),
        (6, 0, 0),  # Sunday lies farthest from the next Saturday
        (0, 6, 4),
        (2, 2, 4),
    ],
)
def test_edge(pull: int, push: int, cost: int) -> None:
    plan = plan_of(session(PROBLEM, pull, SessionKind.D1), session(PROBLEM, push, SessionKind.D2))
    assert PullDayFarther().value(PROBLEM, plan) == cost


def test_no_long_run_ahead_is_far() -> None:
    after = 7 * 5
    early = problem(weeks=6, phases=(2, 1), race_date=PROBLEM.days[after + 2].date)
    plan = plan_of(session(early, after + 3, SessionKind.D1), session(early, after, SessionKind.D2))
    assert early.days[after + 3].to_long is None
    assert not early.days[after + 3].option  # nobody lifts after the race
    assert PullDayFarther().value(early, plan) == 0


def test_both_sessions_of_the_same_week_count() -> None:
    plan = plan_of(session(PROBLEM, 3, SessionKind.D1), session(PROBLEM, 7, SessionKind.D2))
    assert PullDayFarther().value(PROBLEM, plan) == 0


def test_off() -> None:
    plan = pairs(PROBLEM, 0, 3, range(1, 4), d1_first=False)
    assert PullDayFarther().value(PROBLEM, plan) == 12
    assert switched_off(
        problem(weeks=6, off=frozenset({"pull-day-farther"})), PullDayFarther(), plan
    )


def test_twin() -> None:
    agree(PROBLEM, PullDayFarther(), plans=20)
