from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.earlier_days import EarlierDays
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


@pytest.mark.parametrize(("days", "cost"), [((0, 7), 0), ((3, 7), 3), ((6, 13), 12)])
def test_place_in_the_week(days: tuple[int, ...], cost: int) -> None:
    plan = plan_of(*(session(PROBLEM, day, SessionKind.D1) for day in days))
    assert EarlierDays().value(PROBLEM, plan) == cost


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"earlier-days"}))
    assert switched_off(off, EarlierDays(), plan_of(session(off, 3, SessionKind.D1)))


def test_twin() -> None:
    agree(PROBLEM, EarlierDays())
