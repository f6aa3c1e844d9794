from __future__ import annotations

from runtall.objectives.fewest_sets import FewestSets
from tests.objectives.plans import agree, pairs, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


def test_every_set_counts_once() -> None:
    plan = pairs(PROBLEM, 0, 3, range(1, 4))
    assert FewestSets().value(PROBLEM, plan) == 3 * 26
    assert FewestSets().value(problem(weeks=6, weights={"fewest-sets": 2}), plan) == 6 * 26


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"fewest-sets"}))
    assert switched_off(off, FewestSets(), pairs(off, 0, 3, range(1, 4)))


def test_twin() -> None:
    agree(PROBLEM, FewestSets())
