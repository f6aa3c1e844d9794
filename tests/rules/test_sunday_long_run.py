"""The days before a long run on a Sunday."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.where import InWeek, OnDay, Violation
from runtall.rules.sunday_long_run import SundayLongRun
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible

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


@pytest.mark.parametrize(("day", "fits"), [(4, True), (2, False), (5, False)])
def test_a_very_light_session_that_is_declared_is_on_friday(day: int, fits: bool) -> None:
    used = (Relaxed(1, Relaxation.BEFORE_SUNDAY),)
    row = (Entry(1, "one_arm_db_row", 1),)
    plan = Plan((Session(day, SessionKind.VERY_LIGHT, row),), relaxed=used)
    faults = [] if fits else ["very_light session on another day"]
    assert [violation.found for violation in RULE.check(PROBLEM, plan)] == faults
    assert feasible(PROBLEM, RULE, plan) == fits


def test_sentence_of_a_very_light_session() -> None:
    assert RULE.say(PROBLEM, InWeek(2)) == (
        "Week 2: the very light session before Sunday's long run is Friday's."
    )
