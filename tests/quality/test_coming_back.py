"""Who comes back after days without strength begins small, and in peak weeks stays there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.check.violations import violations
from runtall.derivation.available_loads import level_of
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem
from runtall.progression.dose import prescribe
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.method import amounts
from runtall.scenario import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve

START = date(2027, 1, 4)
SCENARIO = """
race_date: 2027-04-25
runs:
  week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}}
athlete: {{experience: some, body_mass_kg: 75, sex: m}}
availability: {{off: [{{from: {}, to: {}}}]}}
"""


def back_from(first: int, weeks: int) -> tuple[Problem, dict[str, tuple[Exposure, ...]]]:
    """The exposures of a plan in which some weeks are off."""
    begins = START + timedelta(weeks=first - 1)
    ends = begins + timedelta(weeks=weeks, days=-1)
    scenario = read_text(SCENARIO.format(begins, ends), Path("off.yaml"))
    found = solve(scenario.problem, scenario.solver)
    assert isinstance(found, Planned)
    plan = prescribe(scenario.problem, found.plan)
    assert violations(scenario.problem, plan) == ()
    return scenario.problem, dict(exposures(scenario.problem, plan))


def hardness(problem: Problem, key: str, exposure: Exposure) -> tuple[int, int]:
    """The load of a set, and its reps, metres or seconds."""
    level = level_of(exposure.entry, exposure.loads)
    amount = amounts(exposure.entry)[problem.exercises[key].measure]
    assert level
    assert amount is not None
    return level.force, amount


@pytest.mark.parametrize(("first", "weeks"), [(10, 1), (9, 2), (8, 3)])
def test_the_peak_has_no_more_than_the_first_session_back(first: int, weeks: int) -> None:
    problem, found = back_from(first, weeks)
    back = first + weeks
    for key, exposed in found.items():
        after = [e for e in exposed if e.day.week >= back and e.day.phase is Phase.PEAK]
        doses = [hardness(problem, key, exposure) for exposure in after]
        assert all(dose <= doses[0] for dose in doses)
        exercise = problem.exercises[key]
        if after[0].entry.reps and after[0].entry.load_g:
            assert after[0].entry.reps >= exercise.low or doses[0][0] == after[0].loads[0].force


def test_a_week_off_stands_for_the_easier_week() -> None:
    problem, _ = back_from(6, 1)
    assert not any(week.deload for week in problem.weeks)


ILL = """
race_date: 2027-04-25
runs: {{week: {{{week}}}, weeks: {{16: {{sat: rest}}}}}}
athlete: {{experience: some, body_mass_kg: 75, sex: m}}
availability: {{ill: [{{from: {first}, to: 2027-02-09}}]}}
"""


@pytest.mark.parametrize("first", ["2027-02-03", "2027-02-05", "2027-02-08"])
@pytest.mark.parametrize(
    "week",
    [
        "mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery",
        "mon: rest, tue: workout, wed: easy, thu: easy, fri: rest, sat: easy, sun: long",
    ],
)
def test_who_was_ill_until_tuesday_begins_on_thursday(first: str, week: str) -> None:
    """Two days later, as between two sessions, and not on the day after the long run."""
    some = read_text(ILL.format(first=first, week=week), Path("ill.yaml"))
    found = solve(some.problem, some.solver)
    assert isinstance(found, Planned)
    ends = (date(2027, 2, 9) - START).days
    back = next(session.day for session in found.plan.sessions if session.day > ends)
    assert back == ends + 2
