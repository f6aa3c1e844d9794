"""The optimum, against every plan there is: values of all tiers, and the plan itself."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

import pytest

from runtall.check.violations import violations
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Ban, Fix
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.domain.where import Where
from runtall.rules.all import RULES
from runtall.rules.base import Rule
from runtall.solve.outcome import Impossible, Planned
from runtall.solve.planner import solve
from tests.solve import brute_force as brute
from tests.solve.small_problems import (
    alternatives,
    before_sunday,
    fix,
    less_in_between,
    lighter,
    long_run_eve,
    one_session,
    peak,
    short_gap,
    single,
    skip,
    small,
    speed_day,
    taper_eve,
    three_growing_weeks,
    tuneup,
    two_base_weeks,
)
from tests.twin import random_plan

SETTINGS = SolverSettings(effort=60.0)
INSTANCES: tuple[tuple[Callable[[], Problem], set[Relaxation]], ...] = (
    (two_base_weeks, set()),
    (three_growing_weeks, set()),
    (peak, set()),
    (alternatives, set()),
    (fix, set()),
    (tuneup, set()),
    (less_in_between, set()),
    (one_session, set()),
    (lighter, {Relaxation.LIGHTER}),
    (before_sunday, {Relaxation.BEFORE_SUNDAY}),
    (single, {Relaxation.SINGLE}),
    (speed_day, {Relaxation.SPEED_DAY}),
    (short_gap, {Relaxation.SHORT_GAP}),
    (long_run_eve, {Relaxation.SINGLE, Relaxation.SHORT_GAP, Relaxation.LONG_RUN_EVE}),
    (taper_eve, {Relaxation.LONG_RUN_EVE}),
    (skip, {Relaxation.SKIP}),
)
PROBLEMS = [make for make, _ in INSTANCES]


@pytest.mark.parametrize(
    ("make", "relaxed"), INSTANCES, ids=[make.__name__ for make, _ in INSTANCES]
)
def test_no_plan_is_better(make: Callable[[], Problem], relaxed: set[Relaxation]) -> None:
    some = make()
    outcome = solve(some, SETTINGS)
    best = brute.best(some)
    assert best is not None
    assert isinstance(outcome, Planned)
    stages = outcome.report.stages
    assert tuple(stage.value for stage in stages) == best.values
    assert tuple(stage.bound for stage in stages) == best.values
    assert brute.tidy(outcome.plan) in best.plans
    assert {used.step for used in outcome.plan.relaxed} == relaxed


@pytest.mark.parametrize("make", PROBLEMS, ids=[make.__name__ for make in PROBLEMS])
def test_what_is_left_out_unseen_is_no_loss(make: Callable[[], Problem]) -> None:
    """A part of a plan breaks nothing that the whole doesn't, and costs are told apart."""
    some = make()
    allowed = set(chain(*brute.mobilities(some)))
    for seed in range(25):
        plan = random_plan(some, random.Random(seed))
        whole = found(some, plan)
        bare = Plan(tuple(replace(session, entries=()) for session in plan.sessions))
        price = alone = 0
        for week in some.weeks:
            steps = tuple(used for used in plan.relaxed if used.week == week.number)
            part = Plan(plan.in_week(week.number), (), steps)
            empty = Plan(bare.in_week(week.number), (), steps)
            so_far = tuple(s for s in plan.sessions if s.day // 7 + 1 <= week.number)
            here, before = {week.number}, set(range(1, week.number + 1))
            seen = found(some, part, brute.WITHIN_WEEKS, here)
            seen |= found(some, empty, brute.PLACING, here)
            seen |= found(some, Plan(so_far, (), plan.relaxed), brute.BETWEEN_WEEKS, before)
            for session in part.sessions:
                seen |= found(some, Plan((session,), (), steps), brute.SESSION, here)
            for session in empty.sessions:
                seen |= found(some, Plan((session,), (), steps), brute.DAILY, here)
            assert seen <= whole
            price += brute.value(some, Plan((), (), steps), Tier.LAST_RESORT)
            alone += brute.week_by_week(some, empty)
        bare = replace(bare, relaxed=plan.relaxed)
        assert found(some, bare, brute.ACROSS) <= whole
        assert price == brute.value(some, plan, Tier.LAST_RESORT)
        assert brute.value(some, bare, Tier.PLACEMENT) == brute.value(some, plan, Tier.PLACEMENT)
        assert alone <= brute.value(some, plan, Tier.PLACEMENT)
        for tier in brute.WITHOUT_MOBILITY:
            still = replace(plan, mobility=())
            assert brute.value(some, still, tier) == brute.value(some, plan, tier)
        if not set(plan.mobility) <= allowed:
            assert any(rule in {rule.id for rule in brute.MOBILITY} for rule, _ in whole)


def found(
    problem: Problem,
    plan: Plan,
    rules: Sequence[Rule] = RULES,
    weeks: set[int] | None = None,
) -> set[tuple[str, Where]]:
    """Rules and places that a plan breaks, in some weeks or in all."""
    return {
        (violation.rule, violation.where)
        for violation in violations(problem, plan, rules)
        if weeks is None or violation.where.key[0] in weeks
    }


def test_nothing_to_find() -> None:
    """Where every plan breaks a rule, both say so."""
    some = small(
        "rest workout easy rest rest long rest",
        weeks=2, phases=(0, 1), targets=(5, 2),
        fixes=(Fix(SessionKind.D1, "mon"), Fix(SessionKind.D2, "tue")), bans=(Ban("tue"),),
    )  # fmt: skip
    assert brute.best(some) is None
    assert isinstance(solve(some, SETTINGS), Impossible)


def test_the_brute_force_itself() -> None:
    """Against every plan without a thought: the race week alone, with all days and relaxations."""
    some = small("rest easy rest easy rest rest rest", weeks=1, targets=(3,), mobility_per_week=1)
    plans = [
        Plan(sessions, mobility, relaxed)
        for sessions in chain(
            [()],
            (
                (Session(day, kind, entries),)
                for day in range(7)
                for kind in (SessionKind.LIGHT, SessionKind.VERY_LIGHT)
                for entries in brute.contents(some, kind)
            ),
        )
        for mobility in ((), (1,), (3,), (1, 3))
        for relaxed in (
            (), *((Relaxed(1, step),) for step in Relaxation),
        )
    ]  # fmt: skip
    good = [plan for plan in plans if not violations(some, plan)]
    least = min(tuple(brute.value(some, plan, tier) for tier in Tier) for plan in good)
    best = brute.best(some)
    assert best is not None
    assert best.values == least
    assert set(best.plans) == {
        plan for plan in good if tuple(brute.value(some, plan, tier) for tier in Tier) == least
    }
