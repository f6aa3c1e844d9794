"""Each tier is proven, none is given up for a later one, and nothing is claimed without proof."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from ortools.sat.python import cp_model

from runtall.domain.athlete import Athlete
from runtall.domain.problem import Problem
from runtall.domain.report import Stage
from runtall.domain.request import Access
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.all import OBJECTIVES
from runtall.solve import planner
from runtall.solve.goals import MOST_FUSED, Goal, fuse, weights
from runtall.solve.outcome import Impossible, OutOfTime, Planned
from runtall.solve.planner import audited, solve
from runtall.solve.run import Answer, Budget
from runtall.solve.stages import proven, solve_stages
from tests.problems import problem

UNHURRIED = SolverSettings(effort=120.0)
LIMITS = (0.0, 0.001, 0.02, 0.05, 0.1, 0.2, 0.4)
LATE_S = 2.0
"""What building models, and a busy machine, may take beyond a limit."""


def plain() -> Problem:
    return problem(weeks=9)


def signs() -> Problem:
    return problem("easy workout rest easy easy? long recovery", weeks=8, athlete=Athlete(
        signs={"torso_twists": 2, "neck_tight": 1}))  # fmt: skip


def short_of_time() -> Problem:
    return problem("easy workout easy workout rest rest long", weeks=7, minutes=24)


def few_days() -> Problem:
    """Relaxes: on Tuesdays and Thursdays, and in week 3 on a Tuesday alone."""
    free = [day % 7 == 1 or (day % 7 == 3 and day // 7 != 2) for day in range(56)]
    access = tuple(Access(free=here) for here in free)
    return problem("rest easy rest workout rest long rest", weeks=8, access=access)


def away() -> Problem:
    """Relaxes: a week off, and no session in week 5 but on the eve of the long run."""
    free = [day // 7 != 2 and (day // 7 != 4 or day % 7 == 4) for day in range(49)]
    return problem(weeks=7, access=tuple(Access(free=here) for here in free))


MAKERS: tuple[Callable[[], Problem], ...] = (plain, signs, short_of_time, few_days, away)
by_name = pytest.mark.parametrize("make", MAKERS, ids=[make.__name__ for make in MAKERS])


def tier_by_tier(some: Problem) -> tuple[int, ...]:
    """The least value of each tier after the ones before it, by one plain solve each."""
    variables = build(some, Scope.RELAXED)
    model = variables.model
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.max_time_in_seconds = 120.0
    values = []
    for tier in Tier:
        goal = sum(o.expression(some, variables) for o in OBJECTIVES if o.tier is tier)
        model.minimize(goal)
        assert solver.solve(cp_model.CpModel(model.proto)) == cp_model.OPTIMAL
        solution = solver.response_proto.solution
        values.append(variables.value(goal, solution))
        model.add(goal <= values[-1])
        # A place to start from; what is best is proven without it.
        model.proto.clear_solution_hint()
        model.proto.solution_hint.vars.extend(range(len(solution)))
        model.proto.solution_hint.values.extend(solution)
    return tuple(values)


@cache
def planned(make: Callable[[], Problem]) -> Planned:
    outcome = solve(make(), UNHURRIED)
    assert isinstance(outcome, Planned)
    return outcome


def optimum(make: Callable[[], Problem]) -> tuple[int, ...]:
    """Value of each tier, as the planner has it; `tier_by_tier` is held against it."""
    return tuple(stage.value for stage in planned(make).report.stages)


@by_name
def test_every_tier_is_proven(make: Callable[[], Problem]) -> None:
    outcome = planned(make)
    assert outcome.report.status == "OPTIMAL"
    assert [stage.name for stage in outcome.report.stages] == [tier.words for tier in Tier]
    assert all(stage.value == stage.bound for stage in outcome.report.stages)
    assert {stage.status for stage in outcome.report.stages} == {"OPTIMAL"}


@by_name
def test_no_tier_is_given_up_for_a_later_one(make: Callable[[], Problem]) -> None:
    assert optimum(make) == tier_by_tier(make())


@pytest.mark.parametrize("seconds", LIMITS)
@by_name
def test_without_time_nothing_wrong_is_claimed(make: Callable[[], Problem], seconds: float) -> None:
    started = time.process_time()
    outcome = solve(make(), SolverSettings(time_limit_s=seconds))
    assert time.process_time() - started < seconds + LATE_S
    assert not isinstance(outcome, Impossible)
    if isinstance(outcome, Planned):
        assert_no_wrong_claim(outcome.report.stages, optimum(make))
        proofs = all(stage.value == stage.bound for stage in outcome.report.stages)
        assert (outcome.report.status == "OPTIMAL") == proofs
    else:
        assert isinstance(outcome, OutOfTime)
    if seconds == 0.0:
        assert isinstance(outcome, OutOfTime)


@by_name
def test_once_the_limit_is_reached_no_large_model_is_built(
    make: Callable[[], Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Building it may take longer than the limit that the runner set."""
    monkeypatch.setattr(planner, "build", lambda *_, **__: pytest.fail("a model was built"))
    assert isinstance(solve(make(), SolverSettings(time_limit_s=1e-6)), OutOfTime)


@pytest.mark.parametrize("effort", [0.016, 0.032, 0.048])
@by_name
def test_with_little_effort_the_plan_keeps_all_rules(
    make: Callable[[], Problem], effort: float
) -> None:
    """`solve` holds whatever it finds against the rules, and calls what breaks one a defect."""
    outcome = solve(make(), SolverSettings(effort=effort))
    assert isinstance(outcome, Planned | OutOfTime)


