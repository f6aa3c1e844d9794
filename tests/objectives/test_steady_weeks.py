from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.steady_weeks import SteadyWeeks
from tests.objectives.plans import agree, pairs, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


@pytest.mark.parametrize(
    ("days", "cost"),
    [
        ((0, 7, 14), 0),
        ((0, 8, 15), 1),
        ((0, 8, 14), 2),
        ((0, 15), 0),  # not neighbours
        ((0, 12), 0),  # a long run's day counts for nothing
    ],
)
def test_edge(days: tuple[int, ...], cost: int) -> None:
    plan = plan_of(*(session(PROBLEM, day, SessionKind.D1) for day in days))
    assert SteadyWeeks().value(PROBLEM, plan) == cost


def test_each_kind_by_itself() -> None:
    swapped = pairs(PROBLEM, 0, 3, range(1, 2)).sessions
    swapped += pairs(PROBLEM, 0, 3, range(2, 3), d1_first=False).sessions
    assert SteadyWeeks().value(PROBLEM, plan_of(*swapped)) == 2


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"steady-weeks"}))
    plan = plan_of(session(off, 0, SessionKind.D1), session(off, 8, SessionKind.D1))
    assert switched_off(off, SteadyWeeks(), plan)


def test_twin() -> None:
    agree(PROBLEM, SteadyWeeks())
