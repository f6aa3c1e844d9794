from __future__ import annotations

import pytest

from runtall.domain.plan import Plan
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.last_resorts import LastResorts
from tests.objectives.plans import agree, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


def declared(*uses: tuple[int, Relaxation]) -> Plan:
    return Plan((), (), tuple(Relaxed(week, step) for week, step in uses))


@pytest.mark.parametrize(
    ("uses", "price"),
    [
        ((), 0),
        (((1, Relaxation.SHORT_GAP),), 1),
        (((1, Relaxation.LONG_RUN_EVE),), 3),
        (((4, Relaxation.SKIP),), 9),
        (((1, Relaxation.SHORT_GAP), (1, Relaxation.SKIP), (2, Relaxation.SKIP)), 19),
        (((1, Relaxation.SINGLE), (2, Relaxation.LIGHTER), (3, Relaxation.SPEED_DAY)), 0),
    ],
)
def test_prices(uses: tuple[tuple[int, Relaxation], ...], price: int) -> None:
    assert LastResorts().value(PROBLEM, declared(*uses)) == price


def test_nothing_in_a_model_without_relaxations() -> None:
    assert LastResorts().expression(PROBLEM, build(PROBLEM, Scope.STRICT, [])) == 0


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"last-resorts"}))
    assert switched_off(off, LastResorts(), declared((1, Relaxation.SKIP)))


def test_twin() -> None:
    agree(PROBLEM, LastResorts(), plans=30, strict=False)
