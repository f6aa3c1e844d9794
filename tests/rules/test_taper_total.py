"""The taper never asks for more than the week before it."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
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


def test_edge() -> None:
    assert not found(
        PROBLEM, RULE, plan_of(PROBLEM, {**SQUEEZED, 4: {SessionKind.LIGHT: [2, 2, 1]}})
    )
    more = plan_of(PROBLEM, {**SQUEEZED, 5: {SessionKind.LIGHT: [2, 2, 2]}})
    assert found(PROBLEM, RULE, more) == ["6 sets; week 3 has 5"]


def test_after_a_skipped_week_the_taper_is_as_usual() -> None:
    light = {4: {SessionKind.LIGHT: [3, 2, 2]}}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, light)) == ["7 sets; week 3 has 0"]
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, light, [(3, Relaxation.SKIP)]))


def test_short_of_time_the_taper_still_falls() -> None:
    some = problem(minutes=19, base_sessions=1, peak_sessions=(1, 1))
    outcome = solve(some, SolverSettings(time_limit_s=60.0))
    assert isinstance(outcome, Planned)
    last = some.phase_weeks(Phase.PEAK)[-1].number
    assert all(
        outcome.plan.total(week.number) <= outcome.plan.total(last)
        for week in some.phase_weeks(Phase.TAPER)
    )


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(4)) == "Week 4 (taper) has no more sets than week 3."


def test_twin() -> None:
    short = problem(weeks=4, phases=(1, 2), base_sessions=1, peak_sessions=(1, 1))
    twins(RULE, [short], 200)
    strict_twins(RULE, [short], 200)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
