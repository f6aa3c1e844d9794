from __future__ import annotations

import pytest

from runtall.domain.plan import Plan
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.relaxations import Relaxations
from tests.objectives.plans import agree, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1), peak_sessions=(2, 2))
DISTURBED = problem(
    weeks=6,
    phases=(2, 1),
    peak_sessions=(2, 2),
    access=tuple(Access(free=day not in {7, 28}) for day in range(42)),
)
"""The Mondays of weeks 2 and 5 are off."""
ONE = problem(weeks=6, phases=(2, 1), base_sessions=1)


def declared(*uses: tuple[int, Relaxation]) -> Plan:
    return Plan((), (), tuple(Relaxed(week, step) for week, step in uses))


@pytest.mark.parametrize(
    ("some", "week", "step", "price"),
    [
        (PROBLEM, 1, Relaxation.SINGLE, 80),
        (PROBLEM, 4, Relaxation.SINGLE, 60),
        (DISTURBED, 1, Relaxation.SINGLE, 80),
        (DISTURBED, 2, Relaxation.SINGLE, 45),
        (DISTURBED, 5, Relaxation.SINGLE, 45),
        (PROBLEM, 1, Relaxation.LIGHTER, 35),
        (ONE, 1, Relaxation.LIGHTER, 60),
        (PROBLEM, 1, Relaxation.BEFORE_SUNDAY, 79),
        (ONE, 1, Relaxation.BEFORE_SUNDAY, 80),
        (PROBLEM, 1, Relaxation.SPEED_DAY, 35),
        (PROBLEM, 1, Relaxation.SKIP, 0),
        (PROBLEM, 1, Relaxation.SHORT_GAP, 0),
        (PROBLEM, 1, Relaxation.LONG_RUN_EVE, 0),
    ],
)
def test_prices(some, week: int, step: Relaxation, price: int) -> None:
    assert Relaxations().value(some, declared((week, step))) == price


def test_weight() -> None:
    some = problem(weeks=6, weights={"relaxations": 2})
    assert Relaxations().value(some, declared((1, Relaxation.LIGHTER))) == 70


def test_nothing_in_a_model_without_relaxations() -> None:
    assert Relaxations().expression(PROBLEM, build(PROBLEM, Scope.STRICT, [])) == 0


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"relaxations"}))
    assert switched_off(off, Relaxations(), declared((1, Relaxation.SINGLE)))


def test_twin() -> None:
    agree(PROBLEM, Relaxations(), plans=30, strict=False)
    agree(DISTURBED, Relaxations(), plans=10, strict=False)
