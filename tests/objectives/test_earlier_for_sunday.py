from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.earlier_for_sunday import EarlierForSunday
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem("easy workout easy easy rest easy long", weeks=6, phases=(2, 1))


@pytest.mark.parametrize(
    ("day", "kind", "cost"),
    [
        (3, SessionKind.D2, 3),
        (3, SessionKind.LIGHT, 3),
        (3, SessionKind.VERY_LIGHT, 0),
        (2, SessionKind.D2, 0),
        (4, SessionKind.D2, 0),
    ],
)
def test_edge(day: int, kind: SessionKind, cost: int) -> None:
    assert EarlierForSunday().value(PROBLEM, plan_of(session(PROBLEM, day, kind))) == cost


def test_only_before_a_sunday() -> None:
    saturday = problem(weeks=6, phases=(2, 1))
    plan = plan_of(*(session(saturday, day, SessionKind.D1) for day in range(7)))
    assert EarlierForSunday().value(saturday, plan) == 0


def test_the_race_is_no_long_run() -> None:
    thursday = PROBLEM.request.calendar.race_day - 3
    assert PROBLEM.days[thursday].to_long == 3
    assert (
        EarlierForSunday().value(PROBLEM, plan_of(session(PROBLEM, thursday, SessionKind.LIGHT)))
        == 0
    )


def test_off() -> None:
    off = problem(
        "easy workout easy easy rest easy long", weeks=6, off=frozenset({"earlier-for-sunday"})
    )
    assert switched_off(off, EarlierForSunday(), plan_of(session(off, 3, SessionKind.D2)))


def test_twin() -> None:
    agree(PROBLEM, EarlierForSunday())
