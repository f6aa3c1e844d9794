"""Two tiers against each other: fronts that every plan there is agrees with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from random import Random

import pytest
from ortools.sat.python import cp_model
from runtall.solve.pareto.outline import OUTLINED
from runtall.solve.pareto.search import Search
from runtall.solve.pareto.sketch import Skeleton, Sketch, View
from runtall.solve.settings import Deadline

from runtall.batch.executors import here
from runtall.batch.front import Front, Question, trace
from runtall.batch.processes import processes
from runtall.check.violations import violations
from runtall.domain.athlete import Athlete
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.domain.scenario import SolverSettings
from runtall.domain.tier import Tier
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from runtall.solve.trade import GIVING_UP, Trade, trade
from tests.problems import problem
from tests.solve import brute_force as brute
from tests.solve.test_brute_force import (
    SETTINGS,
    lighter,
    long_run_eve,
    peak,
    single,
    speed_day,
    taper_eve,
    two_base_weeks,
)
from tests.twin import random_plan

SMALL = (two_base_weeks, lighter, single, long_run_eve, taper_eve)
EVERY_PLAN = pytest.mark.parametrize("make", SMALL, ids=[make.__name__ for make in SMALL])


def weigh(some: Problem, across: Tier, up: Tier) -> Trade:
    usual = solve(some, SETTINGS)
    assert isinstance(usual, Planned)
    return trade(some, SETTINGS, across, up, usual.plan)


def whole_front(weighed: Trade) -> Front:
    front = trace(weighed, None, here)
    assert front.complete
    return front


def costs(planned: Planned, *tiers: Tier) -> tuple[int, ...]:
    return tuple(planned.report.stages[tier - 1].value for tier in tiers)


@EVERY_PLAN
def test_the_front_is_that_of_all_plans(make: Callable[[], Problem]) -> None:
    some = make()
    usual = solve(some, SETTINGS)
    assert isinstance(usual, Planned)
    uses = {*usual.plan.relaxed, *(Relaxed(w.number, s) for w in some.weeks for s in GIVING_UP)}
    front = whole_front(weigh(some, Tier.PLACEMENT, Tier.DOSE))
    found = {costs(point, Tier.PLACEMENT, Tier.DOSE) for point in front.points}
    assert found == brute.front(some, uses)


@EVERY_PLAN
def test_a_front_is_the_same_from_both_sides(make: Callable[[], Problem]) -> None:
    one = whole_front(weigh(make(), Tier.PLACEMENT, Tier.DOSE))
    other = whole_front(weigh(make(), Tier.DOSE, Tier.PLACEMENT))
    pair = (Tier.PLACEMENT, Tier.DOSE)
    assert [costs(p, *pair) for p in one.points] == [costs(p, *pair) for p in other.points][::-1]


@pytest.mark.parametrize(
    ("across", "up"),
    [
        (Tier.PLACEMENT, Tier.DOSE),
        (Tier.RELAXATION, Tier.PLACEMENT),
        (Tier.DOSE, Tier.BALANCE),
        (Tier.PROGRESSION, Tier.PREFERENCE),
        (Tier.PLACEMENT, Tier.BALANCE),
    ],
)
def test_points_are_plans_that_beat_each_other_in_one_tier_only(across: Tier, up: Tier) -> None:
    some = problem(weeks=8)
    weighed = weigh(some, across, up)
    least = weighed.least()
    assert isinstance(least, Planned)
    front = trace(weighed, 4, here)
    assert len(front.points) >= 1
    for point in front.points:
        assert list(violations(some, point.plan)) == []
        assert {point.report.stages[tier - 1].status for tier in (across, up)} == {"OPTIMAL"}
        assert " least" in str(point.report.parameters["front"])
    found = [costs(point, across, up) for point in front.points]
    assert found[0] == costs(least, across, up)
    assert all(a[0] < b[0] and a[1] > b[1] for a, b in pairwise(found))


def test_tiers_before_the_pair_are_as_good_as_ever() -> None:
    some = problem(weeks=8)
    usual = solve(some, SETTINGS)
    assert isinstance(usual, Planned)
    before = (Tier.RELAXATION, Tier.PLACEMENT, Tier.DOSE)
    for point in whole_front(weigh(some, Tier.BALANCE, Tier.PROGRESSION)).points:
        assert costs(point, *before) == costs(usual, *before)


def test_only_strength_is_given_up() -> None:
    some = problem(weeks=8)
    for point in whole_front(weigh(some, Tier.PLACEMENT, Tier.DOSE)).points:
        assert {use.step for use in point.plan.relaxed} <= set(GIVING_UP)


def test_points_are_the_same_in_processes() -> None:
    weighed = weigh(problem(weeks=8), Tier.PLACEMENT, Tier.DOSE)
    one, other = (trace(weighed, 4, where) for where in (here, partial(processes, 2)))
    assert [point.plan for point in one.points] == [point.plan for point in other.points]


def test_an_outline_that_promises_too_much_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without what is known of single sessions, outlines are too good; the plans stay the same."""
    some = lighter()
    weighed = weigh(some, Tier.PLACEMENT, Tier.DOSE)
    expected = [costs(point, *OUTLINED) for point in whole_front(weighed).points]
    assert weighed.outline is not None
    most = {key: (0, 26) for key in weighed.outline.sets}
    loose = replace(weighed.outline, sets=most, choices=None)
    asked: list[tuple[Skeleton, ...]] = []
    search = Search.__init__

    def counted(self: Search, *args: object) -> None:
        asked.append(tuple(args[6]))  # type: ignore[arg-type]
        search(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Search, "__init__", counted)
    weighed = Trade(some, SETTINGS, Tier.PLACEMENT, Tier.DOSE, loose)
    assert [costs(point, *OUTLINED) for point in whole_front(weighed).points] == expected
    assert any(asked), "no skeleton was excluded"


