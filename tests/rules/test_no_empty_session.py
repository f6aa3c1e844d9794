"""A session has something to do."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InSession, Violation
from runtall.rules.no_empty_session import NoEmptySession
from tests.problems import problem
from tests.twin import feasible, random_plan

PROBLEM = problem(weeks=5, minutes=15)
RULE = NoEmptySession()


@pytest.mark.parametrize(("sets", "found"), [(0, ["no set"]), (1, [])])
def test_one_set_is_enough(sets: int, found: list[str]) -> None:
    entries = (Entry(1, "one_arm_db_row", sets),) if sets else ()
    plan = Plan((Session(0, SessionKind.D1, entries),))
    assert [violation.found for violation in RULE.check(PROBLEM, plan)] == found


def test_the_place_is_the_session() -> None:
    plan = Plan((Session(7, SessionKind.VERY_LIGHT, ()),))
    where = InSession(2, SessionKind.VERY_LIGHT)
    assert list(RULE.check(PROBLEM, plan)) == [Violation("no-empty-session", where, "no set")]
    assert RULE.say(PROBLEM, where) == "Week 2: the very light session has at least one set."


def test_twins() -> None:
    rng = random.Random(5)
    seen = set()
    for _ in range(30):
        plan = random_plan(PROBLEM, rng)
        if rng.random() < 0.5 and plan.sessions:
            first, *rest = plan.sessions
            plan = replace(plan, sessions=(replace(first, entries=()), *rest))
        good = not list(RULE.check(PROBLEM, plan))
        assert feasible(PROBLEM, RULE, plan) == good
        seen.add(good)
    assert seen == {True, False}
