"""Plans with sessions after speed workouts, for the rules about their days and their sets."""

from __future__ import annotations

import random
from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Fix
from tests.problems import problem
from tests.twin import random_plan

FIXES = (Fix(SessionKind.D2, "tue", week=3),)
PROBLEM = problem(weeks=6, phases=(2, 1), changes={10: "workout"}, fixes=FIXES)


def session(day: int, kind: SessionKind, sets: int) -> Session:
    return Session(day, kind, (Entry(1, "one_arm_db_row", 1), Entry(2, "lat_pulldown", sets - 1)))


def declared(week: int) -> tuple[Relaxed, ...]:
    return (Relaxed(week, Relaxation.SPEED_DAY),)


def on_speed_days(asked: Problem, rng: random.Random) -> Plan:
    """A plan with some sessions moved to days of option C, declared and cut or not."""
    plan = random_plan(asked, rng)
    sessions = []
    for session in plan.sessions:
        week = asked.week(session.day // 7 + 1)
        moved, entries = session.day, session.entries
        if rng.random() < 0.15:
            moved = next((d for d in week.days if asked.days[d].option == "C"), moved)
            entries = entries[: rng.randint(1, 3)]
        sessions.append(replace(session, day=moved, entries=entries))
    weeks = [week.number for week in asked.weeks if rng.random() < 0.7]
    return replace(
        plan, sessions=tuple(sessions), relaxed=tuple(r for w in weeks for r in declared(w))
    )
