from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.fresh_for_long_run import FreshForLongRun
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


@pytest.mark.parametrize(
    ("day", "kind", "cost"),
    [
        (3, SessionKind.D2, 6),
        (10, SessionKind.D1, 6),
        (17, SessionKind.D2, 2),
        (17, SessionKind.LIGHT, 0),
        (16, SessionKind.D2, 0),  # three days before
        (18, SessionKind.D2, 0),  # the eve is a matter of rest-before-long-run
    ],
)
def test_edge(day: int, kind: SessionKind, cost: int) -> None:
    assert FreshForLongRun().value(PROBLEM, plan_of(session(PROBLEM, day, kind))) == cost


@pytest.mark.parametrize(("length", "cost"), [("tuneup=10", 0), ("tuneup=21", 2)])
def test_a_long_tuneup_counts_as_a_long_run(length: str, cost: int) -> None:
    asked = problem(weeks=6, phases=(2, 1), changes={22: length})
    plan = plan_of(session(asked, 20, SessionKind.D1))
    assert FreshForLongRun().value(asked, plan) == cost


def test_the_race_is_no_long_run() -> None:
    race = PROBLEM.request.calendar.race_day
    plan = plan_of(session(PROBLEM, race - 2, SessionKind.D1))
    assert PROBLEM.days[race - 2].to_long == 1  # Saturday's, which the sample week has
    rest = problem(weeks=6, phases=(2, 1), changes={race - 1: "rest"})
    assert rest.days[race - 2].to_long == 2
    assert FreshForLongRun().value(rest, plan) == 0


def test_weight_and_off() -> None:
    plan = plan_of(session(PROBLEM, 3, SessionKind.D2), session(PROBLEM, 17, SessionKind.D2))
    assert FreshForLongRun().value(problem(weeks=6, weights={"fresh-for-long-run": 1}), plan) == 4
    assert switched_off(
        problem(weeks=6, off=frozenset({"fresh-for-long-run"})), FreshForLongRun(), plan
    )


def test_twin() -> None:
    agree(PROBLEM, FreshForLongRun())
