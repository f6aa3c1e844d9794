from __future__ import annotations

import pytest

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.request import Access
from runtall.objectives.alternatives_order import AlternativesOrder
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

HOME = Equipment(cable_g=(), pulldown_g=())
WEEK = [Access(equipment=HOME) if weekday in {0, 2} else Access() for weekday in range(7)]
PROBLEM = problem(weeks=6, phases=(2, 1), access=tuple(WEEK * 6))
CABLE_ROW = 3


@pytest.mark.parametrize(
    ("exercise", "cost"), [("seated_cable_row", 0), ("band_row", 1), ("one_arm_db_row", 0)]
)
def test_rank(exercise: str, cost: int) -> None:
    plan = plan_of(session(PROBLEM, 0, SessionKind.D2, None, {CABLE_ROW: exercise}))
    assert AlternativesOrder().value(PROBLEM, plan) == cost


def test_off() -> None:
    off = problem(weeks=6, access=tuple(WEEK * 6), off=frozenset({"alternatives-order"}))
    plan = plan_of(session(off, 0, SessionKind.D2, None, {CABLE_ROW: "band_row"}))
    assert switched_off(off, AlternativesOrder(), plan)


def test_twin() -> None:
    agree(PROBLEM, AlternativesOrder(), plans=16)
