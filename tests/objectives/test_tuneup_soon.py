from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.tuneup_soon import TuneupSoon
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1), changes={12: "tuneup"})

SHORT = problem(weeks=6, phases=(2, 1), changes={12: "tuneup=14"})


@pytest.mark.parametrize(
    ("day", "kind", "cost"),
    [
        (10, SessionKind.D2, 24),
        (10, SessionKind.LIGHT, 0),
        (9, SessionKind.D2, 0),
        (11, SessionKind.D2, 0),
        (3, SessionKind.D2, 0),
    ],
)
def test_edge(day: int, kind: SessionKind, cost: int) -> None:
    assert TuneupSoon().value(PROBLEM, plan_of(session(PROBLEM, day, kind))) == cost


@pytest.mark.parametrize(("day", "cost"), [(9, 0), (10, 24), (11, 0)])
def test_a_short_one_costs_as_much(day: int, cost: int) -> None:
    assert TuneupSoon().value(SHORT, plan_of(session(SHORT, day, SessionKind.D2))) == cost


def test_off() -> None:
    off = problem(weeks=6, changes={12: "tuneup"}, off=frozenset({"tuneup-soon"}))
    assert switched_off(off, TuneupSoon(), plan_of(session(off, 10, SessionKind.D2)))


def test_twin() -> None:
    for asked in (PROBLEM, SHORT):
        agree(asked, TuneupSoon(), plans=12)
