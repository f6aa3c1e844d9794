"""Trips on which weeks can't hold what the days alone would choose are proven all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.check.violations import violations
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.domain.scenario import SolverSettings
from runtall.model.build import build
from runtall.model.scope import NOTHING_FIXED, Fixed, Scope
from runtall.scenario import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from runtall.solve.refusals import refused_by_weeks
from runtall.solve.run import Budget
from tests.solve.shipped import path_of

NOTHING = "{from: 2027-02-15, to: 2027-02-21, equipment: {}}"
TWO_WEEKS = "{from: 2027-02-16, to: 2027-03-02, equipment: {}}"
IN_RACE_WEEK = "{from: 2027-04-19, to: 2027-04-25, equipment: {}}"
HEAVY = "{from: 2027-02-17, to: 2027-02-23, equipment: {dumbbells_kg: [30]}}"


def away(*trips: str) -> Problem:
    text = path_of("sample-week").read_text("utf-8")
    availability = f"availability: {{away: [{', '.join(trips)}]}}\n"
    return read_text(text + availability, Path("away.yaml")).problem


@pytest.mark.parametrize("trip", [NOTHING, TWO_WEEKS, IN_RACE_WEEK, HEAVY])
def test_proven_in_a_small_part_of_the_default_effort(trip: str) -> None:
    problem = away(trip)
    outcome = solve(problem, SolverSettings(effort=3.0))
    assert isinstance(outcome, Planned)
    assert outcome.report.status == "OPTIMAL"
    assert violations(problem, outcome.plan) == ()


@pytest.mark.parametrize("trip", [NOTHING, TWO_WEEKS])
def test_what_a_week_refuses_no_plan_has(trip: str) -> None:
    """The first are given to the whole model, with all rules and everything open."""
    problem = away(trip)
    closed = refused_by_weeks(problem, Budget(SolverSettings()), NOTHING_FIXED)
    refused = [*closed.never, *({key: 1} for key, value in closed.sessions.items() if not value)]
    assert refused
    for together in (*refused[:2], refused[-1]):
        sessions = {key: value for key, value in together.items() if isinstance(key[0], int)}
        relaxed = {key: value for key, value in together.items() if isinstance(key[0], Relaxation)}
        whole = build(problem, Scope.RELAXED, fixed=Fixed(sessions, relaxed))  # type: ignore[arg-type]
        assert Budget(SolverSettings()).solve(whole.model).infeasible


@pytest.mark.parametrize("trip", [NOTHING, TWO_WEEKS, HEAVY])
def test_what_was_refused_once_is_not_refused_again(trip: str) -> None:
    """Else the days would be chosen again and again where the sets need other ones."""
    problem = away(trip)
    closed = refused_by_weeks(problem, Budget(SolverSettings()), NOTHING_FIXED)
    assert refused_by_weeks(problem, Budget(SolverSettings()), closed) == closed


def test_a_trip_with_bands_refuses_nothing() -> None:
    problem = away("{from: 2027-02-15, to: 2027-02-21, equipment: {bands: true}}")
    assert refused_by_weeks(problem, Budget(SolverSettings()), NOTHING_FIXED) == NOTHING_FIXED
