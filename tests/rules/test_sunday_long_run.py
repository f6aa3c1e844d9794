"""The days before a long run on a Sunday."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.where import OnDay, Violation
from runtall.rules.sunday_long_run import SundayLongRun
from tests.problems import problem
from tests.rules.by_hand import twins

WEEK = "rest easy workout easy easy? rest long"
PROBLEM = problem(WEEK, weeks=6, phases=(2, 1), changes={12: "long", 13: "easy"})
RULE = SundayLongRun()


@pytest.mark.parametrize("kind", [SessionKind.D1, SessionKind.MERGED, SessionKind.LIGHT])
@pytest.mark.parametrize("day", [4, 5])
def test_friday_and_saturday_are_closed(day: int, kind: SessionKind) -> None:
    plan = Plan((Session(day, kind, ()),))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("sunday-long-run", OnDay(day), f"{kind} session")
    ]


def test_thursday_is_open_and_a_very_light_session_always() -> None:
    plan = Plan((Session(3, SessionKind.D2, ()), Session(4, SessionKind.VERY_LIGHT, ())))
    assert not list(RULE.check(PROBLEM, plan))


@pytest.mark.parametrize("day", [10, 11, 39, 40])
def test_only_before_a_long_run_on_a_sunday(day: int) -> None:
    assert not list(RULE.check(PROBLEM, Plan((Session(day, SessionKind.D1, ()),))))


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(4))
        == "Fri 19 Mar: with the long run on Sunday, Thursday is the last day for a session "
        "that is more than very light."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
