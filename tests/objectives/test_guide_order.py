from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.objectives.guide_order import GuideOrder
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


def cost_of(sets: dict[int, int]) -> int:
    plan = plan_of(
        session(PROBLEM, 0, SessionKind.D1, {position: 0 for position in range(1, 6)} | sets)
    )
    return GuideOrder().value(PROBLEM, plan)


def test_earlier_slots_are_cheaper() -> None:
    assert [cost_of({position: 1}) for position in range(1, 6)] == [0, 1, 2, 3, 4]
    assert cost_of({2: 3, 5: 2}) == 11


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"guide-order"}))
    assert switched_off(off, GuideOrder(), plan_of(session(off, 3, SessionKind.D1)))


def test_twin() -> None:
    agree(PROBLEM, GuideOrder())
