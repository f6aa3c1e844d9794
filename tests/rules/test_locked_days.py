"""Days that the runner fixed or ruled out."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.request import Access, Ban, Fix
from runtall.domain.where import InSession, InWeek, OnDay, Violation, Where
from runtall.rules.locked_days import LockedDays
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible, random_plan

RULE = LockedDays()


def locked(*locks: Fix | Ban, **options: Any) -> Problem:
    fixes = tuple(lock for lock in locks if isinstance(lock, Fix))
    bans = tuple(lock for lock in locks if isinstance(lock, Ban))
    return problem(weeks=6, phases=(2, 1), fixes=fixes, bans=bans, **options)


def sessions(*places: tuple[int, SessionKind]) -> Plan:
    return Plan(tuple(Session(day, kind, ()) for day, kind in places))


def test_a_fix_in_one_week() -> None:
    fixed = locked(Fix(SessionKind.MERGED, "tue", week=2))
    assert not list(RULE.check(fixed, sessions((1, SessionKind.D1), (8, SessionKind.MERGED))))
    where = OnDay(8, SessionKind.MERGED)
    assert list(RULE.check(fixed, sessions((8, SessionKind.D1)))) == [
        Violation("locked-days", where, "none")
    ]
    assert list(RULE.check(fixed, sessions((9, SessionKind.MERGED)))) == [
        Violation("locked-days", where, "merged on Wed 24 Mar")
    ]


def test_a_fix_in_every_week_that_has_the_kind() -> None:
    access = [Access()] * 42
    access[8] = Access(free=False)
    fixed = locked(Fix(SessionKind.D1, "tue"), access=tuple(access))
    n_weeks = sum(SessionKind.D1 in week.kinds for week in fixed.weeks)
    assert 3 <= n_weeks < 6
    right = [(7 * week + 1, SessionKind.D1) for week in range(n_weeks) if week != 1]
    assert not list(RULE.check(fixed, sessions(*right)))
    assert list(RULE.check(fixed, sessions(*right[1:]))) == [
        Violation("locked-days", OnDay(1, SessionKind.D1), "none")
    ]


@pytest.mark.parametrize(
    ("ban", "where"),
    [
        (Ban(weekday="mon"), OnDay(7)),
        (Ban(weekday="mon", kind=SessionKind.D1), OnDay(7, SessionKind.D1)),
        (Ban(weekday="mon", week=2), OnDay(7)),
        (Ban(kind=SessionKind.D1, week=2), InSession(2, SessionKind.D1)),
        (Ban(kind=SessionKind.D1), InSession(2, SessionKind.D1)),
        (Ban(week=2), InWeek(2)),
        (Ban(), InWeek(2)),
        (Ban(weekday="tue"), None),
        (Ban(weekday="mon", kind=SessionKind.D2), None),
        (Ban(weekday="mon", week=1), None),
        (Ban(kind=SessionKind.D2), None),
        (Ban(week=1), None),
    ],
)
def test_bans(ban: Ban, where: Where | None) -> None:
    violations = list(RULE.check(locked(ban), sessions((7, SessionKind.D1))))
    assert violations == ([] if where is None else [Violation("locked-days", where, "D1 session")])


@pytest.mark.parametrize(
    ("locks", "where", "sentence"),
    [
        (
            (Fix(SessionKind.D1, "tue"),),
            OnDay(1, SessionKind.D1),
            "You fixed D1 to Tue 16 Mar.",
        ),
        ((Ban(weekday="tue"),), OnDay(1), "You ruled out any session for Tue 16 Mar."),
        (
            (Ban(kind=SessionKind.MERGED, week=4),),
            InSession(4, SessionKind.MERGED),
            "You ruled out merged for week 4.",
        ),
        (
            (Fix(SessionKind.D1, "tue"), Ban(weekday="tue", kind=SessionKind.D1)),
            OnDay(1, SessionKind.D1),
            "You fixed D1 to Tue 16 Mar and ruled it out there.",
        ),
    ],
)
def test_sentence(locks: tuple[Fix | Ban, ...], where: Where, sentence: str) -> None:
    assert RULE.say(locked(*locks), where) == sentence


@pytest.mark.parametrize(
    "locks",
    [
        (Fix(SessionKind.D1, "mon", week=1), Fix(SessionKind.D2, "thu", week=2)),
        (Ban(weekday="tue"), Ban(weekday="wed", kind=SessionKind.D2)),
        (
            Ban(kind=SessionKind.VERY_LIGHT),
            Ban(week=3, kind=SessionKind.LIGHT),
            Ban(week=4, weekday="fri"),
        ),
        (Ban(week=6, kind=SessionKind.VERY_LIGHT, weekday="mon"),),
    ],
)
def test_twin(locks: tuple[Fix | Ban, ...]) -> None:
    twins(RULE, [locked(*locks)], 250)


def test_fixes_of_every_week_agree_too() -> None:
    question = locked(Fix(SessionKind.D1, "tue"), Fix(SessionKind.D2, "sat"))
    plan = random_plan(question, random.Random(1))
    kept = [s for s in plan.sessions if s.kind not in {SessionKind.D1, SessionKind.D2}]
    for offset in (1, 2):
        both = [
            Session(week.days[day], kind, (Entry(1, question.slots[kind][0].alternatives[0], 1),))
            for week in question.weeks
            for kind, day in ((SessionKind.D1, offset), (SessionKind.D2, 5))
        ]
        fitted = replace(plan, sessions=tuple([*kept, *both]))
        assert feasible(question, RULE, fitted) == (offset == 1)
        assert feasible(question, RULE, fitted) == (not list(RULE.check(question, fitted)))
