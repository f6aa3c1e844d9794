from __future__ import annotations

from runtall.objectives.mobility_spread import MobilitySpread
from tests.objectives.plans import agree, pairs, plan_of, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))
MON, TUE, WED, THU, FRI, SUN = 0, 1, 2, 3, 4, 6


def cost_of(*mobility: int) -> int:
    """With sessions on Monday and Thursday."""
    plan = pairs(PROBLEM, MON, THU, range(1, 2))
    return MobilitySpread().value(PROBLEM, plan_of(*plan.sessions, mobility=mobility))


def test_earlier_days_first() -> None:
    assert [cost_of(day) for day in (WED, FRI, SUN)] == [2, 4, 6]


def test_any_day_rather_than_a_session_day() -> None:
    assert cost_of(MON) == 7
    assert cost_of(THU) == 10
    assert cost_of(MON) > max(cost_of(day) for day in (WED, FRI, SUN))


def test_other_days_count_for_nothing() -> None:
    assert cost_of(TUE) == 0


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"mobility-spread"}))
    assert switched_off(off, MobilitySpread(), plan_of(mobility=(WED,)))


def test_twin() -> None:
    agree(PROBLEM, MobilitySpread())
