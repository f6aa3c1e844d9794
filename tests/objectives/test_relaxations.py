from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.relaxation import Relaxation, Relaxed, step_number
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.relaxations import Relaxations
from tests.objectives.plans import agree, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


def declared(*uses: tuple[int, Relaxation]) -> Plan:
    return Plan((), (), tuple(Relaxed(week, step) for week, step in uses))


def test_a_later_step_costs_more_than_all_earlier_ones_of_its_week() -> None:
    rule = Relaxations()
    steps = sorted(Relaxation, key=lambda step: step_number(step, Phase.BASE))
    for place, step in enumerate(steps):
        earlier = declared(*((1, other) for other in steps[:place]))
        assert rule.value(PROBLEM, declared((1, step))) == rule.value(PROBLEM, earlier) + 1


def test_dropping_a_session_comes_before_a_speed_day_in_the_peak_only() -> None:
    rule = Relaxations()
    base, peak = 1, 4
    single, speed = Relaxation.SINGLE, Relaxation.SPEED_DAY
    assert rule.value(PROBLEM, declared((base, speed))) == 2
    assert rule.value(PROBLEM, declared((base, single))) == 4
    assert rule.value(PROBLEM, declared((peak, single))) == 2
    assert rule.value(PROBLEM, declared((peak, speed))) == 4


def test_nothing_in_a_model_without_relaxations() -> None:
    assert Relaxations().expression(PROBLEM, build(PROBLEM, Scope.STRICT, [])) == 0


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"relaxations"}))
    assert switched_off(off, Relaxations(), declared((1, Relaxation.SKIP)))


def test_twin() -> None:
    agree(PROBLEM, Relaxations(), plans=30, strict=False)
