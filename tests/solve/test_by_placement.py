"""Where several placements are best, a proof for each of them is a proof of the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from ortools.sat.python import cp_model

import runtall.solve.stages as stages_module
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.model.build import build
from runtall.model.scope import Fixed, Scope
from runtall.solve.days import best_days, few_placements
from runtall.solve.days_model import DAY_RULES
from runtall.solve.goals import goal_of
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from runtall.solve.run import Answer, Budget
from tests.problems import problem

UNHURRIED = SolverSettings(effort=120.0)
HARDLY_ANY = 1e-9


def access(weeks: int, *closed: int) -> tuple[Access, ...]:
    return tuple(Access(free=day % 7 not in closed) for day in range(7 * weeks))


def two() -> Problem:
    return problem(weeks=9)


def free_recovery_day() -> Problem:
    """Of three that cost the same but for that, one is on the day after the long run."""
    return problem("rest easy workout easy rest easy long", weeks=6, access=access(6, 3))


def four() -> Problem:
    return problem("rest easy workout easy rest easy long", weeks=7, access=access(7, 3))


def one() -> Problem:
    return problem("easy workout easy rest easy easy long", weeks=6)


MAKERS = {two: 2, free_recovery_day: 2, four: 4, one: 1}
by_name = pytest.mark.parametrize("make", MAKERS, ids=[make.__name__ for make in MAKERS])


def costs_of_days(make: Callable[[], Problem]) -> dict[Tier, int]:
    found = best_days(make(), Budget(UNHURRIED))
    return {tier: stage.value for tier, stage in found.stages.items()}


@cache
def placements(make: Callable[[], Problem]) -> tuple[Fixed, ...]:
    some, budget = make(), Budget(UNHURRIED)
    return few_placements(some, budget, costs_of_days(make), best_days(some, budget).fixed)


def solved(model: Any) -> cp_model.CpSolverStatus:
    """The solver as it comes, without a single setting of ours."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(cp_model.CpModel(model.proto))


@by_name
def test_all_best_placements_are_found_and_each_once(make: Callable[[], Problem]) -> None:
    """Each can be had, and without them all nothing can."""
    variables = build(make(), Scope.RELAXED, DAY_RULES, days_only=True)
    for tier, cost in costs_of_days(make).items():
        variables.model.add(goal_of(variables, tier).expression <= cost)
    every = [[*variables.decided(placement)] for placement in placements(make)]
    assert len({tuple(value for _, value in each) for each in every}) == MAKERS[make]
    for decisions in every:
        alone = variables.model.clone()
        for literal, value in decisions:
            alone.add(literal == value)
        assert solved(alone) == cp_model.OPTIMAL
    for decisions in every:
        differing = (1 - literal if value else literal for literal, value in decisions)
        variables.model.add(sum(differing) >= 1)
    assert solved(variables.model) == cp_model.INFEASIBLE


@cache
def usual(make: Callable[[], Problem]) -> tuple[int, ...]:
    outcome = solve(make(), UNHURRIED)
    assert isinstance(outcome, Planned)
    assert outcome.report.status == "OPTIMAL"
    return tuple(stage.value for stage in outcome.report.stages)


@by_name
@pytest.mark.parametrize("each", [0.04, 0.0005, HARDLY_ANY])
def test_by_cases_the_same_is_proven(
    make: Callable[[], Problem], each: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a first attempt that finds nothing, and with cases that are left before their end."""
    first, case = stages_module.AMONG_PLACEMENTS, stages_module.FIRST
    monkeypatch.setattr(stages_module, "AMONG_PLACEMENTS", replace(first, effort=HARDLY_ANY))
    monkeypatch.setattr(stages_module, "FIRST", replace(case, effort=each))
    asked: list[tuple[Answer, ...]] = []
    by_cases = stages_module.solve_by_placement

    def noted(*arguments: Any) -> Answer:
        answer = by_cases(*arguments)
        asked.append((arguments[3], answer))
        return answer

    monkeypatch.setattr(stages_module, "solve_by_placement", noted)
    outcome = solve(make(), UNHURRIED)
    assert isinstance(outcome, Planned)
    assert outcome.report.status == "OPTIMAL"
    assert tuple(stage.value for stage in outcome.report.stages) == usual(make)
    assert bool(asked) == (MAKERS[make] > 1)
    for before, answer in asked:
        assert answer.effort >= before.effort
        assert answer.bound >= before.bound
        if answer.proven:
            assert answer.cost == answer.bound


def test_too_many_placements_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runtall.solve.days.MOST_PLACEMENTS", 3)
    some, budget = four(), Budget(UNHURRIED)
    assert few_placements(some, budget, costs_of_days(four), best_days(some, budget).fixed) == ()
