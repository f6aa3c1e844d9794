from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.mobility_target import MobilityTarget
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))
MON, WED, THU, FRI, SUN = 0, 2, 3, 4, 6
OTHERS = tuple(7 * week + day for week in range(1, 6) for day in (WED, FRI))
"""Two add-ons in every week but the first."""


@pytest.mark.parametrize(
    ("mobility", "lifting", "cost"),
    [
        ((WED, FRI), True, 0),
        ((WED,), True, 2),
        ((), True, 6),
        ((), False, 4),
        ((WED, THU, FRI), True, 1),
        ((WED, 1), True, 2),  # no add-on after a workout
    ],
)
def test_edge(mobility: tuple[int, ...], lifting: bool, cost: int) -> None:
    sessions = [session(PROBLEM, MON, SessionKind.D1)] if lifting else []
    plan = plan_of(*sessions, mobility=(*mobility, *OTHERS))
    assert MobilityTarget().value(PROBLEM, plan) == cost


def test_no_more_than_there_are_days_for() -> None:
    hard = problem("easy workout rest workout rest long rest", weeks=6, phases=(2, 1))
    plan = plan_of(mobility=tuple(range(0, 42, 7)))
    assert MobilityTarget().value(hard, plan) == 0
    agree(hard, MobilityTarget(), plans=6)


def test_weeks_without_an_easy_run() -> None:
    none = problem("rest workout rest workout rest long rest", weeks=6, phases=(2, 1))
    assert MobilityTarget().value(none, plan_of(session(none, MON, SessionKind.D1))) == 0


def test_whoever_wants_none_gets_none() -> None:
    none = problem(weeks=6, phases=(2, 1), mobility_per_week=0)
    lifting = session(none, MON, SessionKind.D1)
    assert MobilityTarget().value(none, plan_of(lifting)) == 0
    assert MobilityTarget().value(none, plan_of(lifting, mobility=(WED,))) == 1
    agree(none, MobilityTarget(), plans=6)


@pytest.mark.parametrize(("mobility", "cost"), [((), 2), ((WED,), 0), ((WED, FRI), 1)])
def test_a_taper_session_counts_as_one(mobility: tuple[int, ...], cost: int) -> None:
    """It has mobility of its own: of the two that are wanted, one is left."""
    others = (WED, FRI, *(day for day in OTHERS if day // 7 < 5))
    light = session(PROBLEM, 35 + MON, SessionKind.VERY_LIGHT)
    plan = plan_of(light, mobility=(*others, *(35 + day for day in mobility)))
    assert MobilityTarget().value(PROBLEM, plan) == cost


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"mobility-target"}))
    assert switched_off(off, MobilityTarget(), plan_of())


def test_twin() -> None:
    agree(PROBLEM, MobilityTarget())
