"""Which days a session may lie on."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import OnDay, Violation
from runtall.rules.session_days import SessionDays
from tests.problems import problem
from tests.rules.by_hand import twins

PROBLEM = problem(weeks=6, phases=(2, 1), race_date=date(2027, 4, 23))
RULE = SessionDays()
RACE = PROBLEM.request.calendar.race_day


@pytest.mark.parametrize(("day", "option"), [(0, "A"), (1, "C"), (6, "A"), (8, ""), (RACE - 1, "")])
def test_days_with_an_option(day: int, option: str) -> None:
    assert not list(RULE.check(PROBLEM, Plan((Session(day, SessionKind.D1, (), option=option),))))


@pytest.mark.parametrize("day", [5, 12, RACE, RACE + 1])
def test_days_without_one(day: int) -> None:
    plan = Plan((Session(day, SessionKind.VERY_LIGHT, (Entry(1, "push_up", 1),)),))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("session-days", OnDay(day), "very_light session")
    ]


@pytest.mark.parametrize("day", [-1, 42, 400])
def test_outside_the_calendar(day: int) -> None:
    (violation,) = RULE.check(PROBLEM, Plan((Session(day, SessionKind.D1, ()),)))
    assert violation == Violation("session-days", OnDay(day), "D1 session outside the calendar")
    assert (
        RULE.say(PROBLEM, violation.where)
        == "A session lies between the first day of week 1 and the race."
    )


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (5, "Sat 20 Mar has the long run: no session."),
        (RACE, "Fri 23 Apr has the race: no session."),
        (RACE + 1, "Sat 24 Apr comes after the race: no session."),
    ],
)
def test_sentence(day: int, sentence: str) -> None:
    assert RULE.say(PROBLEM, OnDay(day)) == sentence


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
