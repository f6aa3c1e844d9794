"""The days first: what is said of all best placements holds for each of them."""

from __future__ import annotations

from typing import Any

import pytest

from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.returns import returns
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.domain.way_back import ROWS
from runtall.model.build import build
from runtall.model.scope import Fixed, Scope
from runtall.solve.days import BestDays, best_days
from runtall.solve.days_model import DAY_TIERS, days_model
from runtall.solve.goals import goal_of
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from runtall.solve.run import Answer, Budget
from runtall.solve.stages import INCUMBENT, solve_stages
from tests.problems import problem

UNHURRIED = SolverSettings(effort=120.0)


def on(weekdays: str, runs: str, *, off: range = range(0), **options: Any) -> Problem:
    """Problem of a runner with some weekdays, Monday is 0, and no day in some weeks."""
    access = [Access(free=str(day % 7) in weekdays and day // 7 not in off) for day in range(63)]
    return problem(runs, weeks=9, access=tuple(access), **options)


WORKOUT_THURSDAY = "rest easy rest workout rest long rest"
PROBLEMS = {
    "two-days": on("13", WORKOUT_THURSDAY),
    "three-days": on("123", WORKOUT_THURSDAY),
    "away": on("13", WORKOUT_THURSDAY, off=range(2, 4)),
    "one-week-away": on("125", "easy easy workout rest easy long rest", off=range(3, 4)),
}


@pytest.fixture(params=PROBLEMS)
def some(request: pytest.FixtureRequest) -> Problem:
    return PROBLEMS[request.param]


def best(some: Problem) -> BestDays:
    found = best_days(some, Budget(UNHURRIED))
    assert found.proven
    return found


def has_placement(some: Problem, found: BestDays, gap: tuple[int, int], value: int) -> bool:
    """Whether a placement of the best cost has this value of a gap, with nothing else fixed."""
    variables = days_model(some, Fixed())
    for tier in DAY_TIERS:
        variables.model.add(goal_of(variables, tier).expression <= found.stages[tier].value)
    literal = variables.gap(*gap)
    if isinstance(literal, int):
        return literal == value
    variables.model.add(literal == value)
    answer = Budget(UNHURRIED).solve(variables.model)
    assert answer.proven
    return not answer.infeasible


def test_no_best_placement_has_a_gap_that_is_known_to_be_none(some: Problem) -> None:
    found = best(some)
    assert set(found.fixed.gaps.values()) <= {0}
    for gap in found.fixed.gaps:
        assert not has_placement(some, found, gap, 1)


def test_gaps_are_known_where_days_are_open() -> None:
    assert best(PROBLEMS["two-days"]).fixed.gaps.keys() >= {(3, row) for row in range(len(ROWS))}


def test_the_plan_comes_back_only_where_it_may(some: Problem) -> None:
    outcome = solve(some, UNHURRIED)
    assert isinstance(outcome, Planned)
    gaps = best(some).fixed.gaps
    for back in returns(some, outcome.plan):
        assert not any((back.week, row) in gaps for row in range(back.rows))


def test_a_weeks_holiday_still_is_a_gap() -> None:
    outcome = solve(PROBLEMS["away"], UNHURRIED)
    assert isinstance(outcome, Planned)
    assert any(back.rows > 1 for back in returns(PROBLEMS["away"], outcome.plan))


@pytest.mark.parametrize("name", ["two-days", "three-days", "away"])
def test_where_a_proof_is_out_of_reach_the_plan_on_the_placement_stands(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no effort but for the incumbent: its days are the placement's, and nothing is proven."""
    some = PROBLEMS[name]
    found, optimum, whole = best(some), solve(some, UNHURRIED), Budget.solve

    def only_incumbents(self: Budget, model: Any, settings: Any = None, **limits: Any) -> Answer:
        if settings is not INCUMBENT.settings:
            limits["effort"] = 0.0
        return whole(self, model, settings or {}, **limits)

    monkeypatch.setattr(Budget, "solve", only_incumbents)
    variables = build(some, Scope.RELAXED, fixed=found.fixed)
    staged = solve_stages(
        variables, Budget(UNHURRIED), known=found.stages, placement=found.placement
    )
    assert staged.solution is not None
    for key, value in found.placement.items():
        assert variables.value(variables.decision(key), staged.solution) == value
    assert isinstance(optimum, Planned)
    for tier, stage in zip(Tier, optimum.report.stages, strict=True):
        assert staged.stages[tier].bound <= stage.value
        if staged.stages[tier].value > stage.value:
            break
