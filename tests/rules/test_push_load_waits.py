"""Pushing takes no step of load while pulling shrinks."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.progression.exposures.holding import pulls_fall
from runtall.rules.push_load_waits import PushLoadWaits
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives
from tests.rules.dosed import ASKED, GOOD, edited, entry, said

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = PushLoadWaits()


def test_no_load_step_for_a_push_while_pulls_fall() -> None:
    assert not said(RULE, GOOD)
    assert entry(GOOD, 7, SessionKind.D2, 2).method == "load"
    fewer = edited(GOOD, 7, SessionKind.D1, 1, sets=1)
    words = "dumbbell bench press: more load, fewer pull sets"
    assert said(RULE, fewer) == [words]
    assert not said(RULE, prescribe(ASKED, fewer))


def test_sets_of_a_very_light_session_are_no_pulls_that_fall() -> None:
    row = (Entry(1, "one_arm_db_row", 2),)
    light = Session(4, SessionKind.VERY_LIGHT, row)
    two, one = (Session(day, SessionKind.MERGED, row) for day in (0, 7))
    assert not pulls_fall(PROBLEM, Plan((two, light, one)), 2)
    assert pulls_fall(PROBLEM, Plan((two, replace(two, day=3), one)), 2)


def test_without_doses_nothing_is_asked() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {SessionKind.D1: [3, 3, 2, 3, 2]}}))


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(10, SessionKind.D2, 2)) == (
        "Week 10, D2 session: a push takes no more load while the week has fewer pull sets than "
        "the one before."
    )


def test_any_file() -> None:
    survives(RULE, PROBLEM)
