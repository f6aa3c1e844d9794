"""The day before a tune-up race."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.where import OnDay, Violation
from runtall.rules.tuneup_eve import TuneupEve
from tests.problems import problem
from tests.rules.by_hand import twins

PROBLEM = problem(weeks=6, phases=(2, 1), changes={5: "tuneup", 18: "tuneup", 24: "tuneup"})
RULE = TuneupEve()


@pytest.mark.parametrize("kind", [SessionKind.D1, SessionKind.D2, SessionKind.MERGED])
def test_no_heavy_session_on_the_eve(kind: SessionKind) -> None:
    plan = Plan((Session(4, kind, ()),))
    assert list(RULE.check(PROBLEM, plan)) == [Violation("tuneup-eve", OnDay(4), f"{kind} session")]


def test_light_ones_and_other_days_are_free() -> None:
    plan = Plan(
        (
            Session(3, SessionKind.D1, ()),
            Session(4, SessionKind.LIGHT, ()),
            Session(11, SessionKind.D2, ()),
            Session(17, SessionKind.VERY_LIGHT, ()),
        )
    )
    assert not list(RULE.check(PROBLEM, plan))


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(4))
        == "Fri 19 Mar is the day before a tune-up race: a light session at most."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
