"""Days off and days without time."""

from __future__ import annotations

from datetime import time

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.request import Access
from runtall.domain.where import OnDay, Violation
from runtall.rules.availability import Availability
from tests.problems import problem
from tests.rules.by_hand import twins

ACCESS = [Access() for _ in range(42)]
ACCESS[2] = Access(free=False)
ACCESS[16] = Access(free=False)
ACCESS[7] = Access(opens=time(18), closes=time(18))
ACCESS[8] = Access(opens=time(18), closes=time(18, 1))
PROBLEM = problem(weeks=6, phases=(2, 1), access=tuple(ACCESS))
RULE = Availability()


def test_a_day_off_has_neither() -> None:
    plan = Plan((Session(2, SessionKind.VERY_LIGHT, ()),), mobility=(2,))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("availability", OnDay(2), "very_light session"),
        Violation("availability", OnDay(2), "mobility"),
    ]


def test_a_day_without_time_has_no_session() -> None:
    plan = Plan((Session(7, SessionKind.D1, ()), Session(8, SessionKind.D2, ())), mobility=(7, 8))
    assert list(RULE.check(PROBLEM, plan)) == [Violation("availability", OnDay(7), "D1 session")]


def test_other_days_are_open() -> None:
    plan = Plan(
        (Session(0, SessionKind.D1, ()), Session(9, SessionKind.D2, ())), mobility=(0, 9, 400)
    )
    assert not list(RULE.check(PROBLEM, plan))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(2)) == "Wed 17 Mar is a day off."
    assert RULE.say(PROBLEM, OnDay(7)) == "Mon 22 Mar leaves no time for a session."


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
