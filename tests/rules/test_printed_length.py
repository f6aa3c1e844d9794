"""The length that a session is planned with."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Session
from runtall.domain.request import Access
from runtall.domain.where import InSession, Violation
from runtall.progression.dose import prescribe
from runtall.progression.session_time import minutes, planned_s
from runtall.rules.printed_length import PrintedLength
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = PrintedLength()


@pytest.mark.parametrize("week", [1, 5, 6])
def test_a_label_is_not_asked(week: int) -> None:
    kinds = {SessionKind.LIGHT: [2, 2, 1]} if week == 6 else {SessionKind.D1: [2, 2, 1, 2, 1]}
    plan = prescribe(PROBLEM, plan_of(PROBLEM, {week: kinds}))
    (session,) = plan.sessions
    for label in (session.minutes, 0, 99):
        labelled = replace(plan, sessions=(replace(session, minutes=label),))
        assert not list(RULE.check(PROBLEM, labelled))


def test_what_is_planned_stays_within_the_cap() -> None:
    plan = prescribe(PROBLEM, plan_of(PROBLEM, {1: {SessionKind.D1: [3, 3, 2, 2, 2]}}))
    (session,) = plan.sessions
    longer = tuple(replace(entry, reps=entry.reps and 25) for entry in session.entries)
    long = replace(plan, sessions=(replace(session, entries=longer),))
    assert list(RULE.check(PROBLEM, long)) == [
        Violation(
            "printed-length",
            InSession(1, SessionKind.D1, day=session.day),
            "41 minutes, at most 40 allowed",
        )
    ]


@pytest.mark.parametrize(("cap", "printed"), [(40, 25), (25, 25), (24, 20), (20, 20)])
def test_mobility_goes_through_once_before_it_is_too_long(cap: int, printed: int) -> None:
    asked = problem(weeks=6, phases=(2, 1), access=(Access(minutes=cap),) * 42)
    plan = prescribe(asked, plan_of(asked, {6: {SessionKind.VERY_LIGHT: [2, 2, 1]}}))
    assert plan.sessions[0].minutes == printed
    assert not list(RULE.check(asked, plan))


def test_without_doses_nothing_is_asked() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {SessionKind.D1: [3, 3, 2, 3, 2]}}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(2, SessionKind.D1, day=7)) == (
        "Week 2, D1 session: its sets and its mobility, as planned, fit the day."
    )


def test_any_file() -> None:
    survives(RULE, PROBLEM)


@pytest.mark.parametrize(
    ("said", "most"),
    [
        (Access(), 40),
        (Access(minutes=40), 35),
        (Access(opens=time(18), closes=time(18, 40)), 35),
        (Access(opens=time(18), closes=time(18, 43)), 38),
        (Access(opens=time(18), closes=time(18, 45)), 40),
        (Access(minutes=40, opens=time(18), closes=time(20)), 35),
    ],
)
def test_a_limit_that_was_said_holds_the_add_on_too(said: Access, most: int) -> None:
    """The usual 40 minutes are for the session alone, the runner's own for both."""
    asked = problem(weeks=6, phases=(2, 1), access=(said,) * 42)
    plan = prescribe(asked, plan_of(asked, {1: {SessionKind.D1: [3, 3, 3, 3, 3]}}))
    (session,) = plan.sessions
    assert session.minutes == 32
    for length in (most, most + 1):
        beside = replace(plan, sessions=(_lasting(session, length),), mobility=(session.day,))
        assert len(list(RULE.check(asked, beside))) == length - most


def _lasting(session: Session, length: int) -> Session:
    """The session with as many reps of its first exercise as take so many minutes."""
    first, *others = session.entries
    longer = ([replace(first, reps=reps), *others] for reps in range(8, 60))
    entries = next(e for e in longer if minutes(planned_s(e, PROBLEM.exercises)) == length)
    return replace(session, entries=tuple(entries))


@pytest.mark.parametrize("cap", [21, 22, 39, 40])
def test_an_add_on_beside_a_session_fits_a_tight_day(cap: int) -> None:
    """It is there where there is room for it, and where there is none the check says so."""
    asked = problem(weeks=6, phases=(2, 1), access=(Access(minutes=cap),) * 42)
    plan = prescribe(asked, plan_of(asked, {1: {SessionKind.D1: [2, 2, 1, 1, 1]}}))
    (session,) = plan.sessions
    fits = session.minutes + 5 <= cap
    assert (session.day in plan.mobility) == fits
    assert not list(RULE.check(asked, plan))
    beside = replace(plan, mobility=(session.day,))
    assert len(list(RULE.check(asked, beside))) == (not fits)
