"""The day before a tune-up race."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.where import OnDay, Violation
from runtall.rules.tuneup_eve import TuneupEve
from tests.problems import problem
from tests.rules.by_hand import twins

PROBLEM = problem(
    weeks=6, phases=(2, 1), changes={5: "tuneup=10", 18: "tuneup=21", 24: "tuneup=10"}
)
FRESH = problem(weeks=6, changes={18: "tuneup"}, athlete=Athlete(posture_sags=False))
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


@pytest.mark.parametrize(
    ("kind", "fits"), [(SessionKind.LIGHT, False), (SessionKind.VERY_LIGHT, True)]
)
def test_before_a_long_one_only_a_very_light_session(kind: SessionKind, fits: bool) -> None:
    plan = Plan((Session(17, kind, ()),))
    for asked in (PROBLEM, FRESH):
        assert [v.found for v in RULE.check(asked, plan)] == ([] if fits else ["light session"])


@pytest.mark.parametrize(
    ("length", "long"), [("tuneup", True), ("tuneup=15", True), ("tuneup=14", False)]
)
def test_from_15_km_on_or_of_unknown_length_it_is_a_long_one(length: str, long: bool) -> None:
    asked = problem(weeks=6, changes={18: length})
    assert asked.days[18].far == asked.days[17].eve_of_long_run == long
    assert asked.week(3).tuneup == long
    assert asked.days[18].option == ("" if long else "C")
    assert (asked.days[19].since_long == 1) == long


def test_an_hour_is_long_too() -> None:
    assert Run(RunKind.TUNEUP, distance_m=12_000, minutes=60).far
    assert not Run(RunKind.TUNEUP, minutes=59).far


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(4))
        == "Fri 19 Mar is the day before a tune-up race: a light session at most."
    )
    assert (
        RULE.say(PROBLEM, OnDay(17))
        == "Thu 1 Apr is the day before a long tune-up race: a very light session at most."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, FRESH], 60)
