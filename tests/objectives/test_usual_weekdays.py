from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.objectives.usual_weekdays import UsualWeekdays
from tests.objectives.plans import agree, pairs, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))
MON, TUE, WED, THU = range(4)


@pytest.mark.parametrize(
    ("days", "cost"),
    [
        ((0, 3, 7, 10, 14, 17), 0),
        ((0, 3, 7, 9, 14, 17), 8),  # a lone exception
        ((0, 3, 7, 9, 14, 16), 8),  # as many on Wednesday as on Thursday, and one too many
        ((1, 3, 7, 9, 14, 18), 24),
        ((0, 7, 14, 22), 0),  # two usual weekdays, whether or not a week has two sessions
        ((0, 3, 36), 0),  # the taper counts for nothing
        ((0, 3, 5), 0),  # nor does a long run's day
    ],
)
def test_edge(days: tuple[int, ...], cost: int) -> None:
    plan = plan_of(*(session(PROBLEM, day, SessionKind.D1) for day in days))
    assert UsualWeekdays().value(PROBLEM, plan) == cost


def test_a_moved_week_pays_once_and_its_neighbours_nothing() -> None:
    usual = (
        pairs(PROBLEM, MON, THU, range(1, 3)).sessions
        + pairs(PROBLEM, MON, THU, range(4, 6)).sessions
    )
    other = pairs(PROBLEM, TUE, WED, range(3, 4)).sessions
    assert UsualWeekdays().value(PROBLEM, plan_of(*usual, *other)) == 16


def test_one_usual_weekday_for_one_session_a_week() -> None:
    some = problem(weeks=6, base_sessions=1)
    plan = plan_of(*(session(some, day, SessionKind.MERGED) for day in (0, 7, 15)))
    assert UsualWeekdays().value(some, plan) == 8


def test_weight_and_off() -> None:
    plan = plan_of(*(session(PROBLEM, day, SessionKind.D1) for day in (0, 8, 16)))
    assert UsualWeekdays().value(problem(weeks=6, weights={"usual-weekdays": 3}), plan) == 3
    off = problem(weeks=6, off=frozenset({"usual-weekdays"}))
    assert switched_off(off, UsualWeekdays(), plan)


def test_twin() -> None:
    agree(PROBLEM, UsualWeekdays())
