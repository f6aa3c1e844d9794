"""A session after a speed workout."""

from __future__ import annotations

import random
from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Fix
from runtall.domain.where import OnDay, Violation
from runtall.rules.speed_day import SpeedDay
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import random_plan

FIXES = (Fix(SessionKind.D2, "tue", week=3),)
PROBLEM = problem(weeks=6, phases=(2, 1), changes={10: "tuneup"}, fixes=FIXES)
RULE = SpeedDay()


def session(day: int, kind: SessionKind, sets: int) -> Session:
    return Session(day, kind, (Entry(1, "one_arm_db_row", 1), Entry(2, "lat_pulldown", sets - 1)))


def declared(week: int) -> tuple[Relaxed, ...]:
    return (Relaxed(week, Relaxation.SPEED_DAY),)


def test_other_days_are_free() -> None:
    assert PROBLEM.week(1).target_sets == 16
    plan = Plan((session(0, SessionKind.D1, 9), session(3, SessionKind.D2, 9)))
    assert not list(RULE.check(PROBLEM, plan))


def test_it_takes_a_declaration() -> None:
    plan = Plan(
        (session(1, SessionKind.D1, 4), session(10, SessionKind.LIGHT, 3)), relaxed=declared(1)
    )
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("speed-day", OnDay(10, SessionKind.LIGHT), "light session")
    ]
    assert not list(RULE.check(PROBLEM, replace(plan, relaxed=declared(1) + declared(2))))


def test_a_fixed_session_needs_none() -> None:
    plan = Plan((session(15, SessionKind.D2, 9), session(15, SessionKind.D1, 2)))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("speed-day", OnDay(15, SessionKind.D1), "D1 session")
    ]


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, OnDay(1, SessionKind.D1))
        == "Tue 16 Mar has a workout: no session, or where nothing else is left one of at "
        "most 4 sets."
    )
    assert (
        RULE.say(PROBLEM, OnDay(10, SessionKind.LIGHT))
        == "Thu 25 Mar has a tune-up: no session, or where nothing else is left a light one."
    )


def on_speed_days(asked: Problem, rng: random.Random) -> Plan:
    """The plan with some sessions moved to days of option C, declared and cut or not."""
    plan = random_plan(asked, rng)
    sessions = []
    for session in plan.sessions:
        week = PROBLEM.week(session.day // 7 + 1)
        moved, entries = session.day, session.entries
        if rng.random() < 0.15:
            moved = next((d for d in week.days if PROBLEM.days[d].option == "C"), moved)
            entries = entries[: rng.randint(1, 3)]
        sessions.append(replace(session, day=moved, entries=entries))
    weeks = [week.number for week in PROBLEM.weeks if rng.random() < 0.7]
    return replace(
        plan, sessions=tuple(sessions), relaxed=tuple(r for w in weeks for r in declared(w))
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60, on_speed_days)
