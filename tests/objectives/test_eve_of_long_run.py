from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.objectives.eve_of_long_run import EveOfLongRun
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

FIRM = Athlete(posture_sags=False)
PROBLEM = problem(weeks=6, phases=(2, 1), athlete=FIRM)


@pytest.mark.parametrize(
    ("day", "kind", "cost"),
    [
        (4, SessionKind.D2, 40),
        (4, SessionKind.LIGHT, 0),
        (4, SessionKind.VERY_LIGHT, 0),
        (3, SessionKind.D2, 0),
    ],
)
def test_edge(day: int, kind: SessionKind, cost: int) -> None:
    assert EveOfLongRun().value(PROBLEM, plan_of(session(PROBLEM, day, kind))) == cost


def test_the_hard_rule_speaks_where_the_posture_sags() -> None:
    sags = problem(weeks=6, phases=(2, 1))
    assert EveOfLongRun().value(sags, plan_of(session(sags, 4, SessionKind.D2))) == 0


def test_off() -> None:
    off = problem(weeks=6, athlete=FIRM, off=frozenset({"eve-of-long-run"}))
    assert switched_off(off, EveOfLongRun(), plan_of(session(off, 4, SessionKind.D2)))


def test_twin() -> None:
    agree(PROBLEM, EveOfLongRun())
