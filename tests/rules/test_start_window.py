"""Plans that start late build up to less."""

from __future__ import annotations

import random

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InWeek, Violation
from runtall.rules.start_window import StartWindow
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible, random_plan

PROBLEM = problem(weeks=7, phases=(2, 1))
RULE = StartWindow()


def sessions(*sets: int) -> Plan:
    return Plan(
        tuple(
            Session(3 * place, SessionKind.D1, (Entry(1, "x", n),)) for place, n in enumerate(sets)
        )
    )


def test_twenty_sets_a_week() -> None:
    assert not list(RULE.check(PROBLEM, sessions(10, 10)))
    assert list(RULE.check(PROBLEM, sessions(10, 11))) == [
        Violation("start-window", InWeek(1), "21 sets, at most 20 allowed")
    ]


def test_longer_plans_may_have_more() -> None:
    longer = problem(weeks=8, phases=(2, 1))
    assert not list(RULE.check(longer, sessions(13, 13)))
    assert feasible(longer, RULE, random_plan(longer, random.Random(1)))


def test_weeks_before_the_plan_starts_are_none_of_it() -> None:
    late = problem(weeks=10, phases=(2, 1), starts=21)
    assert not list(RULE.check(late, sessions(10, 11)))
    assert RULE.say(late, InWeek(4)).startswith("Week 4: a plan of 7 weeks builds")
    twins(RULE, [late], 20)


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, InWeek(3))
        == "Week 3: a plan of 7 weeks builds up to 20 sets at most, 80 % of a full week."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
