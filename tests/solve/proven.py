"""Plans as a runner gets them: proven, with their doses, and without a violation."""

from __future__ import annotations

from runtall.check.violations import violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.scenario import Scenario
from runtall.progression.dose import prescribe
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve


def proven_plan(scenario: Scenario) -> tuple[Problem, Plan]:
    """The problem of a scenario, and its best plan."""
    outcome = solve(scenario.problem, scenario.solver)
    assert isinstance(outcome, Planned)
    assert outcome.report.status == "OPTIMAL"
    plan = prescribe(scenario.problem, outcome.plan)
    assert violations(scenario.problem, plan) == ()
    return scenario.problem, plan