PROBLEMS: dict[str, Callable[[], Problem]] = {
    "usual": lambda: problem(weeks=9),
    "signs": lambda: problem(weeks=8, athlete=Athlete(signs={"torso_twists": 2})),
    "short of time": lambda: problem(
        "easy workout easy workout rest rest long", weeks=7, minutes=24
    ),
    "few days": lambda: problem(
        "rest easy rest workout rest long rest",
        weeks=8,
        access=tuple(Access(free=day % 7 in {1, 3}) for day in range(56)),
    ),
    "eve of a long run in race week": lambda: problem(
        "easy workout easy easy rest long recovery",
        weeks=7,
        changes={43: "long", 46: "rest", 47: "rest"},
        access=tuple(Access(free=day not in range(43, 48)) for day in range(49)),
    ),
    "speed day": speed_day,
    "peak": peak,
}


@pytest.mark.parametrize("make", PROBLEMS.values(), ids=PROBLEMS)
def test_no_plan_falls_outside_of_the_outline(make: Callable[[], Problem]) -> None:
    """Its days, relaxations and totals are an outline, and of the same costs."""
    some = make()
    weighed = weigh(some, Tier.PLACEMENT, Tier.DOSE)
    assert weighed.outline is not None
    for planned in (solve(some, SETTINGS), weighed.at(None), weighed.least()):
        assert isinstance(planned, Planned)
        days = weighed.outline.of_days(some)
        hold(days, planned.plan)
        for day in some.days:
            for kind in days.variables.kinds(day.week):
                here = sum(one.kind is kind for one in planned.plan.on(day.index))
                claim = days.variables.session(day.index, kind) == here
                assert claim is not False
                if claim is not True:
                    days.variables.model.add(claim)
        for tier, cost in days.costs.items():
            days.variables.model.add(cost == costs(planned, tier)[0])
        assert cp_model.CpSolver().solve(days.variables.model) == cp_model.OPTIMAL


@pytest.mark.parametrize("make", PROBLEMS.values(), ids=PROBLEMS)
def test_no_plan_is_better_than_the_choices_of_its_weeks(make: Callable[[], Problem]) -> None:
    some = make()
    weighed = weigh(some, Tier.PLACEMENT, Tier.DOSE)
    outline = weighed.outline
    assert outline is not None
    assert outline.choices is not None
    for planned in (solve(some, SETTINGS), weighed.at(None), weighed.least()):
        assert isinstance(planned, Planned)
        weeks = outline.of_choices(some, outline.choices)
        hold(weeks, planned.plan)
        for tier, cost in weeks.costs.items():
            weeks.variables.model.add(cost <= costs(planned, tier)[0])
        assert cp_model.CpSolver().solve(weeks.variables.model) == cp_model.OPTIMAL


@pytest.mark.parametrize("make", PROBLEMS.values(), ids=PROBLEMS)
def test_the_strong_end_is_as_strong_as_the_usual_plan(make: Callable[[], Problem]) -> None:
    """What gives way in the usual plan may give way on the front, too."""
    some = make()
    usual = solve(some, SETTINGS)
    assert isinstance(usual, Planned)
    for tier, other in ((Tier.PLACEMENT, Tier.DOSE), (Tier.DOSE, Tier.PLACEMENT)):
        end = trade(some, SETTINGS, tier, other, usual.plan).at(costs(usual, tier)[0])
        assert isinstance(end, Planned)
        assert costs(end, other) <= costs(usual, other)


def hold(view: View, plan: Plan) -> None:
    """Have a model of the outline take a plan's relaxations and sets."""
    variables = view.variables
    for week in variables.problem.weeks:
        kinds = variables.kinds(week.number)
        assert {session.kind for session in plan.in_week(week.number)} <= set(kinds)
        for kind in kinds:
            held = [one for one in plan.in_week(week.number) if one.kind is kind]
            sets = sum(one.n_sets for one in held)
            variables.model.add(variables.session_sets(week.number, kind) == sets)
        for step in Relaxation:
            claim = variables.relaxed(step, week.number) == int(plan.uses(step, week.number))
            assert claim is not False
            if claim is not True:
                variables.model.add(claim)


