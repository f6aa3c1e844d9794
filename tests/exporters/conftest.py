"""One plan and what belongs to it."""

from __future__ import annotations

import pytest

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report, Stage
from runtall.domain.scenario import Publication, Scenario, SolverSettings
from runtall.domain.tier import Tier
from tests.exporters.samples import decide, timed_problem


@pytest.fixture(scope="session")
def problem() -> Problem:
    return timed_problem()


@pytest.fixture(scope="session")
def plan(problem: Problem) -> Plan:
    return decide(problem)


@pytest.fixture(scope="session")
def publication() -> Publication:
    return Publication("Upper body \u2014 London", "spring-2027", "Europe/London")


@pytest.fixture(scope="session")
def report() -> Report:
    return Report(
        status="OPTIMAL",
        stages=(
            Stage(Tier.PLACEMENT, 22, 22, "OPTIMAL", 0.25),
            Stage(Tier.DOSE, -3, -3, "OPTIMAL", 0.5),
        ),
        costs={"next-day": 20, "fresh-for-long-run": 2},
        parameters={"num_workers": 1, "random_seed": 0, "max_time_in_seconds": 30.0},
        versions={"runtall": "0.1.0"},
        seconds=1.25,
    )


@pytest.fixture(scope="session")
def scenario(problem: Problem, publication: Publication) -> Scenario:
    return Scenario(
        problem=problem,
        publication=publication,
        solver=SolverSettings(),
        normalised={"race_date": "2027-04-25", "weeks": 16},
        sha256="0" * 64,
    )
