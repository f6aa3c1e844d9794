"""Plans with sessions on neighbouring days, for the rules about rest and about short gaps."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.rules.base import Rule
from tests.problems import problem
from tests.twin import random_plan

PROBLEM = problem(weeks=6, phases=(2, 1))


def session(day: int, kind: SessionKind, sets: int = 8) -> Session:
    entries = {1: 3, 2: 3, 3: sets - 6}
    return Session(day, kind, tuple(Entry(slot, "push_up", n) for slot, n in entries.items()))


def usual_session(day: int, kind: SessionKind, sets: int) -> Session:
    """One with the template's own exercises, without slots that may not have so many sets."""
    slots = zip(PROBLEM.slots[kind], (3, 3, sets - 6), strict=False)
    entries = [Entry(s.position, s.alternatives[0], n) for s, n in slots if n <= s.most]
    return Session(day, kind, tuple(entries))


def declared(*weeks: int) -> tuple[Relaxed, ...]:
    return tuple(Relaxed(week, Relaxation.SHORT_GAP) for week in weeks)


def found(rule: Rule, plan: Plan) -> list[tuple[int | None, str]]:
    return [(violation.where.day, violation.found) for violation in rule.check(PROBLEM, plan)]


TWO_DAYS_APART = Plan(
    (session(0, SessionKind.D1, 13), session(2, SessionKind.D2, 13), session(41, SessionKind.LIGHT))
)
ACROSS_THE_END = Plan((session(41, SessionKind.D1), session(42, SessionKind.D2)))

PAIRS = [
    Plan(
        tuple(usual_session(day + later, kind, sets) for later, kind in enumerate(kinds)),
        relaxed=declared(week),
    )
    for week, sets, (day, kinds) in product(
        (1, 2),
        (7, 8, 9),
        [
            (2, (SessionKind.D1, SessionKind.MERGED)),
            (2, (SessionKind.LIGHT, SessionKind.D2)),
            (6, (SessionKind.D1, SessionKind.MERGED)),
            (6, (SessionKind.LIGHT, SessionKind.D2)),
            (6, (SessionKind.D1, SessionKind.D1)),
        ],
    )
]
each_pair = pytest.mark.parametrize("plan", PAIRS)


def crowded(asked: Problem, rng: random.Random) -> Plan:
    """A plan with one session of a few weeks pulled next to another, and small ones."""
    plan = random_plan(asked, rng)
    sessions = list(plan.sessions)
    cut = rng.random() < 0.7
    for index, session in enumerate(sessions):
        entries = session.entries[: rng.randint(2, 4)] if cut else session.entries
        moved = session.day
        if index and rng.random() < 0.2:
            beside = sessions[index - 1].day + rng.choice([1, 1, 1, 0])
            if beside // 7 == session.day // 7:
                moved = beside
        sessions[index] = replace(session, day=moved, entries=entries)
    weeks = [week.number for week in asked.weeks if rng.random() < 0.8]
    return replace(plan, sessions=tuple(sessions), relaxed=declared(*weeks))