def assert_no_wrong_claim(stages: tuple[Stage, ...], best: tuple[int, ...]) -> None:
    """Bounds hold as long as all earlier tiers are at their best; behind that they say nothing."""
    for stage, least in zip(stages, best, strict=True):
        assert stage.bound <= stage.value
        assert stage.bound <= least <= stage.value
        if stage.status == "OPTIMAL":
            assert stage.value == stage.bound
        if stage.value > least:
            break


@by_name
def test_stopped_anywhere_values_and_bounds_are_true(
    make: Callable[[], Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stages alone, each solve stopped after so much work whatever the machine's speed.

    More and more work, until it stops none: what is more than enough changes nothing.
    """
    whole, best = Budget.solve, optimum(make)
    answers: list[Answer] = []

    def stopped(effort: float) -> Callable[..., Answer]:
        def solve_model(self: Budget, model: Any, *settings: Any, **limits: Any) -> Answer:
            answers.append(whole(self, model, *settings, **{**limits, "effort": effort}))
            return answers[-1]

        return solve_model

    for effort in (0.01, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0):
        answers.clear()
        monkeypatch.setattr(Budget, "solve", stopped(effort))
        variables = build(make(), Scope.RELAXED)
        staged = solve_stages(variables, Budget(UNHURRIED))
        assert staged.status != cp_model.INFEASIBLE
        if staged.solution is not None:
            assert_no_wrong_claim(tuple(staged.stages.values()), best)
            for stage in audited(variables, staged, UNHURRIED, 0.0).report.stages:
                assert (stage.status == "OPTIMAL") == (stage.value == stage.bound)
        if all(answer.proven for answer in answers):
            break
    else:
        pytest.fail("no solve was left to its end")


@by_name
def test_known_tiers_are_kept(make: Callable[[], Problem]) -> None:
    some, best = make(), optimum(make)
    for n_known in (2, 4):
        known = {
            tier: proven(tier, value)
            for tier, value in list(zip(Tier, best, strict=True))[:n_known]
        }
        staged = solve_stages(build(some, Scope.RELAXED), Budget(UNHURRIED), known=known)
        assert tuple(stage.value for stage in staged.stages.values()) == best
        assert tuple(stage.bound for stage in staged.stages.values()) == best


def test_what_cannot_be_known_is_infeasible() -> None:
    some = plain()
    known = {Tier.PLACEMENT: proven(Tier.PLACEMENT, optimum(plain)[1] - 1)}
    staged = solve_stages(build(some, Scope.STRICT), Budget(UNHURRIED), known=known)
    assert staged.status == cp_model.INFEASIBLE
    assert staged.solution is None


def test_the_same_twice() -> None:
    again = solve(few_days(), UNHURRIED)
    assert isinstance(again, Planned)
    assert planned(few_days).plan == again.plan


def goals(*ranges: tuple[int, int]) -> list[Goal]:
    return [Goal(tier, 0, *both) for tier, both in zip(Tier, ranges, strict=False)]


def test_one_unit_outweighs_all_that_follows() -> None:
    group = goals((0, 3), (-7, 120), (5, 5), (0, 4000))
    for place, factor in enumerate(weights(group)):
        later = zip(weights(group)[place + 1 :], group[place + 1 :], strict=True)
        assert factor > sum(weight * (goal.most - goal.least) for weight, goal in later)


def covering(seed: int, constant: int) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """A small covering problem, its cost behind a large constant as behind a settled tier."""
    rng = random.Random(seed)
    model = cp_model.CpModel()
    chosen = [model.new_bool_var(f"x{place}") for place in range(40)]
    for _ in range(60):
        model.add_bool_or(rng.sample(chosen, 4))
    model.minimize(constant + sum(chosen))
    return model, chosen


@pytest.mark.parametrize("seed", range(8))
def test_the_largest_fused_objective_is_still_exact(seed: int) -> None:
    """From 2 ** 53 on a float doesn't tell neighbours apart; a gap of 16 may look like none."""
    costs = []
    for constant in (0, 2**53, MOST_FUSED - 40):
        model, chosen = covering(seed, constant)
        answer = Budget(UNHURRIED).solve(model)
        assert answer.status == cp_model.OPTIMAL
        assert answer.solution is not None
        costs.append(sum(answer.solution[literal.index] for literal in chosen))
        assert answer.cost == answer.bound == costs[-1]
    assert len(set(costs)) == 1


@pytest.mark.parametrize("seed", range(4))
def test_behind_a_large_weight_every_unit_is_proven(seed: int) -> None:
    """As with a tier that isn't met: no float holds the sum."""
    rng = random.Random(seed)
    model = cp_model.CpModel()
    first, second = ([model.new_bool_var("") for _ in range(14)] for _ in range(2))
    for chosen in (first, second) * 12:
        model.add_bool_or(rng.sample(chosen, 3))
    for both in zip(first, second, strict=True):
        model.add_at_most_one(both)
    model.minimize(sum(first))
    weight, alone = 2**56 + 1, Budget(UNHURRIED).solve(model)
    model.minimize(weight * sum(first) + sum(second))
    answer = Budget(UNHURRIED).solve(model)
    assert answer.cost == answer.bound
    assert answer.cost // weight == alone.cost
    model.add(sum(first) <= alone.cost)
    model.minimize(sum(second))
    assert Budget(UNHURRIED).solve(model).cost == answer.cost % weight


def test_goals_are_fused_in_order_and_as_far_as_allowed() -> None:
    some = goals((0, 9), (-1000, 9000), (5, 5), (0, 10**6), (0, 10**9), (0, 10**7), (0, 1))
    groups = fuse(some)
    assert [goal for group in groups for goal in group] == some
    for group in groups:
        assert len(group) == 1 or math.prod(goal.span for goal in group) <= MOST_FUSED
    for group, following in pairwise(groups):
        assert math.prod(goal.span for goal in group) * following[0].span > MOST_FUSED
