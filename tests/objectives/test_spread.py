from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.spread import Spread
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


@pytest.mark.parametrize(
    ("days", "cost"),
    [
        ((0, 2), 10),
        ((0, 3), 0),
        ((7, 8), 20),  # closer still, where a last resort allows it
        ((6, 8), 10),  # across two weeks
        ((0, 2, 4), 20),
        ((3, 5), 0),  # nobody lifts on the day of a long run
    ],
)
def test_edge(days: tuple[int, ...], cost: int) -> None:
    plan = plan_of(*(session(PROBLEM, day, SessionKind.D1) for day in days))
    assert Spread().value(PROBLEM, plan) == cost


def test_weight_and_off() -> None:
    plan = plan_of(session(PROBLEM, 0, SessionKind.D1), session(PROBLEM, 2, SessionKind.D2))
    assert Spread().value(problem(weeks=6, weights={"spread": 4}), plan) == 4
    assert switched_off(problem(weeks=6, off=frozenset({"spread"})), Spread(), plan)


def test_twin() -> None:
    agree(PROBLEM, Spread())
