"""Whole plans of runners with little time: what is printed fits, and the right things stay."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from runtall.check.violations import violations
from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.dose import prescribe
from runtall.scenario.changes import change
from runtall.scenario.read import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve

CAPS = (13, 15, 20, 25, 30)


WEEK = """\
race_date: 2027-04-25
weeks: 10
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
  weeks: {10: {sat: rest}}
athlete: {body_mass_kg: 70}
"""


@cache
def solved(minutes: int) -> tuple[Problem, Plan]:
    scenario = read_text(WEEK, Path("x.yaml"), [change("strength.minutes", minutes)])
    outcome = solve(scenario.problem, scenario.solver)
    assert isinstance(outcome, Planned)
    return scenario.problem, prescribe(scenario.problem, outcome.plan)


def done(session: Session) -> dict[str, int]:
    return {entry.exercise: entry.sets for entry in session.entries}


@pytest.mark.parametrize("minutes", CAPS)
def test_printed_minutes_fit_with_their_mobility(minutes: int) -> None:
    problem, plan = solved(minutes)
    assert violations(problem, plan) == ()
    assert max(session.minutes for session in plan.sessions) <= minutes
    taper = {
        session.day for session in plan.sessions if problem.days[session.day].phase is Phase.TAPER
    }
    assert len(taper) == len(problem.phase_weeks(Phase.TAPER))


def test_fifteen_minutes_hold_rows_and_a_set_of_the_rest() -> None:
    _, plan = solved(15)
    for week in range(2, 6):
        pull, push = plan.in_week(week)
        assert done(push) == {
            "push_up": 1,
            "seated_cable_row": 2,
            "farmer_carry": 1,
            "pallof_press": 1,
        }
        assert done(pull)["one_arm_db_row"] == 2


@pytest.mark.parametrize("minutes", CAPS)
def test_bench_and_face_pull_go_before_rows(minutes: int) -> None:
    problem, plan = solved(minutes)
    base = {week.number for week in problem.phase_weeks(Phase.BASE)}
    for session in plan.sessions:
        sets = done(session)
        if problem.days[session.day].week in base and sets.get("face_pull"):
            assert sets.get("one_arm_db_row", 0) >= sets["face_pull"]
        if sets.get("db_bench_press", 0) > 1:
            assert sets["seated_cable_row"] == 3
        if problem.days[session.day].week in base:
            patterns = {problem.exercises[key].pattern for key in sets}
            assert Pattern.PULL in patterns


def test_a_few_short_days_cost_no_more_than_their_own_sessions() -> None:
    """Mondays of ten minutes hold a session in base, and none in the taper."""
    short = change("availability", {"mon": {"minutes": 10}})
    scenario = read_text(WEEK, Path("x.yaml"), [short])
    assert not any(
        day.trainable
        for day in scenario.problem.days
        if day.weekday == "mon" and day.phase is Phase.TAPER
    )
    outcome = solve(scenario.problem, scenario.solver)
    assert isinstance(outcome, Planned)
    assert violations(scenario.problem, prescribe(scenario.problem, outcome.plan)) == ()


HILLS = """\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
strength: {minutes: 20}
athlete: {body_mass_kg: 60, signs: {fades_on_hills: 3}}
equipment:
  {dumbbells_kg: [4, 6, 8, 10, 12], bands: false, cable_kg: false, pulldown_kg: false, bench: false}
"""
TRIP = "availability: {away: [{from: 2027-03-22, to: 2027-03-26, equipment: {bands: true}}]}\n"


@pytest.mark.parametrize("away", ["", TRIP])
def test_hills_get_their_third_row_in_twenty_minutes_of_dumbbells(away: str) -> None:
    """Whatever a trip has: a row with a band takes less time than one with each arm."""
    scenario = read_text(HILLS + away, Path("x.yaml"))
    outcome = solve(scenario.problem, scenario.solver)
    assert isinstance(outcome, Planned)
    pulls = [outcome.plan.in_week(week)[0] for week in (4, 5, 6, 7, 9)]
    wanted = {"one_arm_db_row": 3, "suitcase_carry": 1, "dead_bug": 1}
    assert [done(session) for session in pulls] == [wanted] * 5
