"""The day before the long run."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.where import OnDay, Violation
from runtall.rules.rest_before_long_run import RestBeforeLongRun
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible, random_plan

PROBLEM = problem(weeks=6, phases=(2, 1))
UPRIGHT = problem(weeks=6, phases=(2, 1), athlete=Athlete(posture_sags=False))
DECLARED = (Relaxed(1, Relaxation.LONG_RUN_EVE),)
RULE = RestBeforeLongRun()


@pytest.mark.parametrize(
    "kind", [SessionKind.D1, SessionKind.D2, SessionKind.MERGED, SessionKind.LIGHT]
)
@pytest.mark.parametrize("relaxed", [(), DECLARED])
def test_no_session_on_the_eve(kind: SessionKind, relaxed: tuple[Relaxed, ...]) -> None:
    plan = Plan((Session(4, kind, ()),), relaxed=relaxed)
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("rest-before-long-run", OnDay(4), f"{kind} session")
    ]


def test_a_very_light_one_must_be_declared_for_its_week() -> None:
    plan = Plan((Session(4, SessionKind.VERY_LIGHT, ()),))
    found = [Violation("rest-before-long-run", OnDay(4), "very_light session")]
    assert list(RULE.check(PROBLEM, plan)) == found
    other_week = (Relaxed(2, Relaxation.LONG_RUN_EVE),)
    assert list(RULE.check(PROBLEM, replace(plan, relaxed=other_week))) == found
    assert not list(RULE.check(PROBLEM, replace(plan, relaxed=DECLARED)))


def test_a_long_tuneup_counts_as_a_long_run() -> None:
    asked = problem(weeks=6, phases=(2, 1), changes={9: "tuneup=21", 16: "tuneup=10"})
    plan = Plan((Session(8, SessionKind.LIGHT, ()), Session(15, SessionKind.LIGHT, ())))
    assert [violation.where for violation in RULE.check(asked, plan)] == [OnDay(8)]
    assert RULE.say(asked, OnDay(8)) == (
        "Tue 23 Mar is the day before a long tune-up race: no session, or as a last resort a very "
        "light one."
    )


def test_other_days_are_free() -> None:
    plan = Plan(
        (
            Session(3, SessionKind.D1, ()),
            Session(5, SessionKind.D2, ()),
            Session(40, SessionKind.D1, ()),
        )
    )
    assert not list(RULE.check(PROBLEM, plan))


def test_an_upright_runner_is_left_to_the_soft_rule() -> None:
    plan = Plan((Session(4, SessionKind.D1, ()),))
    assert not list(RULE.check(UPRIGHT, plan))
    assert feasible(UPRIGHT, RULE, random_plan(UPRIGHT, random.Random(1)))


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(4))
        == "Fri 19 Mar is the day before the long run: no session, or as a last resort a very "
        "light one."
    )


def lighter_eves(asked: Problem, rng: random.Random) -> Plan:
    """The plan with most sessions on an eve made very light, declared or not."""
    plan = random_plan(asked, rng)
    sessions = []
    for session in plan.sessions:
        week = plan.in_week(session.day // 7 + 1)
        light = any(other.kind is SessionKind.VERY_LIGHT for other in week)
        if PROBLEM.days[session.day].eve_of_long_run and not light and rng.random() < 0.8:
            session = replace(session, kind=SessionKind.VERY_LIGHT, entries=())
        sessions.append(session)
    kinds = [(session.day // 7, session.kind) for session in sessions]
    weeks = [week.number for week in PROBLEM.weeks if rng.random() < 0.7]
    declared = tuple(Relaxed(week, Relaxation.LONG_RUN_EVE) for week in weeks)
    if len(set(kinds)) < len(kinds):
        return replace(plan, relaxed=declared)
    return replace(plan, sessions=tuple(sessions), relaxed=declared)


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60, lighter_eves)
