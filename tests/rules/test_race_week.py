"""The last days before the race."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.where import OnDay, Violation
from runtall.rules.race_week import RaceWeek
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import random_plan

PROBLEM = problem(weeks=6, phases=(2, 1), race_date=date(2027, 4, 24))
RULE = RaceWeek()
RACE = PROBLEM.request.calendar.race_day


@pytest.mark.parametrize(
    ("before", "kind", "is_open"),
    [
        (7, SessionKind.D1, True),
        (6, SessionKind.MERGED, False),
        (6, SessionKind.LIGHT, True),
        (4, SessionKind.D2, False),
        (4, SessionKind.LIGHT, True),
        (3, SessionKind.VERY_LIGHT, False),
        (1, SessionKind.VERY_LIGHT, False),
        (0, SessionKind.VERY_LIGHT, False),
    ],
)
def test_sessions(before: int, kind: SessionKind, is_open: bool) -> None:
    plan = Plan((Session(RACE - before, kind, ()),))
    found = Violation("race-week", OnDay(RACE - before), f"{kind} session")
    assert list(RULE.check(PROBLEM, plan)) == ([] if is_open else [found])


def test_mobility_until_the_day_before() -> None:
    plan = Plan((), mobility=(0, RACE - 1, RACE, RACE + 1, 400))
    assert list(RULE.check(PROBLEM, plan)) == [
        Violation("race-week", OnDay(RACE), "mobility"),
        Violation("race-week", OnDay(RACE + 1), "mobility"),
    ]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (6, "Sun 18 Apr is 6 days before the race: a light session at most."),
        (3, "Wed 21 Apr is 3 days before the race: no session, mobility only."),
        (1, "Fri 23 Apr is the day before the race: no session, mobility only."),
        (0, "Sat 24 Apr is the day of the race: no session and no mobility."),
        (-1, "Sun 25 Apr comes after the race: nothing is planned."),
    ],
)
def test_sentence(before: int, sentence: str) -> None:
    assert RULE.say(PROBLEM, OnDay(RACE - before)) == sentence


def without_mobility(asked: Problem, rng: random.Random) -> Plan:
    """The plan, mostly without mobility on race day and later."""
    plan = random_plan(asked, rng)
    if rng.random() < 0.8:
        return replace(plan, mobility=tuple(day for day in plan.mobility if day < RACE))
    return plan


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60, without_mobility)
