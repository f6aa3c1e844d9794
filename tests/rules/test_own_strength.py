"""Room for the runner's own strength sessions."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.plan import Plan
from runtall.domain.where import OnDay
from runtall.rules.own_strength import OwnStrength
from tests.problems import problem
from tests.rules.by_hand import found, session, survives, twins

GYM, LEGS = OwnSession("Gym: upper body", counts=True), OwnSession("Gym: legs", counts=False)
OWN = {8: (GYM,), 16: (LEGS,), 23: (LEGS, GYM)}
PROBLEM = problem(weeks=6, phases=(2, 1), own=tuple(OWN.get(day, ()) for day in range(42)))
RULE = OwnStrength()


def said(day: int) -> list[str]:
    return found(PROBLEM, RULE, Plan((session(PROBLEM, day, SessionKind.MERGED, [1] * 5),)))


def test_its_day_and_the_days_next_to_it_are_kept_free() -> None:
    assert [day for day in range(5, 12) if said(day)] == [7, 8, 9]
    assert said(8) == ["merged session"]


def test_legs_take_no_more_than_their_day() -> None:
    assert [day for day in range(14, 19) if said(day)] == [16]


def test_mobility_stays() -> None:
    assert not found(PROBLEM, RULE, Plan((), mobility=(7, 8, 9, 16)))


def test_sentences_call_it_by_its_name() -> None:
    assert RULE.say(PROBLEM, OnDay(8)) == (
        'Tue 23 Mar has "Gym: upper body" of your own: no session.'
    )
    assert RULE.say(PROBLEM, OnDay(23)) == (
        'Wed 7 Apr has "Gym: legs" and "Gym: upper body" of your own: no session.'
    )
    assert RULE.say(PROBLEM, OnDay(9)) == (
        'Wed 24 Mar is next to "Gym: upper body" of your own: no session within 48 hours.'
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
