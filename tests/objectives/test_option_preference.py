from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.option_preference import OptionPreference
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem("easy workout rest easy? rest long medium_long", weeks=6, phases=(2, 1))


@pytest.mark.parametrize(("weekday", "cost"), [(0, 0), (1, 30), (2, 3), (3, 0), (5, 0), (6, 6)])
def test_cost_of_each_option(weekday: int, cost: int) -> None:
    plan = plan_of(session(PROBLEM, weekday, SessionKind.D1))
    assert OptionPreference().value(PROBLEM, plan) == cost


def test_weight_and_off() -> None:
    plan = plan_of(session(PROBLEM, 1, SessionKind.D1), session(PROBLEM, 16, SessionKind.D2))
    assert OptionPreference().value(problem(weights={"option-preference": 1}), plan) == 10
    assert switched_off(
        problem(weeks=6, off=frozenset({"option-preference"})), OptionPreference(), plan
    )


def test_twin() -> None:
    agree(PROBLEM, OptionPreference())
