"""A small session where one has to follow a speed workout."""

from __future__ import annotations

import random
from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Fix
from runtall.domain.where import OnDay, Violation
from runtall.rules.small_after_speed import SmallAfterSpeed
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import random_plan

FIXES = (Fix(SessionKind.D2, "tue", week=3),)
PROBLEM = problem(weeks=6, phases=(2, 1), changes={10: "tuneup"}, fixes=FIXES)
RULE = SmallAfterSpeed()


def session(day: int, kind: SessionKind, sets: int) -> Session:
    return Session(day, kind, (Entry(1, "one_arm_db_row", 1), Entry(2, "lat_pulldown", sets - 1)))


def declared(week: int) -> tuple[Relaxed, ...]:
    return (Relaxed(week, Relaxation.SPEED_DAY),)


def test_at_most_60_percent_of_half_of_16_sets() -> None:
    for sets, found in ((4, []), (5, ["5 sets, at most 4 allowed"])):
        plan = Plan((session(1, SessionKind.MERGED, sets),), relaxed=declared(1))
        assert [violation.found for violation in RULE.check(PROBLEM, plan)] == found
    light = Plan((session(1, SessionKind.LIGHT, 8),), relaxed=declared(1))
    assert not list(RULE.check(PROBLEM, light))


def test_a_fixed_session_stays_small() -> None:
    most = 60 * (PROBLEM.week(3).target_sets // 2) // 100
    assert not list(RULE.check(PROBLEM, Plan((session(15, SessionKind.D2, most),))))
    plan = Plan((session(15, SessionKind.D2, most + 1), session(15, SessionKind.D1, 2)))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation(
            "small-after-speed",
            OnDay(15, SessionKind.D2),
            f"{most + 1} sets, at most {most} allowed",
        ),
    ]


def test_without_a_declaration_it_is_silent() -> None:
    assert not list(RULE.check(PROBLEM, Plan((session(1, SessionKind.D1, 13),))))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, OnDay(1, SessionKind.D1)) == (
        "Tue 16 Mar has a workout: a session there has at most 4 sets."
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
