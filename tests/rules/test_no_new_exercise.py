"""Nothing new in peak and taper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.rules.no_new_exercise import NoNewExercise
from runtall.rules.template_content import TemplateContent
from tests.problems import problem
from tests.rules.by_hand import found, session, strict_twins, survives, twins

AWAY = Access(equipment=Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bench=False))
PROBLEM = problem(
    weeks=5, phases=(1, 1), access=tuple(AWAY if d % 7 == 2 else Access() for d in range(35))
)
RULE = NoNewExercise()


def rows(base: str, late: str) -> Plan:
    return Plan(
        (
            session(PROBLEM, 0, SessionKind.D1, [1, 0, 0, 0, 0], row=base),
            session(PROBLEM, 21, SessionKind.MERGED, [1, 0, 0, 0, 0], row=late),
        )
    )


def test_a_swap_to_something_known_is_allowed() -> None:
    assert set(PROBLEM.slots[SessionKind.D1][0].alternatives) >= {"one_arm_db_row", "band_row"}
    assert not found(PROBLEM, RULE, rows("band_row", "band_row"))


def test_something_new_is_named() -> None:
    plan = rows("band_row", "one_arm_db_row")
    assert found(PROBLEM, RULE, plan) == ["one-arm dumbbell row for the first time"]
    (violation,) = RULE.check(PROBLEM, plan)
    assert violation.where == InSession(4, SessionKind.MERGED, 1)


@pytest.mark.parametrize(("told", "new"), [(10, False), (9, True), (None, True)])
def test_push_ups_that_are_told_on_the_floor_are_not_new(told: int | None, new: bool) -> None:
    """Easy ones stay in the taper, though another press is preferred."""
    some = problem(weeks=5, phases=(1, 1), athlete=Athlete(push_ups=told))
    plan = Plan((session(some, 28, SessionKind.LIGHT, [0, 1, 0]),))
    assert found(some, RULE, plan) == ["push-up for the first time"] * new


def test_a_trip_may_bring_a_substitute() -> None:
    """Only on the day that lacks the row: on Wednesdays there are bands alone."""
    for day, said in ((23, []), (24, ["band row for the first time"])):
        plan = Plan((session(PROBLEM, day, SessionKind.MERGED, [1, 0, 0, 0, 0], row="band_row"),))
        assert found(PROBLEM, RULE, plan) == said


def without_bench(*weeks: int) -> Problem:
    """Sixteen weeks; on Thursdays of some there is no bench, but a floor."""
    floor = Access(equipment=Equipment(bench=False))
    days = range(7 * 16)
    access = [floor if d % 7 == 3 and d // 7 + 1 in weeks else Access() for d in days]
    return problem(access=tuple(access))


def presses(asked: Problem, *weeks: int) -> Plan:
    """A push day on Thursdays: the press on the floor in some weeks, the bench in the first."""
    days = [(3, "db_bench_press"), *((7 * week - 4, "db_floor_press") for week in weeks)]
    sets = [3, 2, 3, 3, 2]
    return Plan(tuple(session(asked, day, SessionKind.D2, sets, bench=key) for day, key in days))


@pytest.mark.parametrize(
    ("weeks", "new"), [((6,), []), ((9,), [9]), ((10,), [10]), ((3, 10), []), ((9, 10), [9, 10])]
)
def test_a_spare_substitute_does_not_begin_in_the_last_two_growing_weeks(
    weeks: tuple[int, ...], new: list[int]
) -> None:
    """Push-ups are there. What an earlier week knows may stand in again, and be left out, too."""
    asked = without_bench(*weeks)
    faults = list(RULE.faults(asked, presses(asked, *weeks)))
    assert [(where.week, words) for where, words in faults if isinstance(where, InSession)] == [
        (week, "dumbbell floor press for the first time") for week in new
    ]
    assert len(found(asked, RULE, presses(asked, *weeks))) == len(new)
    left_out = session(asked, 7 * weeks[-1] - 4, SessionKind.D2, [3, 0, 3, 3, 2])
    said = ["dumbbell bench press left out"] if weeks == (6,) else []
    assert found(asked, TemplateContent(), Plan((left_out,))) == said


def test_a_substitute_that_alone_serves_its_pattern_may_begin_late() -> None:
    """Nothing but bands: the band row takes the place of the push day's only pull."""
    bands = Access(equipment=replace(NOTHING, bands=True))
    access = [bands if d == 7 * 10 - 4 else Access() for d in range(7 * 16)]
    asked = problem(access=tuple(access))
    row = session(asked, 7 * 10 - 4, SessionKind.D2, [3, 0, 3, 0, 0], cable_row="band_row")
    usual = session(asked, 0, SessionKind.D1, [3, 3, 2, 3, 2])
    assert not found(asked, RULE, Plan((usual, row)))


def test_without_base_weeks_the_rule_is_silent() -> None:
    late = problem(weeks=3, phases=(1, 2))
    assert not found(late, RULE, Plan((session(late, 0, SessionKind.D1, [1, 1, 1, 1, 1]),)))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(4, SessionKind.D1, 1)) == (
        "Week 4 (peak) has no exercise that was not done in base weeks."
    )
    assert RULE.say(without_bench(10), InSession(10, SessionKind.D2, 2)) == (
        "Week 10 leaves out what would be new in the place of the usual."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, problem(weeks=4, phases=(1, 1)), without_bench(3, 10)], 30)
    told = problem(weeks=4, phases=(1, 1), athlete=Athlete(push_ups=10))
    strict_twins(RULE, [PROBLEM, told], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
