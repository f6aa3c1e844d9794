from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
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


OFF = problem(
    weeks=12, phases=(2, 1), access=[Access(free=day not in {7, 16, 63}) for day in range(84)]
)
"""The Mondays of weeks 2 and 10 are off, and the Wednesday of week 3; 10 and 11 are peak weeks."""


def without_second(some: Problem, *weeks: int) -> Plan:
    """Monday and Thursday, but one session on Thursday in some weeks."""
    days = [7 * week + day for week in range(11) for day in (MON, THU)]
    held = [day for day in days if day // 7 + 1 not in weeks or day % 7 == THU]
    relaxed = tuple(Relaxed(week, Relaxation.SINGLE) for week in weeks)
    return Plan(tuple(session(some, day, SessionKind.D1) for day in held), (), relaxed)


@pytest.mark.parametrize(
    ("weeks", "cost"),
    [
        ((2,), 0),  # the Monday off takes a usual day
        ((3,), 35),  # the Wednesday off takes none
        ((2, 3, 10), 35),
        ((4,), 0),  # all days are there: the price is whole as it is
    ],
)
def test_a_day_off_counts_only_where_a_session_would_lie(weeks: tuple[int, ...], cost: int) -> None:
    assert UsualWeekdays().value(OFF, without_second(OFF, *weeks)) == cost


def test_in_the_peak_the_rest_of_the_price_is_less() -> None:
    some = problem(weeks=12, phases=(2, 1), access=[Access(free=day != 65) for day in range(84)])
    assert UsualWeekdays().value(some, without_second(some, 10)) == 15


def test_the_price_follows_the_weight_of_what_is_given_up() -> None:
    some = problem(
        weeks=12, access=OFF.request.access, weights={"relaxations": 2, "usual-weekdays": 50}
    )
    assert UsualWeekdays().value(some, without_second(some, 3)) == 70


def test_twin() -> None:
    agree(PROBLEM, UsualWeekdays())
    agree(OFF, UsualWeekdays())
