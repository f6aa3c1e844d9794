"""Days off and days without time."""

from __future__ import annotations

from datetime import time

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.request import Access
from runtall.domain.where import OnDay, Violation
from runtall.rules.availability import Availability
from tests.problems import problem
from tests.rules.by_hand import found, twins

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
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("availability", OnDay(7), "D1 session"),
        Violation("availability", OnDay(8), "D2 session"),
    ]


def test_a_day_is_open_from_the_shortest_session_of_the_kind_on() -> None:
    access = [Access() for _ in range(42)]
    access[0], access[7], access[35] = (Access(minutes=minutes) for minutes in (10, 9, 13))
    asked = problem(weeks=6, phases=(2, 1), access=tuple(access))
    # Two sessions share the patterns; one alone has all four, and the taper has mobility.
    for day, kind, fits in [
        (0, SessionKind.D1, True),
        (0, SessionKind.MERGED, False),
        (7, SessionKind.D2, False),
        (7, SessionKind.LIGHT, True),
        (35, SessionKind.VERY_LIGHT, True),
    ]:
        said = found(asked, RULE, Plan((Session(day, kind, ()),)))
        assert (not said) == fits, (day, kind)


def test_days_before_the_plan_starts_have_neither() -> None:
    late = problem(weeks=6, phases=(2, 1), starts=9)
    plan = Plan((Session(8, SessionKind.LIGHT, ()), Session(9, SessionKind.D1, ())), mobility=(8,))
    assert found(late, RULE, plan) == ["light session", "mobility"]
    assert RULE.say(late, OnDay(8)) == "Tue 23 Mar lies before the plan starts."
    twins(RULE, [late], 60)


def test_other_days_are_open() -> None:
    plan = Plan(
        (Session(0, SessionKind.D1, ()), Session(9, SessionKind.D2, ())), mobility=(0, 9, 400)
    )
    assert not list(RULE.check(PROBLEM, plan))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(2)) == "Wed 17 Mar is a day off."
    assert RULE.say(PROBLEM, OnDay(7)) == "Mon 22 Mar leaves no time for a session."
    assert RULE.say(PROBLEM, OnDay(8)) == (
        "Tue 23 Mar leaves 1 min, and the shortest session of its week takes 10."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
