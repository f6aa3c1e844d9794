"""The taper asks for clearly less than the week before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.relaxation import Relaxation
from runtall.domain.scenario import SolverSettings
from runtall.domain.where import InWeek
from runtall.rules.taper_total import TaperTotal
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(1, 3))
RULE = TaperTotal()
SQUEEZED = {3: {SessionKind.MERGED: [1, 1, 1, 1, 1]}}
ONCE = {3: {SessionKind.MERGED: [3, 1, 1, 1, 2]}}


def light(before: Mapping[int, Mapping[SessionKind, list[int]]], week: int, *sets: int) -> Plan:
    return plan_of(PROBLEM, {**before, week: {SessionKind.LIGHT: list(sets)}})


def test_edge() -> None:
    """Three fifths in the first of three taper weeks, then half, both rounded up."""
    for before, week, most, more in (
        (SQUEEZED, 4, (1, 1, 1), (2, 1, 1)),
        (SQUEEZED, 6, (1, 1, 1), (2, 1, 1)),
        (ONCE, 4, (3, 1, 1), (3, 2, 1)),
        (ONCE, 5, (2, 1, 1), (3, 1, 1)),
    ):
        assert not found(PROBLEM, RULE, light(before, week, *most))
        total = sum(before[3][SessionKind.MERGED])
        said = [f"{sum(more)} sets; week 3 has {total}"]
        assert found(PROBLEM, RULE, light(before, week, *more)) == said


def test_after_a_skipped_week_the_taper_is_as_usual() -> None:
    usual = {4: {SessionKind.LIGHT: [3, 2, 2]}}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, usual)) == ["7 sets; week 3 has 0"]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, usual, [(3, Relaxation.SKIP)]))


@pytest.mark.parametrize(
    ("asked", "taper"),
    [
        ({"base_sessions": 1, "peak_sessions": (1, 1)}, [5, 4, 3]),
        ({"minutes": 19, "base_sessions": 1, "peak_sessions": (1, 1)}, [3, 3, 3]),
    ],
)
def test_no_exercise_has_more_than_in_the_peak(asked: Mapping[str, Any], taper: list[int]) -> None:
    some = problem(**asked)
    outcome = solve(some, SolverSettings(time_limit_s=60.0))
    assert isinstance(outcome, Planned)
    weeks = [*some.phase_weeks(Phase.PEAK)[-1:], *some.phase_weeks(Phase.TAPER)]
    peak, *later = (sets(outcome.plan, week.number) for week in weeks)
    assert [week.total() for week in later] == taper
    assert all(number <= peak[key] for week in later for key, number in week.items())


def sets(plan: Plan, number: int) -> Counter[str]:
    return sum(
        (Counter({e.exercise: e.sets}) for s in plan.in_week(number) for e in s.entries),
        Counter[str](),
    )


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(4)) == (
        "Week 4 (taper) has 60 % of the sets of week 3 at most."
    )


def test_twin() -> None:
    short = problem(weeks=4, phases=(1, 2), base_sessions=1, peak_sessions=(1, 1))
    twins(RULE, [short], 200)
    strict_twins(RULE, [short], 200)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