@pytest.mark.parametrize("week", ["easy workout easy rest easy long recovery", "easy workout "
    "easy easy rest rest long"])  # fmt: skip
def test_an_outline_costs_no_more_than_the_plan(week: str) -> None:
    some = problem(week, weeks=8)
    usual = solve(some, SETTINGS)
    assert isinstance(usual, Planned)
    outline = weigh(some, Tier.PLACEMENT, Tier.DOSE).outline
    assert outline is not None
    limits = dict(zip(OUTLINED, costs(usual, *OUTLINED), strict=True))
    plain = Sketch(limits, 0, {}, 0.0)
    for tier in OUTLINED:
        others = {other: most for other, most in limits.items() if other is not tier}
        where = (outline, some, SETTINGS, Deadline(10.0))
        sketch = Search(*where, tier, others, best=plain).run()
        assert isinstance(sketch, Sketch)
        assert sketch.bound <= limits[tier]


def test_without_time_nothing_wrong_is_claimed() -> None:
    some = problem(weeks=16)
    weighed = weigh(some, Tier.PLACEMENT, Tier.DOSE)
    exact = weighed.at(200)
    assert isinstance(exact, Planned)
    for seconds in (0.0, 0.3, 0.8, 1.5):
        hurried = Trade(
            some, SolverSettings(time_limit_s=seconds), weighed.across, weighed.up, weighed.outline
        ).at(200)
        if isinstance(hurried, Planned):
            dose = hurried.report.stages[Tier.DOSE - 1]
            assert dose.bound <= costs(exact, Tier.DOSE)[0] <= dose.value


def test_without_an_outline_in_time_the_usual_weeks_give_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = long_run_eve()
    usual = solve(some, SETTINGS)
    assert isinstance(usual, Planned)
    assert usual.plan.relaxed
    weighed = weigh(some, Tier.PLACEMENT, Tier.DOSE)
    monkeypatch.setattr(Search, "run", lambda *_: cp_model.UNKNOWN)
    found = weighed.at(None)
    assert isinstance(found, Planned)
    assert found.plan.relaxed == usual.plan.relaxed
    assert found.report.stages[Tier.DOSE - 1].bound == 0
    assert not isinstance(weighed.at(0), Planned)


@pytest.mark.parametrize(
    ("across", "up", "words"),
    [
        (Tier.DOSE, Tier.DOSE, "two different tiers"),
        (Tier.RELAXATION, Tier.BALANCE, "against days that do least harm or weekly dose only"),
    ],
)
def test_what_cannot_be_weighed(across: Tier, up: Tier, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        weigh(problem(weeks=8), across, up)


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_plans_that_cost_the_same_across_the_better_one_stays(first: int) -> None:
    usual = solve(problem(weeks=8), SETTINGS)
    assert isinstance(usual, Planned)
    stages = list(usual.report.stages)
    stages[Tier.DOSE - 1] = replace(stages[Tier.DOSE - 1], value=7, bound=0)
    worse = replace(usual, report=replace(usual.report, stages=tuple(stages)))
    front = Front(Tier.PLACEMENT, Tier.DOSE)
    answers = [(Question(200), usual), (Question(190), worse)]
    for question, planned in answers if first else answers[::-1]:
        front.add(question, planned)
    assert front.points == (usual,)


def test_a_limit_without_an_answer_leaves_the_front_open() -> None:
    front = Front(Tier.PLACEMENT, Tier.DOSE)
    front.add(Question(3), None)
    assert front.points == ()
    assert not front.complete


def test_outlined_tiers_know_days_kinds_relaxations_and_totals_only() -> None:
    some = problem("easy workout easy? rest easy long recovery", weeks=8)
    for seed in range(40):
        plan = random_plan(some, Random(seed))
        merged = replace(
            plan,
            sessions=tuple(
                replace(session, entries=(replace(session.entries[0], sets=session.n_sets),))
                if session.entries
                else session
                for session in plan.sessions
            ),
        )
        for tier in OUTLINED:
            assert brute.value(some, plan, tier) == brute.value(some, merged, tier)


def test_relaxations_that_change_nothing_are_closed() -> None:
    some = problem(weeks=8)
    weighed = weigh(some, Tier.PLACEMENT, Tier.DOSE)
    assert weighed.outline is not None
    closed = weighed.outline.closed.relaxed
    assert closed[Relaxation.LIGHTER, 8] == 0
    assert (Relaxation.SKIP, 8) not in closed
    assert (Relaxation.LIGHTER, 1) not in closed
