"""The first days after an illness."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.request import Access
from runtall.domain.where import OnDay
from runtall.rules.after_illness import AfterIllness
from tests.problems import problem
from tests.rules.by_hand import found, twins

ACCESS = [Access() for _ in range(42)]
ACCESS[7] = ACCESS[8] = Access(free=False, ill=True)
ACCESS[9] = ACCESS[10] = Access(recovering=True)
PROBLEM = problem(weeks=6, phases=(2, 1), access=tuple(ACCESS))
RULE = AfterIllness()


def test_days_too_soon_after_have_neither_and_the_next_may() -> None:
    late = Plan((Session(10, SessionKind.VERY_LIGHT, ()),), mobility=(9,))
    assert found(PROBLEM, RULE, late) == ["mobility", "very_light session"]
    assert found(PROBLEM, RULE, Plan((Session(11, SessionKind.D1, ()),), mobility=(11,))) == []


def test_days_of_illness_are_days_off_and_those_after_are_not_trainable() -> None:
    assert [PROBLEM.days[day].free for day in (6, 7, 8, 9)] == [True, False, False, True]
    assert not any(PROBLEM.days[day].is_open for day in (7, 8, 9, 10))
    assert PROBLEM.days[11].is_open


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(10)) == (
        "Thu 25 Mar is too soon after the illness: 48 hours, five days where there was a fever."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
